// “What is this file?” from the window: the file is read, and its passphrase asked for, on this side of the border. The
// page learns the file's name and public facts about its content.
import type { InspectedUpload } from '../../shared/acts/app.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { ChosenFile, FileDialogs } from './dialogs.ts';

type Inspector = Pick<Custodian, 'inspectFile'>;

/** `null` when the person closed the file dialog. */
export async function inspectChosen(
  custodian: Inspector,
  dialogs: Pick<FileDialogs, 'chooseKeyFile'>,
): Promise<InspectedUpload | null> {
  const file = await dialogs.chooseKeyFile();
  return file === null ? null : inspect(custodian, file, null);
}

/** What a person dropped just now. The page cannot say where it lies, and is not told. */
export async function inspectDropped(
  custodian: Inspector,
  dialogs: Pick<FileDialogs, 'readDropped'>,
): Promise<InspectedUpload> {
  return inspect(custodian, await dialogs.readDropped(), null);
}

/** What is on the clipboard. The page asks when a person pastes, and sees no more of it than of a file. */
export async function inspectPasted(
  custodian: Inspector,
  dialogs: Pick<FileDialogs, 'readPasted'>,
): Promise<InspectedUpload> {
  return inspect(custodian, await dialogs.readPasted(), null);
}

/**
 * The file inspected last once more, opened with its passphrase. When it was forgotten meanwhile, the person chooses it
 * again. A passphrase that does not open it is told in the answer. `null` when the person closed a dialog.
 */
export async function inspectOpened(
  custodian: Inspector,
  dialogs: Pick<FileDialogs, 'refresh' | 'chooseKeyFile' | 'askPassphrase'>,
): Promise<InspectedUpload | null> {
  const file = (await dialogs.refresh()) ?? (await dialogs.chooseKeyFile());
  if (file === null) {
    return null;
  }
  const passphrase = await dialogs.askPassphrase(file.name, false);
  if (passphrase === null) {
    file.bytes.fill(0);
    return null;
  }
  return inspect(custodian, file, passphrase);
}

/** `inspectFile` overwrites what it is given. */
async function inspect(
  custodian: Inspector,
  { name, bytes }: ChosenFile,
  passphrase: Uint8Array | null,
): Promise<InspectedUpload> {
  return { fileName: name, found: await custodian.inspectFile(bytes, { passphrase }) };
}
