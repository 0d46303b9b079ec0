// The English words, which are the measure for every other language.
import { common } from './common.ts';
import { durations } from './durations.ts';
import { consumers } from './consumers.tsx';
import { outbox } from './outbox.tsx';
import { ownKeys } from './own-keys.tsx';
import { preview } from './preview.tsx';
import { proof } from './proof.tsx';
import { publish } from './publish.tsx';
import { watch } from './watch.tsx';

export const en = {
  common,
  durations,
  consumers,
  outbox,
  ownKeys,
  preview,
  proof,
  publish,
  watch,
};
