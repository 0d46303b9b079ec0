// A public key from the file that was inspected last, saved in another format. The file is read, and what it wants asked for,
// on this side of the border.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { Conversion } from '../../shared/domain/exports/conversion.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { ChosenFile, FileDialogs } from './dialogs.ts';
import { saveOne } from './save-one.ts';

type Dialogs = Pick<FileDialogs, 'refresh' | 'chooseKeyFile' | 'askPassphrase' | 'chooseEntry' | 'saveAs'>;
type Converter = Pick<Custodian, 'convertFile'>;
type Converted = Awaited<ReturnType<Custodian['convertFile']>>;

/** `null` when the person closed one of the dialogs; nothing was written then. */
export async function convertInDialogs(
  custodian: Converter,
  dialogs: Dialogs,
  { format }: ParsedArgsOf<'file.convert'>,
): Promise<Conversion | null> {
  const file = (await dialogs.refresh()) ?? (await dialogs.chooseKeyFile());
  if (file === null) {
    return null;
  }
  try {
    const made = await converted(custodian, dialogs, file, format);
    const saved = made === null ? null : await saveOne(dialogs, made);
    if (made === null || saved === null) {
      return null;
    }
    const { from, kids, notes } = made;
    return { from, format, kids, notes, ...saved };
  } finally {
    file.bytes.fill(0);
  }
}

/** Asks for what the file needs, as often as it needs it. `null` when the person closed a dialog. */
async function converted(
  { convertFile }: Converter,
  dialogs: Dialogs,
  { name, bytes }: ChosenFile,
  format: Conversion['format'],
): Promise<Converted | null> {
  let passphrase: Uint8Array | null = null;
  let entry: string | undefined;
  try {
    for (;;) {
      try {
        const secrets = { passphrase: passphrase && Uint8Array.from(passphrase) };
        return await convertFile({ format, entry, name }, Uint8Array.from(bytes), secrets);
      } catch (error) {
        if (isCustodianError(error, 'KEY_ENCRYPTED') || isCustodianError(error, 'KEY_PASSPHRASE_WRONG')) {
          passphrase?.fill(0);
          passphrase = await dialogs.askPassphrase(name, passphrase !== null);
          if (passphrase === null) {
            return null;
          }
        } else if (isCustodianError(error, 'KEY_CHOICE_NEEDED')) {
          const choice = await dialogs.chooseEntry(name, error.facts.entries);
          if (choice === null) {
            return null;
          }
          entry = String(choice + 1);
        } else {
          throw error;
        }
      }
    }
  } finally {
    passphrase?.fill(0);
  }
}
