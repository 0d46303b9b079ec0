// The keys with which the tenant itself signs: where each is in its life, how many rotations are left, and the three acts.
// Their private keys are at the tenant and never here.
import { Button, Skeleton } from '@mantine/core';
import { IconFileExport, IconRefresh, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { hasOwnKeys } from '../../../shared/domain/endpoints.ts';
import type { OwnKeysView, OwnKeyView } from '../../../shared/domain/tenant/own-keys.ts';
import { ExportOwnDialog } from '../components/export-own-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OwnKeysTable, RotationsLeft } from '../components/own-keys-table.tsx';
import { ChangeOwnDialog, type OwnChange } from '../components/change-own-dialog.tsx';
import { Page } from '../../parts/page.tsx';
import { Reading, Stopped } from '../../parts/reading.tsx';
import { Section } from '../../parts/section.tsx';
import { TenantFailure } from '../../tenants/components/tenant-failure.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { useOwnKeys } from '../state/queries.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

export const screen = screenOf('own-keys', OwnKeysScreen);

function OwnKeysScreen({ tenant }: { tenant: string }) {
  return (
    <TenantFrame tenant={tenant}>
      {(view) => (hasOwnKeys(view.tenant.endpoint) ? <OwnKeys tenant={view.tenant} /> : <None />)}
    </TenantFrame>
  );
}

function None() {
  return (
    <Page title={words.ownKeys.title}>
      <Notice tone="info" title={words.ownKeys.none.title}>
        <p>{words.ownKeys.none.means}</p>
      </Notice>
    </Page>
  );
}

type Asking = { what: 'change'; change: OwnChange } | { what: 'export'; own: OwnKeyView | null } | null;

function OwnKeys({ tenant }: { tenant: Tenant }) {
  const { data: view, error, isFetching, refetch, stopped, stop } = useOwnKeys(tenant.name);
  const [asking, setAsking] = useState<Asking>(null);
  const [said, setSaid] = useState('');

  async function close(outcome: string | null, changed: boolean) {
    setAsking(null);
    setSaid(outcome ?? '');
    if (changed) {
      await refetch();
    }
  }

  return (
    <Page
      title={words.ownKeys.title}
      lead={words.ownKeys.lead}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={isFetching && view !== undefined}
            disabled={isFetching}
            onClick={() => void refetch()}
          >
            {words.ownKeys.refresh}
          </Button>
          <Button
            leftSection={<IconRotateClockwise size={15} aria-hidden />}
            disabled={view === undefined || view.keys.length === 0 || view.budget.remaining === 0 || isFetching}
            onClick={() => setAsking({ what: 'change', change: { act: 'rotate' } })}
          >
            {words.ownKeys.rotateLater}
          </Button>
        </>
      }
    >
      {stopped && <Stopped onRetry={() => void refetch()} />}
      <Reading busy={isFetching} from={tenant.name} onStop={stop} />
      {said !== '' && <Notice tone="good" role="status" title={said} />}
      {error !== null && !isFetching ? (
        <TenantFailure endpoint={tenant.endpoint} error={error} onRetry={() => void refetch()} />
      ) : view === undefined ? (
        !stopped && (
          <Section title={words.ownKeys.keys} lead={words.ownKeys.reading}>
            <Skeleton height={160} />
          </Section>
        )
      ) : (
        <Listed view={view} busy={isFetching} ask={setAsking} />
      )}
      {asking?.what === 'change' && view !== undefined && (
        <ChangeOwnDialog
          tenant={tenant}
          change={asking.change}
          view={view}
          onClose={(outcome) => void close(outcome, true)}
        />
      )}
      {asking?.what === 'export' && (
        <ExportOwnDialog tenant={tenant.name} own={asking.own} onClose={(outcome) => void close(outcome, false)} />
      )}
    </Page>
  );
}

interface ListedProps {
  view: OwnKeysView;
  busy: boolean;
  ask: (asking: Asking) => void;
}

function Listed({ view: { keys, budget }, busy, ask }: ListedProps) {
  return (
    <Section
      title={words.ownKeys.keys}
      lead={<RotationsLeft budget={budget} />}
      actions={
        keys.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileExport size={15} aria-hidden />}
            onClick={() => ask({ what: 'export', own: null })}
          >
            {words.ownKeys.exportAll}
          </Button>
        )
      }
    >
      {keys.length === 0 ? (
        <p className="quiet">{words.ownKeys.listsNone}</p>
      ) : (
        <OwnKeysTable
          keys={keys}
          busy={busy}
          onExport={(own) => ask({ what: 'export', own })}
          onRevoke={({ kid }) => ask({ what: 'change', change: { act: 'revoke', kid } })}
        />
      )}
    </Section>
  );
}
