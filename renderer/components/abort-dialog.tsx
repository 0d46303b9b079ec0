// Taking the last rotation back, while it has had no effect outside. Every consequence is named, key by key.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { abortSchema } from '../../shared/contract.ts';
import type { RingView, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { abortOutcome } from '../state/rotation.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { MoveList } from './move-list.tsx';

interface AbortDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function AbortDialog({ tenant, view, onClose }: AbortDialogProps) {
  const [outcome] = useState(() => abortOutcome(view));
  const abort = useCommand('key.abortRotation');
  const ring = view.ring.name;
  const form = useSchemaForm(abortSchema, { reason: '' }, ({ reason }) => ({ tenant: tenant.name, ring, reason }));
  if (!outcome.possible) {
    return null;
  }
  const { formerKid, abandonedKid, freshKid } = outcome;

  async function submit() {
    const args = form.parse();
    if (args !== null && (await abort.run(args)).done) {
      announce(`Taken back: ${shortKid(formerKid)} signs again`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Take the last rotation of “${ring}” back?`}
      verb="Take it back"
      working="Taking the rotation back"
      wide
      command={abort}
      onSubmit={submit}
      onClose={onClose}
    >
      <MoveList
        moves={[
          { kid: formerKid, from: 'previous', to: 'current', means: 'It signs again, as before the rotation.' },
          {
            kid: abandonedKid,
            from: 'current',
            to: 'next',
            means: 'It signs no more and waits again. It signed nothing.',
          },
          {
            kid: freshKid,
            from: 'next',
            to: 'revoked',
            means: 'Made by the rotation and known to nobody, it is revoked: it never comes back.',
          },
        ]}
      />
      <p>A push is needed only if you have pushed since the rotation.</p>
      <Textarea
        label="Reason"
        description="Goes into the audit log."
        withAsterisk
        rows={2}
        maxLength={500}
        value={form.values.reason}
        error={form.problems.reason}
        onChange={(event) => form.set('reason', event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}
