// A tenant's rings, and whether the world knows what it should know.
import { mayUse } from '../../../shared/domain/key-ring/may.ts';
import { pendingOf } from '../../../shared/domain/published-set/pending.ts';
import { Button } from '@mantine/core';
import { IconCircleDashed, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { AddRingDialog } from '../components/add-ring-dialog.tsx';
import { ImportManyDialog } from '../components/import-many-dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { KeysFoot } from '../components/keys-foot.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { RingPanel } from '../components/ring-panel.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { When } from '../../parts/when.tsx';
import { useIntent } from '../../state/intent.ts';
import { hrefOf } from '../../state/route.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

export const screen = screenOf('keys', KeysScreen);

function KeysScreen({ tenant }: { tenant: string }) {
  return <TenantFrame tenant={tenant}>{(view) => <Rings view={view} />}</TenantFrame>;
}

function Rings({ view }: { view: TenantView }) {
  const [adding, setAdding] = useState(false);
  useIntent(['ring.add'], { tenant: view.tenant.name }, () => setAdding(true));
  const [importing, setImporting] = useState(false);
  useIntent(['key.importMany'], { tenant: view.tenant.name }, () => setImporting(true));
  const { rings, tenant } = view;
  const inUse = mayUse(tenant) === null;
  const addRing = (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {words.ring.add.open}
    </Button>
  );
  const actions = (
    <div className="row row-wrap">
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => setImporting(true)}
      >
        {words.importing.many.open}
      </Button>
      {addRing}
    </div>
  );
  return (
    <Page title={words.ring.title} lead={<Published view={view} />} {...(inUse ? { actions } : {})}>
      {inUse && <PendingNotice view={view} />}
      {rings.map((ring) => (
        <RingPanel key={ring.ring.id} tenantView={view} view={ring} />
      ))}
      {rings.length === 0 && (
        <div className="panel">
          <Empty
            icon={<IconCircleDashed size={22} aria-hidden />}
            title={words.ring.none.title}
            action={inUse ? addRing : null}
          >
            {words.ring.none.means}
          </Empty>
        </div>
      )}
      <KeysFoot view={view} />
      {importing && <ImportManyDialog tenant={view.tenant} onClose={() => setImporting(false)} />}
      {adding && <AddRingDialog view={view} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Published({ view: { tenant, lastPublication } }: { view: TenantView }) {
  return (
    <>
      {words.model.endpoint[tenant.endpoint].word}
      {' · '}
      {lastPublication === null
        ? words.ring.notPublishedYet
        : say(words.ring.lastPublished(<When at={lastPublication.at} />))}
    </>
  );
}

/** What the tenant was sent is not what its rings want: the worst of it, by the same rule as the overview's. */
function PendingNotice({ view }: { view: TenantView }) {
  const pending = pendingOf(view);
  if (pending === null) {
    return null;
  }
  const { lingering, missing, altered } = pending;
  const said = words.ring;
  const { title, means } =
    lingering.length > 0
      ? counted(said.lingering, lingering.length)
      : missing.length > 0
        ? counted(said.unpublished, missing.length)
        : altered.length > 0
          ? counted(said.altered, altered.length)
          : said.reordered;
  return (
    <Notice tone={lingering.length > 0 ? 'danger' : 'caution'} title={title}>
      <p>
        {means}{' '}
        <a className="link" href={hrefOf({ screen: 'publish', tenant: view.tenant.name })}>
          {said.previewPush}
        </a>
      </p>
    </Notice>
  );
}

const counted = (
  { title, means }: { title: (count: number) => string; means: (count: number) => string },
  count: number,
) => ({ title: title(count), means: means(count) });
