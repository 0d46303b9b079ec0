// SECURITY: which file a person dropped is told by the browser process and by nobody else. The page asks it for more rights
// to the file that it was handed; that question comes here with the path, which no page can make up, and is never answered:
// nothing is granted, and the same file can be dropped again. (A question that was refused is not asked a second time.)
import type { Session, WebContents } from 'electron';
import { CustodianError } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';

/** The page asks and calls in one breath, on two ways. */
const WAIT_MS = 3000;
const KEPT_MS = 10_000;

export interface DroppedFiles {
  /** Where the file lies that a person dropped just now; once for each time. Throws INPUT_INVALID when there is none. */
  take(): Promise<string>;
}

interface Noted extends DroppedFiles {
  /** The browser process has seen it dropped, or the desktop has asked for it. */
  note(file: string): void;
}

type Waiting = (file: string) => void;

export function createDroppedFiles(clock: Clock): Noted {
  const now = (): number => clock.now().getTime();
  const waiting = new Set<Waiting>();
  let dropped: { file: string; at: number } | null = null;
  return {
    note(file) {
      const [first] = waiting;
      dropped = first === undefined ? { file, at: now() } : null;
      first?.(file);
    },
    take() {
      const young = dropped !== null && Math.abs(now() - dropped.at) <= KEPT_MS ? dropped.file : null;
      dropped = null;
      return young === null ? next(waiting) : Promise.resolve(young);
    },
  };
}

function next(waiting: Set<Waiting>): Promise<string> {
  return new Promise((resolve, reject) => {
    const take: Waiting = (file) => {
      clearTimeout(timer);
      waiting.delete(take);
      resolve(file);
    };
    const timer = setTimeout(() => {
      waiting.delete(take);
      const problem = { code: 'no-file' } as const;
      reject(new CustodianError('INPUT_INVALID', { field: 'file', problem }));
    }, WAIT_MS);
    waiting.add(take);
  });
}

/** Takes the place of the handler that refuses everything, and refuses everything else. */
export function listenForDrops(session: Session, contents: WebContents, clock: Clock): Noted {
  const files = createDroppedFiles(clock);
  session.setPermissionRequestHandler((asking, permission, decide, details) => {
    const file = permission === 'fileSystem' && 'filePath' in details ? details.filePath : undefined;
    if (file === undefined || asking.id !== contents.id || !details.isMainFrame) {
      decide(false);
    } else {
      files.note(file);
    }
  });
  // Newer ones ask once more about places such as ~/.ssh, where keys lie.
  session.on('file-system-access-restricted', (_event, { isDirectory }, decide) => {
    decide(isDirectory ? 'deny' : 'allow');
  });
  return files;
}
