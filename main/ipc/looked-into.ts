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
}

export function createLookedInto(): LookedInto {
  let kept: Looked | null = null;
  let timer: NodeJS.Timeout | undefined;
  const forget = (): void => {
    kept?.opener.bytes.fill(0);
    kept = null;
  };
  return {
    keep(looked) {
      forget();
      clearTimeout(timer);
      kept = looked;
      timer = setTimeout(forget, KEPT_MS);
      timer.unref();
    },
    take(hash) {
      const found = kept?.preview.hash === hash ? kept : null;
      kept = found === null ? kept : null;
      return found;
    },
  };
}
