// Revoking a previous key: a reason, whether the key may be in other hands, and proof that the right one is meant.
import { useState } from 'react';
import { revokeSchema, revokeWishSchema } from '../../../shared/acts/keys.ts';
import type { ClockReading } from '../../../shared/domain/timing/key-clocks.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { BLANK_REVOCATION, revocationArgs } from '../state/revocation-form.ts';
import { revocationChallenge } from '../state/revocation.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { useTimeGate } from '../state/time-gate.ts';
import { waitVerb } from '../state/early-words.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { HoldersNotice } from '../../exports/components/holders-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonField } from './reason-field.tsx';
import { CompromiseFields } from './revocation-fields.tsx';
import { EarlyDoor, EarlyReason, TimeGateNotice } from './time-gate.tsx';
import { PlainText } from '../../parts/plain-text.tsx';

interface RevokeDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  /** What the clock says of the key; `null` when only the main process can tell. */
  safeToRevoke: ClockReading | null;
  onClose: () => void;
}

export function RevokeDialog({ tenant, signingKey: { kid, publishedAt }, safeToRevoke, onClose }: RevokeDialogProps) {
  const revoke = useCommand('key.revoke');
  const gate = useTimeGate(safeToRevoke, revoke.error, tenant);
  const challenge = revocationChallenge(kid);
  const [typed, setTyped] = useState('');
  const confirmed = isConfirmed(tenant);
  const form = useSchemaForm(confirmed ? revokeWishSchema : revokeSchema, BLANK_REVOCATION, (values) => ({
    tenant: tenant.name,
    kid,
    ...revocationArgs(values, confirmed),
  }));

  function wish() {
    const args = form.parse();
    return args && { ...args, ...gate.args };
  }

  return (
    <ActDialog
      title={words.revoke.title(shortKid(kid))}
      verb={
        gate.closed
          ? waitVerb(gate.reading?.at ?? null, gate.now)
          : gate.early
            ? words.revoke.verb.early
            : words.revoke.verb.now
      }
      dangerous
      ready={(confirmed || typed === challenge) && gate.ready}
      aside={<EarlyDoor gate={gate} />}
      working={words.revoke.working}
      command={{ ...revoke, error: gate.error }}
      args={wish}
      done={() => words.revoke.done(shortKid(kid))}
      onClose={onClose}
    >
      <Notice tone="caution" title={words.revoke.forGood}>
        <p>
          {words.revoke.means(tenant.name)}
          {publishedAt === null ? ` ${words.revoke.neverPublished}` : ''}
        </p>
      </Notice>
      <TimeGateNotice gate={gate} kind="safe" kid={kid} />
      <CompromiseFields form={form} question={words.revoke.question} />
      <HoldersNotice tenant={tenant.name} kid={kid} ever={form.values.compromised} />
      {confirmed ? (
        <AskedElsewhere />
      ) : (
        <>
          <ReasonField form={form} description={words.revoke.reasonMeans} />
          <PlainText
            label={words.revoke.type}
            description={say(words.revoke.exactly(<span className="mono">{challenge}</span>))}
            withAsterisk
            value={typed}
            onChange={setTyped}
          />
        </>
      )}
      <EarlyReason gate={gate} />
    </ActDialog>
  );
}
