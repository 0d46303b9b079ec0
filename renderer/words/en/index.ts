// The English words, which are the measure for every other language.
import { actions } from './actions.ts';
import { clocks } from './clocks.tsx';
import { common } from './common.ts';
import { consumers } from './consumers.tsx';
import { durations } from './durations.ts';
import { emergency } from './emergency.tsx';
import { erase } from './erase.tsx';
import { keyCard } from './key-card.tsx';
import { languageChoice } from './language-choice.ts';
import { model } from './model.ts';
import { outbox } from './outbox.tsx';
import { ownAccord } from './own-accord.ts';
import { ownKeys } from './own-keys.tsx';
import { plan } from './plan.tsx';
import { preview } from './preview.tsx';
import { proof } from './proof.tsx';
import { publish } from './publish.tsx';
import { rehearsal } from './rehearsal.tsx';
import { revoke } from './revoke.tsx';
import { ring } from './ring.tsx';
import { rotate } from './rotate.ts';
import { timeline } from './timeline.ts';
import { watch } from './watch.tsx';

export const en = {
  actions,
  clocks,
  common,
  consumers,
  durations,
  emergency,
  erase,
  keyCard,
  languageChoice,
  model,
  outbox,
  ownAccord,
  ownKeys,
  plan,
  preview,
  proof,
  publish,
  rehearsal,
  revoke,
  ring,
  rotate,
  timeline,
  watch,
};
