// A disk or a share that does not answer cannot be told to stop: the call that waits for it holds one of the process's few
// threads until it answers. So the caller is let go at a deadline, and only two such calls are out at a time: the keychain
// keeps its threads.
import { CustodianError } from '../../shared/errors.ts';
import { shownName } from './problem.ts';

const DEADLINE_MS = 30_000;
const AT_A_TIME = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws FILE_UNREADABLE at the deadline. What `work` brings after it is handed to `late`, who lets go of it. */
export async function withPatience<T>(
  file: string,
  work: () => Promise<T>,
  late: (brought: T) => void,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const silent = new CustodianError('FILE_UNREADABLE', {
    file: shownName(file),
    problem: { code: 'disk-silent' },
  });
  let gaveUp = false;
  const task = queued(() => (gaveUp ? Promise.reject(silent) : work()));
  let ring: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    ring = setTimeout(() => {
      gaveUp = true;
      task.then(late, () => undefined);
      reject(silent);
    }, deadlineMs);
  });
  return Promise.race([task, alarm]).finally(() => clearTimeout(ring));
}

async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_A_TIME) {
    running += 1;
  } else {
    await new Promise<void>((admit) => {
      waiting.push(admit);
    });
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) {
      running -= 1;
    } else {
      next();
    }
  }
}
