// A bundle before it leaves: what it would change at the set that was seen last, its exact bytes, and the two ways to save
// it. After that, the fingerprint that the courier compares.
import { Button, Skeleton } from '@mantine/core';
import { IconDeviceFloppy, IconQrcode } from '@tabler/icons-react';
import type { SavedBundle } from '../../../shared/acts/offline.ts';
import type { AirGap } from '../state/air-gap.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PreviewParts } from '../../publishing/components/preview-parts.tsx';
import { When } from '../../parts/when.tsx';

const said = words.outbox.bundle;

export function BundlePlan({ tenant, gap }: { tenant: string; gap: AirGap }) {
  const { plan, save } = gap;
  if (plan.error !== null) {
    return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  }
  if (plan.data === undefined) {
    return <Skeleton height={120} />;
  }
  const preview = plan.data;
  const blocked = preview.findings.some(({ severity }) => severity === 'error');
  return (
    <div className="stack">
      <p className="quiet">{said.planned}</p>
      <PreviewParts preview={preview} busy={save.busy} onDecide={gap.decideOn} />
      <Failure error={save.error} />
      <Saved tenant={tenant} saved={save.result} />
      <div className="row row-wrap">
        <Button
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={save.busy}
          disabled={blocked || plan.isFetching}
          onClick={() => void gap.saveAs(preview, 'file')}
        >
          {said.save}
        </Button>
        <Button
          variant="default"
          leftSection={<IconQrcode size={16} aria-hidden />}
          disabled={blocked || save.busy || plan.isFetching}
          onClick={() => void gap.saveAs(preview, 'qr')}
        >
          {said.saveQr}
        </Button>
      </div>
    </div>
  );
}

function Saved({ tenant, saved }: { tenant: string; saved: SavedBundle | null | undefined }) {
  if (saved === undefined) {
    return null;
  }
  if (saved === null) {
    return <Notice tone="info" role="status" title={said.notSaved} />;
  }
  return (
    <Notice tone="good" role="status" title={said.saved(saved.fileName, tenant)}>
      <p>{say(said.pushBefore(<When at={saved.expiresAt} />))}</p>
      <Fingerprint what={said.fingerprint} value={saved.device} />
      <p>{said.onCourier(saved.fileName)}</p>
    </Notice>
  );
}
