// The file dialogs of the operating system. Paths and key bytes stay on this side of the border.
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { MAX_IMPORT_BYTES } from '../../shared/limits.ts';
import { readLimited } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';
import type { FileDialogs } from '../ipc/handlers.ts';

export function createDialogs(window: BrowserWindow): FileDialogs {
  return {
    async chooseKeyFile() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Import a private key',
        buttonLabel: 'Import',
        properties: ['openFile', 'showHiddenFiles'],
        filters: [
          { name: 'Private keys', extensions: ['pem', 'key', 'der', 'p8', 'pk8'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      return file === undefined ? null : readLimited(file, MAX_IMPORT_BYTES);
    },
    async saveAs(suggestedName, bytes) {
      const { filePath } = await dialog.showSaveDialog(window, {
        title: 'Save',
        defaultPath: suggestedName,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (filePath === '') {
        return null;
      }
      await saveFile(filePath, bytes, { overwrite: true });
      return path.basename(filePath);
    },
  };
}
