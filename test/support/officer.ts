// Somebody who sits before the window in a test: answers the questions of the main process and has files at hand.
import path from 'node:path';
import { saveFolder } from '../../main/files/save-folder.ts';
import { saveStream } from '../../main/files/save-stream.ts';
import { saveZip } from '../../main/files/save-zip.ts';
import type { ChosenFile, ChosenRelease, FileDialogs } from '../../main/ipc/dialogs.ts';
import type { Question, Typed } from '../../main/ipc/question.ts';

export interface Officer {
  /** What the main process asked so far. */
  asked: Question[];
  /** What comes of a question: at first a yes with everything typed that is wanted. `null` is a no. */
  answer: (question: Question) => Promise<Typed | null> | Typed | null;
  /** What is chosen, dropped or pasted next; `null` closes the dialog. */
  file: ChosenFile | null;
  /** What is chosen where several files are asked for. */
  files: readonly ChosenFile[];
  /** What is typed where a passphrase or another secret is asked for; `null` closes the dialog. */
  secret: string | null;
  /** What is given next where a share is asked for; none closes the dialog. */
  shares: Uint8Array[];
  /** Whether the sheets of shares are printed or saved. */
  takesSheets: boolean;
  /** What is chosen as a release. */
  release: ChosenRelease | null;
  /** Whether the dialog that asks where to save an answer is closed. */
  closesSaving: boolean;
  /** Name -> bytes of what was saved as one file; many go into the folder. */
  saved: Map<string, Uint8Array>;
  /** Says no to whatever is asked next, once. */
  sayNo(): void;
}

const SECRET = 'correct-horse-battery-staple';
const REASON = 'typed in the window of the main process';

export const yes = ({ fields }: Question): Typed =>
  Object.fromEntries(fields.map(({ name, exactly }) => [name, exactly ?? (name === 'passphrase' ? SECRET : REASON)]));

export function createOfficer(folder: string): Officer & { dialogs: FileDialogs } {
  let last: ChosenFile | null = null;
  const copyOf = (file: ChosenFile | null): ChosenFile | null =>
    file && { name: file.name, bytes: Uint8Array.from(file.bytes) };
  const take = (): ChosenFile | null => copyOf((last = officer.file));
  const given = (): ChosenFile => take() ?? { name: 'nothing', bytes: new Uint8Array() };
  const typed = async () => (officer.secret === null ? null : new TextEncoder().encode(officer.secret));
  const save = (name: string, bytes: Uint8Array): string => {
    officer.saved.set(name, Uint8Array.from(bytes));
    return name;
  };
  const savePictured = (name: string, bytes: Uint8Array, picture: Uint8Array | null): void => {
    save(name, bytes);
    if (picture !== null) {
      save(`${name}.qr.png`, picture);
    }
  };
  const officer: Officer = {
    asked: [],
    answer: yes,
    file: null,
    secret: SECRET,
    shares: [],
    takesSheets: true,
    release: null,
    files: [],
    closesSaving: false,
    saved: new Map(),
    sayNo() {
      officer.answer = () => {
        officer.answer = yes;
        return null;
      };
    },
  };
  const dialogs: FileDialogs = {
    chooseKeyFile: async () => take(),
    chooseKeyFiles: async () => officer.files.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) })),
    chooseFile: async () => take(),
    readDropped: async () => given(),
    readPasted: async () => ({ ...given(), name: 'Clipboard' }),
    refresh: async () => copyOf(last),
    askPassphrase: typed,
    askCredential: typed,
    newPassphrase: typed,
    askVaultPassphrase: typed,
    newVaultPassphrase: typed,
    askSystem: null,
    chooseBackup: async () => {
      const chosen = take();
      return chosen && { name: chosen.name, bytes: chosen.bytes.length, source: inPieces(chosen.bytes) };
    },
    askShare: async () => {
      const bytes = officer.shares.shift();
      return bytes === undefined ? null : { name: null, bytes: Uint8Array.from(bytes) };
    },
    handOverSheet: async ({ fileName, page }) => {
      page.use((bytes) => save(fileName, bytes));
      return officer.takesSheets;
    },
    chooseEntry: async () => 0,
    ask: async (question) => {
      officer.asked.push(question);
      return officer.answer(question);
    },
    choosePlace: async (name) => ({ name, save: async (bytes) => void save(name, bytes) }),
    chooseProvenPlace: async (name) => ({
      name,
      save: async (chunks, prove) => saveStream(path.join(folder, name), chunks, prove),
    }),
    choosePicturedPlace: async (name) =>
      officer.closesSaving ? null : { name, save: async (bytes, picture) => savePictured(name, bytes, picture) },
    async saveAs(name, bytes, picture = null) {
      savePictured(name, bytes, picture);
      return name;
    },
    async saveAllAs(as, { suggestedName, at, files }, work) {
      const name = `${suggestedName}${as === 'zip' ? '.zip' : ''}`;
      const target = path.join(folder, name);
      await (as === 'zip'
        ? saveZip(target, files(), { ...work, at, overwrite: true })
        : saveFolder(target, files(), work));
      return name;
    },
    // As far as a desktop is needed for it: that it is a file of its own, made of the page.
    printed: async (html) => Buffer.concat([Buffer.from('%PDF-1.7\n'), html]),
    chooseRelease: async () => officer.release,
    showRelease: async () => undefined,
    showFolder: async () => undefined,
  };
  return Object.assign(officer, { dialogs });
}

const inPieces = (whole: Uint8Array) =>
  async function* read() {
    for (let at = 0; at < whole.length; at += 10_000) {
      yield await Promise.resolve(whole.subarray(at, at + 10_000));
    }
  };
