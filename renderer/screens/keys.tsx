// A tenant's rings, and whether the world knows what it should know.
import { Button } from '@mantine/core';
import { IconCircleDashed, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { AddRingDialog } from '../components/ring/add-ring-dialog.tsx';
import { Empty } from '../components/parts/empty.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { Page } from '../components/parts/page.tsx';
import { RingPanel } from '../components/ring/ring-panel.tsx';
import { TenantFrame } from '../components/tenant/tenant-frame.tsx';
import { When } from '../components/parts/when.tsx';
import { publicationDebt } from '../state/publication-debt.ts';
import { hrefOf } from '../state/route.ts';
import { ENDPOINT } from '../text/words.ts';
import { words } from '../words/words.ts';

export function KeysScreen({ tenant }: { tenant: string }) {
  return (
    <TenantFrame tenant={tenant} here="keys">
      {(view) => <Rings view={view} />}
    </TenantFrame>
  );
}

function Rings({ view }: { view: TenantView }) {
  const [adding, setAdding] = useState(false);
  const { rings } = view;
  const addRing = (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {words.ring.add.open}
    </Button>
  );
  return (
    <Page title={words.ring.title} lead={<Published view={view} />} actions={addRing}>
      <DebtNotice view={view} />
      {rings.map((ring) => (
        <RingPanel key={ring.ring.id} tenantView={view} view={ring} />
      ))}
      {rings.length === 0 && (
        <div className="panel">
          <Empty icon={<IconCircleDashed size={22} aria-hidden />} title={words.ring.none.title} action={addRing}>
            {words.ring.none.means}
          </Empty>
        </div>
      )}
      {adding && <AddRingDialog view={view} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Published({ view: { tenant, lastPublication } }: { view: TenantView }) {
  return (
    <>
      {ENDPOINT[tenant.endpoint].word}
      {' · '}
      {lastPublication === null
        ? words.ring.notPublishedYet
        : words.ring.lastPublished(<When at={lastPublication.at} />)}
    </>
  );
}

function DebtNotice({ view }: { view: TenantView }) {
  const { missing, lingering } = publicationDebt(view);
  const publish = (
    <a className="link" href={hrefOf({ screen: 'publish', tenant: view.tenant.name })}>
      {words.ring.previewPush}
    </a>
  );
  if (lingering.length > 0) {
    return (
      <Notice tone="danger" title={words.ring.lingering.title(lingering.length)}>
        <p>
          {words.ring.lingering.means(lingering.length)} {publish}
        </p>
      </Notice>
    );
  }
  if (missing.length > 0) {
    return (
      <Notice tone="caution" title={words.ring.unpublished.title(missing.length)}>
        <p>
          {words.ring.unpublished.means(missing.length)} {publish}
        </p>
      </Notice>
    );
  }
  return null;
}
