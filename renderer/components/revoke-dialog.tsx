// Revoking a previous key: a reason, whether the key may be in other hands, and proof that the right one is meant.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { revokeSchema } from '../../shared/contract.ts';
import type { ClockReading } from '../../shared/clocks.ts';
import type { SigningKey, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { BLANK_REVOCATION, revocationArgs } from '../state/revocation-form.ts';
import { revocationChallenge } from '../state/revocation.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { useTimeGate } from '../state/time-gate.ts';
import { waitVerb } from '../text/early-words.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { HoldersNotice } from './holders-notice.tsx';
import { Notice } from './notice.tsx';
import { CompromiseFields, ReasonField } from './revocation-fields.tsx';
import { EarlyDoor, EarlyReason, TimeGateNotice } from './time-gate.tsx';

interface RevokeDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  /** What the clock says of the key; `null` when only the main process can tell. */
  safeToRevoke: ClockReading | null;
  onClose: () => void;
}

export function RevokeDialog({ tenant, signingKey: { kid, publishedAt }, safeToRevoke, onClose }: RevokeDialogProps) {
  const revoke = useCommand('key.revoke');
  const gate = useTimeGate(safeToRevoke, revoke.error);
  const challenge = revocationChallenge(tenant, kid);
  const [typed, setTyped] = useState('');
  const form = useSchemaForm(revokeSchema, BLANK_REVOCATION, (values) => ({
    tenant: tenant.name,
    kid,
    ...revocationArgs(values),
  }));

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    const outcome = await revoke.run({ ...args, ...gate.args });
    if (outcome.done) {
      announce(`Revoked ${shortKid(kid)}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Revoke ${shortKid(kid)}?`}
      verb={
        gate.closed ? waitVerb(gate.reading?.at ?? null, gate.now) : gate.early ? 'Revoke early' : 'Revoke for good'
      }
      dangerous
      ready={typed === challenge.text && gate.ready}
      aside={<EarlyDoor gate={gate} />}
      working="Revoking the key"
      command={{ ...revoke, error: gate.error }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice tone="caution" title="A revoked key never comes back.">
        <p>
          It leaves the set that {tenant.name} should publish. Tokens that it signed are refused once you have published
          and the caches of verifiers have expired.
          {publishedAt === null ? ' It was never published, so no verifier will notice.' : ''}
        </p>
      </Notice>
      <TimeGateNotice gate={gate} kind="safe" kid={kid} />
      <CompromiseFields form={form} question="Why is it revoked?" />
      {form.values.compromised && <HoldersNotice tenant={tenant.name} kid={kid} />}
      <ReasonField form={form} />
      <TextInput
        label={challenge.what === 'tenant' ? 'Type the name of the tenant' : 'Type the first six characters of the kid'}
        description={
          <>
            Exactly: <span className="mono">{challenge.text}</span>
          </>
        }
        withAsterisk
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <EarlyReason gate={gate} />
    </CommandDialog>
  );
}
