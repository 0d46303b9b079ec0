// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { actions } from './actions.ts';
import { clocks } from './clocks.tsx';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { emergency } from './emergency.tsx';
import { erase } from './erase.tsx';
import { keyCard } from './key-card.tsx';
import { model } from './model.ts';
import { ownAccord } from './own-accord.ts';
import { plan } from './plan.tsx';
import { rehearsal } from './rehearsal.tsx';
import { revoke } from './revoke.tsx';
import { ring } from './ring.tsx';
import { rotate } from './rotate.ts';
import { timeline } from './timeline.ts';

export const de: typeof en = {
  actions,
  clocks,
  common,
  durations,
  emergency,
  erase,
  keyCard,
  model,
  ownAccord,
  plan,
  rehearsal,
  revoke,
  ring,
  rotate,
  timeline,
};
