// What choosing an entry of the palette or of a context menu does.
import { begin } from '../state/intent.ts';
import { go } from '../state/route.ts';
import { openOverlay } from './overlay.ts';
import type { PaletteEntry } from './palette.ts';

/** What lay over the screen must be gone before a dialog may open. */
export function follow({ to }: PaletteEntry): void {
  if (to === 'shortcuts') {
    requestAnimationFrame(() => openOverlay('shortcuts'));
  } else if ('begin' in to) {
    requestAnimationFrame(() => begin(to.begin, to.about));
  } else {
    go(to);
  }
}
