// The backup into which an officer looked last, and what opens it, between the preview and the restore: here in the main
// process, once, and for a few minutes.
import type { RestorePreview } from '../../shared/domain/backup/restore.ts';
import type { BackupOpener } from '../ports/backup-file.ts';
import type { ChosenBackup } from './dialogs.ts';

const KEPT_MS = 15 * 60_000;

interface Looked {
  backup: ChosenBackup;
  opener: BackupOpener;
  preview: RestorePreview;
}

export interface LookedInto {
  /** In the place of the one before. Takes the opener over. */
  keep(looked: Looked): void;
  /** By the hash of its preview; `null` once it was forgotten. Whoever takes it overwrites the opener. */
  take(hash: string): Looked | null;
  /** Overwrites the opener. */
  forget(): void;
}

export function createLookedInto(): LookedInto {
  let kept: Looked | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** Taken, and perhaps given back. */
  let out: ChosenBackup | null = null;
  /** Taken before it was all forgotten: it is not kept again. */
  let forgotten: ChosenBackup | null = null;
  const forget = (): void => {
    kept?.opener.bytes.fill(0);
    kept = null;
  };
  return {
    keep(looked) {
      forget();
      clearTimeout(timer);
      if (looked.backup === forgotten) {
        looked.opener.bytes.fill(0);
        return;
      }
      kept = looked;
      timer = setTimeout(forget, KEPT_MS);
      timer.unref();
    },
    forget() {
      forgotten = out;
      forget();
    },
    take(hash) {
      const found = kept?.preview.hash === hash ? kept : null;
      kept = found === null ? kept : null;
      out = found?.backup ?? out;
      return found;
    },
  };
}
