// What a person chose, dropped or pasted last, so that it can be opened or imported without being asked for again. Only
// where it is and a hash are kept, here in the main process and for a few minutes; a file that changed since is refused.
import { createHash } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_BUNDLE_BYTES } from '../../shared/domain/limits.ts';
import { shownName } from '../files/problem.ts';
import { readLimited } from '../files/read-file.ts';
import type { ChosenFile } from '../ipc/dialogs.ts';

const KEPT_MS = 5 * 60_000;

type Source = () => Promise<ChosenFile>;

export interface RememberedFile {
  /** Reads the file and remembers it from now on. Throws FILE_* codes. The recipient overwrites the bytes. */
  read(file: string): Promise<ChosenFile>;
  /** The same for what lies elsewhere, such as the clipboard. */
  readFrom(source: Source): Promise<ChosenFile>;
  /** The remembered file as it was; `null` when it was forgotten. Throws FILE_UNREADABLE when it changed. */
  refresh(): Promise<ChosenFile | null>;
}

/** `now` in milliseconds. */
export function createRememberedFile(now: () => number): RememberedFile {
  let kept: { source: Source; hash: string; until: number } | null = null;

  async function readFrom(source: Source): Promise<ChosenFile> {
    kept = null;
    const chosen = await source();
    kept = { source, hash: hashOf(chosen), until: now() + KEPT_MS };
    return chosen;
  }

  return {
    read: (file) => readFrom(() => readChosen(file)),
    readFrom,
    async refresh() {
      if (kept === null || now() > kept.until) {
        kept = null;
        return null;
      }
      const { source, hash } = kept;
      const chosen = await source();
      if (hashOf(chosen) !== hash) {
        chosen.bytes.fill(0);
        throw new CustodianError('FILE_UNREADABLE', {
          file: chosen.name,
          problem: { code: 'changed' },
        });
      }
      return chosen;
    },
  };
}

async function readChosen(file: string): Promise<ChosenFile> {
  return { name: shownName(file), bytes: await readLimited(file, MAX_BUNDLE_BYTES) };
}

const hashOf = ({ bytes }: ChosenFile): string => createHash('sha256').update(bytes).digest('hex');
