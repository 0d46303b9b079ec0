// The dialogs of the operating system. Paths, key bytes and passphrases stay on this side of the border.
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { saveFile } from '../files/save-file.ts';
import type { FileDialogs } from '../ipc/handlers.ts';
import { askPassphrase } from './passphrase-window.ts';
import { createRememberedFile } from './remembered-file.ts';

const KEY_FILES = ['pem', 'key', 'der', 'p8', 'pk8', 'p12', 'pfx', 'jwk', 'jwe', 'json'];

export function createDialogs(window: BrowserWindow, distFolder: string): FileDialogs {
  const remembered = createRememberedFile(Date.now);
  return {
    async chooseKeyFile() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose a file',
        properties: ['openFile', 'showHiddenFiles'],
        filters: [
          { name: 'Keys and certificates', extensions: [...KEY_FILES, 'cer', 'crt', 'p7b', 'csr', 'pub'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      return file === undefined ? null : remembered.read(file);
    },
    readDropped: (file) => remembered.read(file),
    readAgain: () => remembered.readAgain(),
    askPassphrase: (fileName, again) =>
      askPassphrase(
        window,
        distFolder,
        again ? `That passphrase does not open ${fileName}. Try once more.` : `${fileName} opens with a passphrase.`,
      ),
    async chooseEntry(fileName, entries) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        title: 'Which key?',
        message: `${fileName} holds several private keys.`,
        detail: 'Only the chosen one is imported.',
        buttons: [...entries, 'Cancel'],
        cancelId: entries.length,
        noLink: true,
      });
      return response === entries.length ? null : response;
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
