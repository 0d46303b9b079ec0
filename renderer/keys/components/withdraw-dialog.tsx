// Withdrawing a next key that leaked or was never wanted: what goes, what comes in its place, and whether a push must follow.
import { useState } from 'react';
import { withdrawSchema, withdrawWishSchema } from '../../../shared/acts/keys.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { BLANK_REVOCATION, revocationArgs } from '../state/revocation-form.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TypedName } from '../../parts/typed-name.tsx';
import { HoldersNotice } from '../../exports/components/holders-notice.tsx';
import { ReasonField } from './reason-field.tsx';
import { MoveList } from './move-list.tsx';
import { CompromiseFields } from './revocation-fields.tsx';

interface WithdrawDialogProps {
  tenant: Tenant;
  ring: KeyRing;
  signingKey: SigningKey;
  onClose: () => void;
}

const said = words.revoke.withdraw;

export function WithdrawDialog({ tenant, ring, signingKey: { kid, announcedAt }, onClose }: WithdrawDialogProps) {
  const withdraw = useCommand('key.withdraw');
  const [typed, setTyped] = useState('');
  const confirmed = isConfirmed(tenant);
  const schema = confirmed ? withdrawWishSchema : withdrawSchema;
  const form = useSchemaForm(schema, BLANK_REVOCATION, (values) => ({
    tenant: tenant.name,
    kid,
    ...revocationArgs(values, confirmed),
  }));

  return (
    <ActDialog
      title={said.title(shortKid(kid))}
      verb={said.verb}
      working={said.working}
      dangerous
      wide
      ready={confirmed || typed === tenant.name}
      command={withdraw}
      args={form.parse}
      done={() => said.done(shortKid(kid))}
      onClose={onClose}
    >
      <MoveList
        moves={[
          { kid, from: 'next', to: 'revoked', means: said.gone },
          ...(ring.brought
            ? []
            : [{ kid: null, from: null, to: 'next', means: said.fresh(algorithmLine(ring.alg, ring.bits)) } as const]),
        ]}
      />
      {ring.brought && <p>{said.stays}</p>}
      {announcedAt === null ? (
        <p>{said.noPush}</p>
      ) : (
        <Notice tone="caution" title={words.emergency.after.pushNow}>
          <p>{said.push(tenant.name)}</p>
        </Notice>
      )}
      <CompromiseFields form={form} question={said.question} routine={said.kind} />
      <HoldersNotice tenant={tenant.name} kid={kid} ever={form.values.compromised} />
      {confirmed ? (
        <AskedElsewhere />
      ) : (
        <>
          <ReasonField form={form} description={words.revoke.reasonMeans} />
          <TypedName tenant={tenant.name} value={typed} onChange={setTyped} />
        </>
      )}
    </ActDialog>
  );
}
