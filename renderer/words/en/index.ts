// The English words, which are the measure for every other language.
import { common } from './common.ts';
import { durations } from './durations.ts';
import { clocks } from './clocks.tsx';
import { emergency } from './emergency.tsx';
import { erase } from './erase.tsx';
import { keyCard } from './key-card.tsx';
import { ownAccord } from './own-accord.ts';
import { plan } from './plan.tsx';
import { rehearsal } from './rehearsal.tsx';
import { revoke } from './revoke.tsx';
import { ring } from './ring.tsx';
import { rotate } from './rotate.ts';
import { timeline } from './timeline.ts';

export const en = {
  common,
  durations,
  clocks,
  emergency,
  erase,
  keyCard,
  ownAccord,
  plan,
  rehearsal,
  revoke,
  ring,
  rotate,
  timeline,
};
