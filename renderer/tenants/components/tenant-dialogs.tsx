// What is seldom done to a tenant, each in its dialog: another name, an end that can be taken back, and one that cannot.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { go } from '../../state/route.ts';
import { words } from '../../text/words.ts';

const { renaming, archive, removal } = words.fleet;

interface DialogProps {
  tenant: Tenant;
  onClose: () => void;
}

export function RenameTenantDialog({ tenant, onClose }: DialogProps) {
  const rename = useCommand('tenant.rename');
  const [name, setName] = useState(tenant.name);
  const to = name.trim();

  async function submit() {
    const outcome = await rename.run({ tenant: tenant.name, to });
    if (outcome.done) {
      announce(renaming.done(tenant.name, to));
      go({ screen: 'keys', tenant: to });
      onClose();
    }
  }

  return (
    <CommandDialog
      title={renaming.title(tenant.name)}
      verb={renaming.verb}
      ready={to !== '' && to !== tenant.name}
      working={renaming.working}
      command={rename}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{renaming.text}</p>
      <TextInput
        label={renaming.label}
        maxLength={64}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}

/** Why is asked for by the main process. */
export function ArchiveTenantDialog({ tenant, onClose }: DialogProps) {
  const put = useCommand('tenant.archive');

  return (
    <ActDialog
      title={archive.title(tenant.name)}
      verb={archive.verb}
      working={archive.working}
      command={put}
      args={() => ({ tenant: tenant.name })}
      done={() => archive.done(tenant.name)}
      onClose={onClose}
    >
      <p>{archive.text}</p>
      <AskedElsewhere />
    </ActDialog>
  );
}

export function RemoveTenantDialog({ tenant, onClose }: DialogProps) {
  const remove = useCommand('tenant.remove');
  const [typed, setTyped] = useState('');

  async function submit() {
    const outcome = await remove.run({ tenant: tenant.name });
    if (outcome.done) {
      announce(removal.done(tenant.name));
      go({ screen: 'home' });
    }
  }

  return (
    <CommandDialog
      title={removal.title(tenant.name)}
      verb={removal.verb}
      dangerous
      ready={typed === tenant.name}
      working={removal.working}
      command={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{removal.text}</p>
      <TextInput
        label={removal.typeName(tenant.name)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}
