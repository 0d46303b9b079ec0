// What can be done to all selected tenants. It stays in sight while the list is scrolled.
import { Button, Checkbox } from '@mantine/core';
import { IconCloudUp, IconEye, IconRosetteDiscountCheck, IconScale } from '@tabler/icons-react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { BULK_ACTS, type BulkAct, useBulkJobs } from '../state/bulk-jobs.tsx';
import { words } from '../../text/words.ts';
import './bulk.css';

const said = words.bulk;

const ICON: Record<BulkAct, typeof IconEye> = {
  drift: IconEye,
  prove: IconRosetteDiscountCheck,
  policy: IconScale,
  push: IconCloudUp,
};

interface BulkBarProps {
  /** The selected tenants, in the order in which they are shown. */
  chosen: readonly Tenant[];
  /** How many are shown. */
  shown: number;
  onSelectShown: (all: boolean) => void;
}

export function BulkBar({ chosen, shown, onSelectShown }: BulkBarProps) {
  const { begin, running } = useBulkJobs();
  const some = chosen.length > 0;
  return (
    <div className="bulk-bar" role="group" aria-label={said.name} data-some={some}>
      <Checkbox
        label={said.selectShown}
        checked={some && chosen.length === shown}
        indeterminate={some && chosen.length < shown}
        disabled={shown === 0}
        onChange={(event) => onSelectShown(event.currentTarget.checked)}
      />
      <span role="status" className="small numbers bulk-amount">
        {some && said.selected(chosen.length)}
      </span>
      {some && (
        <Button size="compact-xs" variant="subtle" onClick={() => onSelectShown(false)}>
          {said.clear}
        </Button>
      )}
      {some ? (
        <div className="row row-wrap push-end">
          {running && <span className="tiny quiet">{said.busy}</span>}
          {BULK_ACTS.map((act) => {
            const Icon = ICON[act];
            return (
              <Button
                key={act}
                size="xs"
                variant="default"
                leftSection={<Icon size={14} aria-hidden />}
                disabled={running}
                onClick={() => begin(act, chosen)}
              >
                {said.start[act]}
              </Button>
            );
          })}
        </div>
      ) : (
        <span className="tiny quiet push-end">{said.hint}</span>
      )}
    </div>
  );
}
