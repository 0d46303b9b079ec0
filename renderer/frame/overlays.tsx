// What can lie over any screen.
import { useEffect } from 'react';
import { closeOverlay, useOverlay, useOverlayKeys } from './overlay.ts';
import type { Route } from '../../shared/screens.ts';
import { CommandPalette } from './command-palette.tsx';
import { ContextMenu } from './context-menu.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

export function Overlays({ route }: { route: Route }) {
  const overlay = useOverlay();
  useOverlayKeys();
  // Whoever goes somewhere else is done with what lay over the former place.
  useEffect(closeOverlay, [route]);

  return (
    <>
      {overlay === 'palette' && <CommandPalette />}
      {overlay === 'shortcuts' && <ShortcutsDialog />}
      <ContextMenu />
      <LeaveDialog />
    </>
  );
}
