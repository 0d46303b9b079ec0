// The window's words for the three acts on a published set.
import type { PublishAct } from '../../shared/publishing.ts';

interface ActWords {
  /** In the list of publications. */
  word: string;
  /** The title of the step that sends. */
  step: string;
  /** After it was sent and read back; completed by the count of keys. */
  done: string;
  verb: (tenant: string) => string;
}

export const ACT: Record<PublishAct, ActWords> = {
  push: {
    word: 'Push',
    step: '2. Push',
    done: 'Published and read back',
    verb: (tenant) => `Push to ${tenant}`,
  },
  rollback: {
    word: 'Rollback',
    step: '2. Bring it back',
    done: 'Brought back and read back',
    verb: (tenant) => `Bring the set back at ${tenant}`,
  },
  clear: {
    word: 'Clearing',
    step: '2. Take everything down',
    done: 'Taken down and read back',
    verb: (tenant) => `Take everything down at ${tenant}`,
  },
};
