// Backups: the last one, what is in none, and making one. And what is lost with this machine.
import { Skeleton, Table } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import { DataFolderButton } from '../../settings/components/data-folder-button.tsx';
import { Backups } from '../components/backups.tsx';
import { Moving } from '../components/moving.tsx';
import { Recovery } from '../components/recovery.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { useAppStatus, useTenants } from '../../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import type { Route } from '../../../shared/screens.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './backup.css';

const BACKUP = words.backup;

export const screen = screenOf('backup', BackupScreen, { icon: IconLifebuoy });

function BackupScreen() {
  const { data: tenants, error, refetch } = useTenants();
  return (
    <Page title={BACKUP.title} lead={BACKUP.lead}>
      <Backups />
      <Recovery />
      <Failure error={error} onRetry={() => void refetch()} />
      {tenants === undefined && error === null && <Skeleton height={320} radius="lg" />}
      {tenants !== undefined && (
        <>
          <Lost keys={privateKeysOf(tenants)} />
          <Moving />
          <Now tenants={tenants} />
        </>
      )}
    </Page>
  );
}

/** Those that sign or may sign again; what was revoked is to be erased anyway. */
const privateKeysOf = (tenants: readonly TenantSummary[]): number =>
  tenants.reduce((sum, { keys: { next, current, previous } }) => sum + next + current + previous, 0);

function Lost({ keys }: { keys: number }) {
  const { title, lead, caption, what, where, becomes } = BACKUP.lost;
  const rows = [
    { ...BACKUP.lost.keys, what: BACKUP.lost.keys.what(keys) },
    BACKUP.lost.credentials,
    BACKUP.lost.registry,
    BACKUP.lost.published,
  ];
  return (
    <Section title={title} lead={lead}>
      <DataTable caption={caption} heads={[what, where, becomes]} spacing={7} className="backup-table">
        {rows.map((row) => (
          <Table.Tr key={row.what}>
            <Table.Th scope="row">{row.what}</Table.Th>
            <Table.Td>{row.where}</Table.Td>
            <Table.Td>{row.becomes}</Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

function Now({ tenants }: { tenants: readonly TenantSummary[] }) {
  const { data: status } = useAppStatus();
  const { publicFiles, folder, audit } = BACKUP;
  return (
    <Section {...BACKUP.now}>
      <ol className="plain-list stack">
        <Step title={publicFiles.title} means={publicFiles.means}>
          <TenantLinks
            tenants={tenants}
            word={publicFiles.link}
            routeOf={(tenant) => ({ screen: 'export-tenant', tenant, format: 'jwks' })}
          />
        </Step>
        <Step title={folder.title} means={folder.means}>
          {status && <p className="mono small">{status.dataFolder}</p>}
          <div>
            <DataFolderButton />
          </div>
        </Step>
        <Step title={audit.title} means={audit.means}>
          <a className="link small" href={hrefOf({ screen: 'audit' })}>
            {audit.link}
          </a>
        </Step>
      </ol>
    </Section>
  );
}

function Step({ title, means, children }: { title: string; means: string; children: ReactNode }) {
  return (
    <li className="backup-step">
      <h3>{title}</h3>
      <p>{means}</p>
      {children}
    </li>
  );
}

const NAMED = 6;

interface TenantLinksProps {
  tenants: readonly TenantSummary[];
  word: (tenant: string) => string;
  routeOf: (tenant: string) => Route;
}

function TenantLinks({ tenants, word, routeOf }: TenantLinksProps) {
  return (
    <ul className="plain-list backup-links">
      {tenants.slice(0, NAMED).map(({ tenant: { name } }) => (
        <li key={name}>
          <a className="link" href={hrefOf(routeOf(name))}>
            {word(name)}
          </a>
        </li>
      ))}
      {tenants.length > NAMED && (
        <li>
          <a className="link" href={hrefOf({ screen: 'home' })}>
            {BACKUP.publicFiles.more(tenants.length - NAMED)}
          </a>
        </li>
      )}
    </ul>
  );
}
