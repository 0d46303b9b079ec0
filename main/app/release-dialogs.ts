// A release from a file: the officer chooses the package, beside which its document lies, or the document alone. Where that is
// stays here; the page is told names.
import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { MAX_RELEASE_BYTES, RELEASE_FILE } from '../../shared/domain/updates/release.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import { documentBeside, givenPackage } from '../composition/releases-alone.ts';
import { readLimited } from '../files/read-file.ts';
import type { FileDialogs } from '../ipc/dialogs.ts';

export function createReleaseDialogs(
  window: BrowserWindow,
  words: () => NativeWords['dialog'],
): Pick<FileDialogs, 'chooseRelease' | 'showRelease'> {
  let last: string | null = null;
  return {
    async chooseRelease(title) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openFile'],
        filters: [
          {
            name: words().packages,
            extensions: ['deb', 'rpm', 'gz', 'AppImage', 'exe', 'msi', 'dmg', 'zip', 'release'],
          },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      if (file === undefined) {
        return null;
      }
      last = file;
      const alone = path.basename(file) === RELEASE_FILE;
      return {
        document: () => readLimited(alone ? file : documentBeside(file), MAX_RELEASE_BYTES),
        package: alone ? null : givenPackage(file),
      };
    },
    showRelease() {
      if (last !== null) {
        shell.showItemInFolder(last);
      }
      return Promise.resolve();
    },
  };
}
