// What is seldom done to a tenant.
import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconDots, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useIntent } from '../../state/intent.ts';
import { go, hrefOf } from '../../state/route.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { words } from '../../text/words.ts';

const { menu, removal } = words.fleet;

export function TenantMenu({ tenant }: { tenant: Tenant }) {
  const [removing, setRemoving] = useState(false);
  useIntent(['tenant.remove'], { tenant: tenant.name }, () => setRemoving(true));
  return (
    <div className="row">
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={menu.name(tenant.name)}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={hrefOf({ screen: 'export-tenant', tenant: tenant.name, format: 'jwks' })}
            leftSection={<IconFileExport size={15} aria-hidden />}
          >
            {menu.exportMany}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setRemoving(true)}>
            {menu.remove}
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
