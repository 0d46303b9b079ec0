// What the desktop asks a person in dialogs of its own, which the page can neither see nor answer.
import type { KeyEntry } from '../../shared/domain/reading/key-entry.ts';
import type { GivenShare } from '../acts/backup/open-shares.ts';
import type { GivenPackage } from '../acts/updates/releases.ts';
import type { SheetToHandOver } from '../acts/backup/share-sheets.ts';
import type { CallContext } from './router.ts';
import type { Question, Typed } from './question.ts';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

/** The person's choice of a place; where it is stays on that side. */
export interface Place {
  name: string;
  save(bytes: Uint8Array): Promise<void>;
}

/** For what others may read, with a picture of it (PNG) beside it. */
interface PicturedPlace {
  name: string;
  save(bytes: Uint8Array, picture: Uint8Array | null): Promise<void>;
}

/** For a file of any size, which has its name only when `prove` has accepted what lies on the disk. */
interface ProvenPlace {
  name: string;
  /** Throws FILE_EXISTS. */
  save(
    chunks: AsyncIterable<Uint8Array>,
    prove: (again: () => AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<{ sha256: string; bytes: number }>;
}

/** A backup of any size, read as often as it is asked for. */
export interface ChosenBackup {
  name: string;
  bytes: number;
  source: () => AsyncIterable<Uint8Array>;
}

export interface ManyFiles {
  suggestedName: string;
  /** The time that the files bear. */
  at: Date;
  files(): Iterable<{ fileName: string; bytes: Uint8Array }>;
}

/** A package that was chosen, or the document alone; nothing of either is read yet. */
export interface ChosenRelease {
  document(): Promise<Uint8Array>;
  package: GivenPackage | null;
}

interface Written {
  written: (count: number) => void;
}

/** What the desktop asks a person. Each answers `null` when the person closes the dialog. */
export interface FileDialogs {
  /** A file of the person's choice; the recipient overwrites the bytes. */
  chooseKeyFile(): Promise<ChosenFile | null>;
  /** Any number of files of the person’s choice; the recipient overwrites the bytes. */
  chooseKeyFiles(): Promise<ChosenFile[] | null>;
  /** The file that the person dropped on the window just now; the recipient overwrites the bytes. */
  readDropped(): Promise<ChosenFile>;
  /** The text on the clipboard; the recipient overwrites the bytes. Throws PASTE_NOT_SEEN unless a person pasted just now. */
  readPasted(): Promise<ChosenFile>;
  /** What was chosen, dropped or pasted last, as it was then; `null` after a few minutes. The recipient overwrites the bytes. */
  refresh(): Promise<ChosenFile | null>;
  /** UTF-8 bytes that the recipient overwrites. `again`: the last one did not open the file. */
  askPassphrase(fileName: string, again: boolean): Promise<Uint8Array | null>;
  /** Which of several keys in a file, by its place in the list. */
  chooseEntry(fileName: string, entries: readonly KeyEntry[]): Promise<number | null>;
  /** A file of the person's choice that is no key of theirs; the recipient overwrites the bytes. */
  chooseFile(title: string, limit?: number): Promise<ChosenFile | null>;
  /** A secret that lets us in at a tenant, called `name`: UTF-8 bytes that the recipient overwrites. */
  askCredential(question: { name: string; message: string }): Promise<Uint8Array | null>;
  /** A new passphrase, typed twice: UTF-8 bytes that the recipient overwrites. */
  newPassphrase(message: string): Promise<Uint8Array | null>;
  /** The vault passphrase: UTF-8 bytes that the recipient overwrites. `again`: the last one was wrong. */
  askVaultPassphrase(again: boolean): Promise<Uint8Array | null>;
  /** A new one, typed twice: UTF-8 bytes that the recipient overwrites. */
  newVaultPassphrase(): Promise<Uint8Array | null>;
  /** The system's own way to show that it is them, such as a fingerprint; `null` where it has none. */
  askSystem: ((reason: string) => Promise<boolean>) | null;
  /** A backup of the person's choice. */
  chooseBackup(title: string): Promise<ChosenBackup | null>;
  /** A share, typed or from a file or picture; the recipient overwrites the bytes. */
  askShare(message: string): Promise<GivenShare | null>;
  /** Prints the sheet of a share or saves it, as the person says; `false` when they do neither. */
  handOverSheet(sheet: SheetToHandOver, of: number): Promise<boolean>;
  /** A question in a window that the page can neither see nor answer; what was typed there, or `null` for a no. */
  ask(question: Question, signal?: AbortSignal): Promise<Typed | null>;
  /** Where a file that only its owner may read is to go (an existing file was confirmed by the dialog). */
  choosePlace(suggestedName: string): Promise<Place | null>;
  /** Where a file that anybody may read is to go, the same. Throws FILE_EXISTS where another picture lies beside it. */
  choosePicturedPlace(suggestedName: string): Promise<PicturedPlace | null>;
  /** As `choosePlace`; an existing file is not replaced. */
  chooseProvenPlace(suggestedName: string): Promise<ProvenPlace | null>;
  /** Saves many files as a new folder or archive where the person says, and answers with its name. */
  saveAllAs(
    as: 'folder' | 'zip',
    files: ManyFiles,
    work: Pick<CallContext, 'signal'> & Written,
  ): Promise<string | null>;
  /** A page of ours, as it prints (PDF). Nothing in it runs. */
  printed(html: Uint8Array): Promise<Uint8Array>;
  /** A package of this program beside its release document, or the document alone. */
  chooseRelease(title: string): Promise<ChosenRelease | null>;
  /** Shows the file that was chosen so last in the file manager. */
  showRelease(): Promise<void>;
  /** Opens a folder in the file manager. */
  showFolder(folder: string): Promise<void>;
  /** Saves where the person says (an existing file was confirmed by the dialog) and answers with the name. `picture`: PNG, beside it; throws FILE_EXISTS before anything is written. */
  saveAs(suggestedName: string, bytes: Uint8Array, picture?: Uint8Array | null): Promise<string | null>;
}
