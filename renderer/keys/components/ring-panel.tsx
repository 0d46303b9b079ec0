// One ring: its name and algorithm, what can be done with it, and its lane.
import { Button } from '@mantine/core';
import { IconFileImport, IconListCheck, IconPlus, IconRotateClockwise2 } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import { mayGoOn, mayUse } from '../../../shared/domain/key-ring/may.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { WindowActName } from '../../../shared/window-acts.ts';
import { useIntent } from '../../state/intent.ts';
import { hrefOf } from '../../state/route.ts';
import { nextOutcome, rotationOutcome } from '../state/rotation.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { aboutAttributes } from '../../parts/about.ts';
import { AbortDialog } from './abort-dialog.tsx';
import { EmergencyDialog } from './emergency-dialog.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { GuardedButton } from '../../parts/guarded-button.tsx';
import { ImportedNotice } from './imported-notice.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { Lane } from './lane.tsx';
import { RingMenu } from './ring-menu.tsx';
import { RingTimeline } from './ring-timeline.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { When } from '../../parts/when.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import './ring-panel.css';

type Act = 'rotate' | 'generate' | 'import' | 'abort' | 'emergency' | 'retire';

/** What the palette can begin here. A dialog about what is not possible draws nothing. */
const ACT_OF = {
  'key.rotate': 'rotate',
  'key.generate': 'generate',
  'key.import': 'import',
  'key.abortRotation': 'abort',
  'key.rotateAndRevoke': 'emergency',
  'ring.retire': 'retire',
} as const satisfies Partial<Record<WindowActName, Act>>;
const INTENDED = [
  'key.rotate',
  'key.generate',
  'key.import',
  'key.abortRotation',
  'key.rotateAndRevoke',
  'ring.retire',
] as const;

export function RingPanel({ tenantView, view }: { tenantView: TenantView; view: RingView }) {
  const { tenant } = tenantView;
  const id = useId();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { ring } = view;
  useIntent(INTENDED, { tenant: tenant.name, ring: ring.name }, (meant) => setAct(ACT_OF[meant]));
  return (
    <section className="panel ring" aria-labelledby={id} {...aboutAttributes({ tenant: tenant.name, ring: ring.name })}>
      <div className="ring-head">
        <div>
          <h2 id={id}>{ring.name}</h2>
          <p className="ring-alg">
            <span className="mono">{algorithmLine(ring.alg, ring.bits)}</span>
            {!isPushable(ring.alg, tenant.endpoint) && ` · ${words.ring.localOnly}`}
            {ring.brought && ` · ${words.ring.brought}`}
            {ring.retirement !== null && (
              <> · {say(words.ring.retired(<When at={ring.retirement.at} />, ring.retirement.reason))}</>
            )}
          </p>
        </div>
        {mayUse(tenant) === null && mayGoOn(ring) === null && (
          <RingActions tenant={tenant.name} view={view} onAct={setAct} />
        )}
      </div>
      <ImportedNotice tenant={tenant} ring={ring} />
      <Lane tenant={tenant} view={view} faults={tenantView.certificateFaults} />
      <RingTimeline view={view} />
      {act === 'rotate' && <RotateDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'generate' && <GenerateDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'abort' && <AbortDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'emergency' && <EmergencyDialog tenant={tenantView} ring={view} onClose={close} />}
      {act === 'retire' && <RetireDialog tenant={tenant} view={view} onClose={close} />}
      {act === 'import' && <ImportDialog tenant={tenant} view={view} onClose={close} />}
    </section>
  );
}

interface RingActionsProps {
  tenant: string;
  view: RingView;
  onAct: (act: Act) => void;
}

function RingActions({ tenant, view, onAct }: RingActionsProps) {
  const next = nextOutcome(view);
  const ring = view.ring.name;
  const { act } = words.ring;
  return (
    <div className="row row-wrap push-end">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileImport size={15} aria-hidden />}
        aria-label={act.importInto(ring)}
        onClick={() => onAct('import')}
      >
        {act.import}
      </Button>
      <GuardedButton
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        aria-label={act.generateOf(ring)}
        why={next.act === 'refused' ? act.announcedAlready(shortKid(next.kid)) : null}
        onClick={() => onAct('generate')}
      >
        {act.generate}
      </GuardedButton>
      <Button
        component="a"
        href={hrefOf({ screen: 'plan', tenant, ring, order: null })}
        variant="default"
        size="xs"
        leftSection={<IconListCheck size={15} aria-hidden />}
        aria-label={act.planOf(ring)}
      >
        {act.plan}
      </Button>
      <GuardedButton
        size="xs"
        leftSection={<IconRotateClockwise2 size={15} aria-hidden />}
        aria-label={act.rotateOf(ring)}
        variant="default"
        why={rotationOutcome(view, false).possible ? null : act.noNext}
        onClick={() => onAct('rotate')}
      >
        {act.rotate}
      </GuardedButton>
      <RingMenu
        view={view}
        onAbort={() => onAct('abort')}
        onEmergency={() => onAct('emergency')}
        onRetire={() => onAct('retire')}
      />
    </div>
  );
}
