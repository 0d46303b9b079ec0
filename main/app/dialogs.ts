// The dialogs of the operating system. Paths, key bytes and passphrases stay on this side of the border.
import path from 'node:path';
import { type BrowserWindow, clipboard, dialog, shell } from 'electron';
import { CustodianError } from '../../shared/errors.ts';
import { readChunks, sizeOf } from '../files/read-chunks.ts';
import { readLimited } from '../files/read-file.ts';
import { shownName } from '../files/problem.ts';
import { saveFile } from '../files/save-file.ts';
import { refusePictureBeside, savePictured } from '../files/save-pictured.ts';
import { saveStream } from '../files/save-stream.ts';
import { saveFolder } from '../files/save-folder.ts';
import { saveZip } from '../files/save-zip.ts';
import type { ChosenFile, FileDialogs } from '../ipc/dialogs.ts';
import { MAX_BULK_FILES } from '../../shared/domain/key-ring/bulk-import.ts';
import { MAX_BUNDLE_BYTES, MAX_IMPORT_BYTES, MAX_SHARE_BYTES } from '../../shared/domain/limits.ts';
import { readPasted } from './clipboard.ts';
import type { ConfirmationWindow } from './confirmation-window.ts';
import type { DroppedFiles } from './dropped-files.ts';
import { showBox } from './message-box.ts';
import type { PasteGate } from './paste-gate.ts';
import {
  type Asker,
  askCredential,
  askNewPassphrase,
  askNewVaultPassphrase,
  askPassphrase,
  askShare,
  askVaultPassphrase,
} from './passphrase-window.ts';
import type { DeskPreferences } from './preferences.ts';
import { printedPage } from './print-page.ts';
import { systemPrompt } from './system-prompt.ts';
import { handOverSheet } from './sheet-window.ts';
import { createReleaseDialogs } from './release-dialogs.ts';
import { createRememberedFile } from './remembered-file.ts';
import { type NativeWords, nativeWords } from '../../shared/words/words.ts';

const KEY_FILES = ['pem', 'key', 'der', 'p8', 'pk8', 'p12', 'pfx', 'jwk', 'jwe', 'json'];

interface Helpers {
  preferences: Pick<DeskPreferences, 'language'>;
  pastes: Pick<PasteGate, 'spend'>;
  drops: DroppedFiles;
  confirmations: ConfirmationWindow;
}

