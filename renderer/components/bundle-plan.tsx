// A bundle before it leaves: what it would change at the set that was seen last, its exact bytes, and the two ways to save
// it. After that, the fingerprint that the courier compares.
import { Button, Skeleton } from '@mantine/core';
import { IconDeviceFloppy, IconQrcode } from '@tabler/icons-react';
import type { SavedBundle } from '../../shared/contract.ts';
import type { AirGap } from '../state/air-gap.ts';
import { Failure } from './failure.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { Notice } from './notice.tsx';
import { PreviewParts } from './preview-parts.tsx';
import { When } from './when.tsx';

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
      <p className="quiet">
        Planned on the set that was seen last. The courier’s machine sends it only where exactly that set is found.
      </p>
      <PreviewParts preview={preview} removed={gap.removeForeign} busy={save.busy} onRemove={gap.chooseForeign} />
      <Failure error={save.error} />
      <Saved tenant={tenant} saved={save.result} />
      <div className="row row-wrap">
        <Button
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={save.busy}
          disabled={blocked || plan.isFetching}
          onClick={() => void gap.saveAs(preview, 'file')}
        >
          Save bundle…
        </Button>
        <Button
          variant="default"
          leftSection={<IconQrcode size={16} aria-hidden />}
          disabled={blocked || save.busy || plan.isFetching}
          onClick={() => void gap.saveAs(preview, 'qr')}
        >
          Save as QR codes…
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
    return <Notice tone="info" role="status" title="Nothing was saved: the dialog was closed." />;
  }
  return (
    <Notice tone="good" role="status" title={`Saved ${saved.fileName} for ${tenant}`}>
      <p>
        It can be pushed before <When at={saved.expiresAt} />. The courier compares the fingerprint of this device:
      </p>
      <Fingerprint what="fingerprint of this device" value={saved.device} />
      <p>On the courier’s machine: custodian publish courier show {saved.fileName}</p>
    </Notice>
  );
}
