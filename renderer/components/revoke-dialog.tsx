// Revoking a previous key: a reason, whether the key may be in other hands, and proof that the right one is meant.
import { Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { revokeSchema } from '../../shared/contract.ts';
import type { SigningKey, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { revocationChallenge } from '../state/revocation.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { useEarlyOverride } from './early-override.tsx';
import { Notice } from './notice.tsx';

interface RevokeDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  onClose: () => void;
}

export function RevokeDialog({ tenant, signingKey: { kid, publishedAt }, onClose }: RevokeDialogProps) {
  const revoke = useCommand('key.revoke');
  const early = useEarlyOverride(revoke.error);
  const challenge = revocationChallenge(tenant, kid);
  const [typed, setTyped] = useState('');
  const form = useSchemaForm(revokeSchema, { reason: '', compromised: false }, (values) => ({
    tenant: tenant.name,
    kid,
    ...values,
  }));

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    const outcome = await revoke.run({ ...args, ...early.args });
    if (outcome.done) {
      announce(`Revoked ${shortKid(kid)}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Revoke ${shortKid(kid)}?`}
      verb="Revoke for good"
      dangerous
      ready={typed === challenge.text && early.ready}
      working="Revoking the key"
      command={revoke}
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
      <Radio.Group
        label="Why is it revoked?"
        value={form.values.compromised ? 'compromised' : 'routine'}
        onChange={(value) => form.set('compromised', value === 'compromised')}
      >
        <div className="stack-tight radio-list">
          <Radio value="routine" label="Routine" description="Its last tokens have expired, or it was replaced." />
          <Radio value="compromised" label="Compromised" description="The private half may be in other hands." />
        </div>
      </Radio.Group>
      <Textarea
        label="Reason"
        description="Goes into the audit log, in your own words."
        withAsterisk
        rows={2}
        maxLength={500}
        value={form.values.reason}
        error={form.problems.reason}
        onChange={(event) => form.set('reason', event.currentTarget.value)}
      />
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
      {early.field}
    </CommandDialog>
  );
}