export function createDialogs(
  window: BrowserWindow,
  distFolder: string,
  { preferences, pastes, drops, confirmations }: Helpers,
): FileDialogs {
  const remembered = createRememberedFile(Date.now);
  const words = (): NativeWords['dialog'] => nativeWords(preferences.language()).dialog;
  const asker = (): Asker => ({ parent: window, distFolder, language: preferences.language() });

  async function chooseFile(title: string, limit = MAX_IMPORT_BYTES): Promise<ChosenFile | null> {
    const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openFile', 'showHiddenFiles'] });
    const [file] = filePaths;
    return file === undefined ? null : { name: shownName(file), bytes: await readLimited(file, limit) };
  }

  async function askWhere(title: string, suggestedName: string): Promise<string | null> {
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggestedName,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return filePath === '' ? null : filePath;
  }

  /** `false` when the person closed the dialog. */
  async function savePlaced(name: string, bytes: Uint8Array): Promise<boolean> {
    const file = await askWhere(words().save, name);
    if (file !== null) {
      await savePrivate(file, bytes);
    }
    return file !== null;
  }

  async function savePrivate(file: string, bytes: Uint8Array): Promise<void> {
    const { openToOthers } = await saveFile(file, bytes, { overwrite: true, mode: 0o600 });
    warnIfOpen(file, openToOthers);
  }

  function warnIfOpen(file: string, openToOthers: boolean): void {
    if (openToOthers) {
      const message = words().openToOthers(path.basename(file));
      // The file is there; nothing waits for the person to have read this.
      void showBox(window, { type: 'warning', message, detail: words().noPermissions, buttons: ['OK'] });
    }
  }

  return {
    async chooseKeyFile() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: words().chooseFile,
        properties: ['openFile', 'showHiddenFiles'],
        filters: [
          { name: words().keyFiles, extensions: [...KEY_FILES, 'cer', 'crt', 'p7b', 'csr', 'pub'] },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      return file === undefined ? null : remembered.read(file);
    },
    async chooseKeyFiles() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: words().chooseFiles,
        properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
      });
      const chosen: ChosenFile[] = [];
      for (const file of filePaths.slice(0, MAX_BULK_FILES)) {
        chosen.push({ name: shownName(file), bytes: await readLimited(file, MAX_BUNDLE_BYTES) });
      }
      return chosen.length === 0 ? null : chosen;
    },
    readDropped: async () => remembered.read(await drops.take()),
    async readPasted() {
      pastes.spend();
      return remembered.readFrom(() => readPasted(clipboard, words().clipboard));
    },
    refresh: () => remembered.refresh(),
    askPassphrase: (fileName, again) =>
      askPassphrase(asker(), again ? words().passphraseWrong(fileName) : words().passphraseOf(fileName)),
    async chooseEntry(fileName, entries) {
      const response = await showBox(window, {
        type: 'question',
        title: words().whichKey,
        message: words().severalKeys(fileName),
        detail: words().onlyChosen,
        buttons: [...entries.map(nativeWords(preferences.language()).shared.keyEntry), words().cancel],
        cancelId: entries.length,
      });
      return response === entries.length ? null : response;
    },
    async showFolder(folder) {
      const problem = await shell.openPath(folder);
      if (problem !== '') {
        throw new CustodianError('FILE_UNREADABLE', {
          file: words().theDataFolder,
          problem: { code: 'nothing-opens-folders' },
        });
      }
    },
    ...createReleaseDialogs(window, words),
    chooseFile,
    async chooseBackup(title) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openFile', 'showHiddenFiles'],
        filters: [
          { name: words().backups, extensions: ['age'] },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      return file === undefined
        ? null
        : { name: shownName(file), bytes: await sizeOf(file), source: () => readChunks(file) };
    },
    async askShare(message) {
      const typed = await askShare(asker(), message);
      if (typed === null || typed.length > 0) {
        return typed && { name: null, bytes: typed };
      }
      return chooseFile(words().shareFile, MAX_SHARE_BYTES);
    },
    handOverSheet: (sheet, of) =>
      handOverSheet(window, sheet, { of, words: words(), save: (name, bytes) => savePlaced(name, bytes) }),
    askCredential: (question) => askCredential(asker(), question),
    printed: printedPage,
    askVaultPassphrase: (again) => askVaultPassphrase(asker(), again),
    newVaultPassphrase: () => askNewVaultPassphrase(asker()),
    askSystem: systemPrompt(),
    newPassphrase: (message) => askNewPassphrase(asker(), message),
    ask: (question, signal) => confirmations.ask(question, signal),
    async choosePlace(suggestedName) {
      const file = await askWhere(words().save, suggestedName);
      return file === null
        ? null
        : {
            name: path.basename(file),
            save: (bytes) => savePrivate(file, bytes),
          };
    },
    async choosePicturedPlace(suggestedName) {
      const file = await askWhere(words().save, suggestedName);
      if (file === null) {
        return null;
      }
      await refusePictureBeside(file);
      return { name: path.basename(file), save: (bytes, picture) => savePictured(file, bytes, picture) };
    },
    async chooseProvenPlace(suggestedName) {
      const file = await askWhere(words().save, suggestedName);
      return file === null
        ? null
        : {
            name: path.basename(file),
            async save(chunks, prove) {
              const { openToOthers, ...saved } = await saveStream(file, chunks, prove);
              warnIfOpen(file, openToOthers);
              return saved;
            },
          };
    },
    async saveAllAs(as, { suggestedName, at, files }, work) {
      const target =
        as === 'zip'
          ? await askWhere(words().save, `${suggestedName}.zip`)
          : await askWhere(words().nameFolder, suggestedName);
      if (target === null) {
        return null;
      }
      await (as === 'zip'
        ? saveZip(target, files(), { ...work, overwrite: true, at })
        : saveFolder(target, files(), work));
      return path.basename(target);
    },
    async saveAs(suggestedName, bytes, picture = null) {
      const file = await askWhere(words().save, suggestedName);
      if (file === null) {
        return null;
      }
      await savePictured(file, bytes, picture);
      return path.basename(file);
    },
  };
}
