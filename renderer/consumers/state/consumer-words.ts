// How long a consumer keeps keys, in a person's words.
import { words } from '../../words/words.ts';
import { durationOf } from '../../text/durations.ts';

/** `null`: it never looks by itself. */
export const keepsWords = (seconds: number | null): string =>
  seconds === null ? words.consumers.table.keepsUntilReplaced : words.consumers.table.keeps(durationOf(seconds));
