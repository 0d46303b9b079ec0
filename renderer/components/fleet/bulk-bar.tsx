// What can be done to all selected tenants. It stays in sight while the list is scrolled.
import { Button, Checkbox } from '@mantine/core';
import { IconCloudUp, IconEye, IconRosetteDiscountCheck, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { words } from '../../words/words.ts';
import { BulkLookDialog, BulkPolicyDialog } from './bulk-dialog.tsx';
import { BulkPushDialog } from './bulk-push-dialog.tsx';
import './bulk.css';

const said = words.bulk;

const ACTS = ['drift', 'prove', 'policy', 'push'] as const;
type Act = (typeof ACTS)[number];

const ICON: Record<Act, typeof IconEye> = {
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
  // What was selected when the work began; the selection may change under it as tenants leave the filter.
  const [open, setOpen] = useState<{ act: Act; tenants: readonly Tenant[] } | null>(null);
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
          {ACTS.map((act) => {
            const Icon = ICON[act];
            return (
              <Button
                key={act}
                size="xs"
                variant="default"
                leftSection={<Icon size={14} aria-hidden />}
                onClick={() => setOpen({ act, tenants: chosen })}
              >
                {said.start[act]}
              </Button>
            );
          })}
        </div>
      ) : (
        <span className="tiny quiet push-end">{said.hint}</span>
      )}
      {open !== null && <Dialog {...open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Dialog({ act, tenants, onClose }: { act: Act; tenants: readonly Tenant[]; onClose: () => void }) {
  const names = tenants.map(({ name }) => name);
  switch (act) {
    case 'drift':
    case 'prove':
      return <BulkLookDialog act={act} tenants={names} onClose={onClose} />;
    case 'policy':
      return <BulkPolicyDialog tenants={names} onClose={onClose} />;
    case 'push':
      return <BulkPushDialog tenants={tenants} onClose={onClose} />;
  }
}
