// What is seldom done to a tenant.
import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconDots, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { go, hrefOf } from '../state/route.ts';
import { CommandDialog } from './command-dialog.tsx';

export function TenantMenu({ tenant }: { tenant: Tenant }) {
  const [removing, setRemoving] = useState(false);
  return (
    <div className="row">
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={`More for ${tenant.name}`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={hrefOf({ screen: 'export-tenant', tenant: tenant.name, format: 'jwks' })}
            leftSection={<IconFileExport size={15} aria-hidden />}
          >
            Export many keys
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setRemoving(true)}>
            Remove tenant…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && <RemoveTenantDialog tenant={tenant} onClose={() => setRemoving(false)} />}
    </div>
  );
}

function RemoveTenantDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const remove = useCommand('tenant.remove');
  const [typed, setTyped] = useState('');

  async function submit() {
    const outcome = await remove.run({ tenant: tenant.name });
    if (outcome.done) {
      announce(`Removed ${tenant.name}`);
      go({ screen: 'home' });
    }
  }

  return (
    <CommandDialog
      title={`Remove ${tenant.name}?`}
      verb="Remove tenant"
      dangerous
      ready={typed === tenant.name}
      working="Removing the tenant and its keys"
      command={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        Its rings go, and so do the private halves in the keychain. This is possible only while none of its keys was
        published, used or imported. The audit log keeps its entries.
      </p>
      <TextInput
        label={`Type the tenant’s name: ${tenant.name}`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </CommandDialog>
  );
}
