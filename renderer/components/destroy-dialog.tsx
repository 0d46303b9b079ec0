// The second lock before a private half is erased: the whole kid, typed. The erasure itself comes days later, and until
// then it can be taken back.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SigningKey, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { useTenant } from '../state/queries.ts';
import { termsOf } from '../state/tenant-terms.ts';
import { count, shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { Notice } from './notice.tsx';

interface DestroyDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  onClose: () => void;
}

export function DestroyDialog({ tenant, signingKey: { kid }, onClose }: DestroyDialogProps) {
  const destroy = useCommand('key.destroy');
  const { data: view } = useTenant(tenant.name);
  const [typed, setTyped] = useState('');
  const days = view === undefined ? null : termsOf(view).destroyAfterDays;

  async function submit() {
    const outcome = await destroy.run({ tenant: tenant.name, kid, confirm: typed });
    if (outcome.done) {
      announce(days === 0 ? `Erased ${shortKid(kid)}` : `The erasure of ${shortKid(kid)} is scheduled`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Erase the private half of ${shortKid(kid)}?`}
      verb={days === 0 ? 'Erase for good' : 'Schedule the erasure'}
      dangerous
      ready={typed === kid}
      working="Scheduling the erasure"
      command={destroy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice
        tone="caution"
        title={
          days === null || days === 0
            ? 'It is erased from the keychain at once.'
            : `It is erased from the keychain in ${count(days, 'day')}. Until then you can take it back.`
        }
      >
        <p>
          Afterwards nobody can sign with it, and no copy is kept here. The public half, the certificate and the history
          stay on record.
        </p>
      </Notice>
      <TextInput
        label="Type the whole kid"
        description={
          <>
            Exactly: <span className="mono whole-kid">{kid}</span>
          </>
        }
        withAsterisk
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}
