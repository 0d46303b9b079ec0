// The window's frame: rail on the left, the screen on the right, at its foot the work that goes on, and the one live region.
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnnouncement } from '../state/announce.ts';
import { useFocusKeeper } from './focus-keeper.ts';
import type { Route } from '../../shared/screens.ts';
import { words } from '../text/words.ts';
import { BulkJobs } from '../fleet/components/bulk-jobs.tsx';
import { WithFoot } from '../parts/foot-bar.tsx';
import { DropOverlay } from './drop-overlay.tsx';
import { LockBar } from './lock-bar.tsx';
import { Overlays } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { RegistryAlarm } from './registry-alarm.tsx';
import './shell.css';

const MAIN_ID = 'main';

export function Shell({ route, children }: { route: Route; children: ReactNode }) {
  const announcement = useAnnouncement();
  useFocusKeeper();

  function skipToMain() {
    document.querySelector<HTMLElement>(`#${MAIN_ID} h1`)?.focus();
  }

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={skipToMain}>
        {words.shell.skip}
      </button>
      <Rail route={route} />
      <div className="shell-page">
        <RegistryAlarm />
        <LockBar />
        <WithFoot>
          <main id={MAIN_ID} className="shell-main">
            {children}
          </main>
        </WithFoot>
        <BulkJobs />
      </div>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      <DropOverlay />
      <Overlays route={route} />
    </div>
  );
}
