// The dialogs of the operating system. Paths, key bytes and passphrases stay on this side of the border.
import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { CustodianError } from '../../shared/errors.ts';
import { readLimited } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';
import { saveFolder } from '../files/save-folder.ts';
import { saveZip } from '../files/save-zip.ts';
import type { FileDialogs } from '../ipc/handlers.ts';
import { MAX_IMPORT_BYTES } from '../../shared/limits.ts';
import { askCredential, askNewPassphrase, askPassphrase } from './passphrase-window.ts';
import { createRememberedFile } from './remembered-file.ts';

const KEY_FILES = ['pem', 'key', 'der', 'p8', 'pk8', 'p12', 'pfx', 'jwk', 'jwe', 'json'];

export function createDialogs(window: BrowserWindow, distFolder: string): FileDialogs {
  const remembered = createRememberedFile(Date.now);

  async function askWhere(title: string, suggestedName: string): Promise<string | null> {
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggestedName,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return filePath === '' ? null : filePath;
  }

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
    async showFolder(folder) {
      const problem = await shell.openPath(folder);
      if (problem !== '') {
        throw new CustodianError('FILE_UNREADABLE', {
          file: 'the data folder',
          problem: 'no program opens folders here',
        });
      }
    },
    async chooseFile(title, limit = MAX_IMPORT_BYTES) {
      const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openFile', 'showHiddenFiles'] });
      const [file] = filePaths;
      return file === undefined ? null : { name: path.basename(file), bytes: await readLimited(file, limit) };
    },
    askCredential: (question) => askCredential(window, distFolder, question),
    newPassphrase: (message) => askNewPassphrase(window, distFolder, message),
    async confirm({ message, detail, yes }) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Key Custodian',
        message,
        detail,
        buttons: ['Cancel', yes],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    async choosePlace(suggestedName) {
      const file = await askWhere('Save', suggestedName);
      return file === null
        ? null
        : {
            name: path.basename(file),
            save: (bytes) => saveFile(file, bytes, { overwrite: true, mode: 0o600 }),
          };
    },
    async saveAllAs(as, { suggestedName, at, files }, work) {
      const target =
        as === 'zip'
          ? await askWhere('Save', `${suggestedName}.zip`)
          : await askWhere('Name the folder to make', suggestedName);
      if (target === null) {
        return null;
      }
      await (as === 'zip'
        ? saveZip(target, files(), { ...work, overwrite: true, at })
        : saveFolder(target, files(), work));
      return path.basename(target);
    },
    async saveAs(suggestedName, bytes) {
      const file = await askWhere('Save', suggestedName);
      if (file === null) {
        return null;
      }
      await saveFile(file, bytes, { overwrite: true });
      return path.basename(file);
    },
  };
}
