// What is seldom done to a tenant.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconDots, IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useIntent } from '../../state/intent.ts';
import { hrefOf } from '../../state/route.ts';
import { ArchiveTenantDialog, RemoveTenantDialog, RenameTenantDialog } from './tenant-dialogs.tsx';
import { words } from '../../text/words.ts';

const { menu } = words.fleet;

export function TenantMenu({ tenant }: { tenant: Tenant }) {
  const [asked, setAsked] = useState<'rename' | 'archive' | 'remove' | null>(null);
  const close = () => setAsked(null);
  useIntent(['tenant.remove'], { tenant: tenant.name }, () => setAsked('remove'));
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
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setAsked('rename')}>
            {menu.rename}
          </Menu.Item>
          {tenant.archive === null && (
            <Menu.Item leftSection={<IconArchive size={15} aria-hidden />} onClick={() => setAsked('archive')}>
              {menu.archive}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => setAsked('remove')}>
            {menu.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'rename' && <RenameTenantDialog tenant={tenant} onClose={close} />}
      {asked === 'archive' && <ArchiveTenantDialog tenant={tenant} onClose={close} />}
      {asked === 'remove' && <RemoveTenantDialog tenant={tenant} onClose={close} />}
    </div>
  );
}
