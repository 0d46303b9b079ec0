// One ring: its name and algorithm, what can be done with it, and its lane.
import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconRotateClockwise2 } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { RingView, Tenant } from '../../shared/model.ts';
import { keyIn, nextOutcome, rotationOutcome } from '../state/rotation.ts';
import { algorithmLine, isPublishable } from '../text/algorithms.ts';
import { shortKid } from '../text/hex.ts';
import { GenerateDialog } from './generate-dialog.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { Lane } from './lane.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import './ring-panel.css';

type Act = 'rotate' | 'generate' | 'import';

export function RingPanel({ tenant, view }: { tenant: Tenant; view: RingView }) {
  const id = useId();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { ring } = view;
  return (
    <section className="panel ring" aria-labelledby={id}>
      <div className="ring-head">
        <div>
          <h2 id={id}>{ring.name}</h2>
          <p className="ring-alg">
            <span className="mono">{algorithmLine(ring.alg, ring.bits)}</span>
            {!isPublishable(ring.alg, tenant.endpoint) && ' · for local use, never published'}
          </p>
        </div>
        <RingActions view={view} onAct={setAct} />
      </div>
      <Lane tenant={tenant} keys={view.keys} />
      {act === 'rotate' && <RotateDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'generate' && <GenerateDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'import' && <ImportDialog tenant={tenant} view={view} onClose={close} />}
    </section>
  );
}

function RingActions({ view, onAct }: { view: RingView; onAct: (act: Act) => void }) {
  const next = nextOutcome(view);
  const ring = view.ring.name;
  return (
    <div className="row row-wrap push-end">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileImport size={15} aria-hidden />}
        aria-label={`Import… into ring ${ring}`}
        onClick={() => onAct('import')}
      >
        Import…
      </Button>
      <GuardedButton
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        aria-label={`Generate next key of ring ${ring}`}
        why={
          next.act === 'refused'
            ? `The next key ${shortKid(next.kid)} is announced already. Rotate instead: that makes a fresh next key.`
            : null
        }
        onClick={() => onAct('generate')}
      >
        Generate next
      </GuardedButton>
      <GuardedButton
        size="xs"
        leftSection={<IconRotateClockwise2 size={15} aria-hidden />}
        aria-label={`Rotate… ring ${ring}`}
        variant={keyIn('next', view.keys)?.publishedAt ? 'filled' : 'default'}
        why={
          rotationOutcome(view, false).possible
            ? null
            : 'There is no next key to bring into use. Generate or import one first.'
        }
        onClick={() => onAct('rotate')}
      >
        Rotate…
      </GuardedButton>
    </div>
  );
}
