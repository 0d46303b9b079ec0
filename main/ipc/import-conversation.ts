// Importing a file from the window: whatever the file turns out to need (a passphrase, a choice among several keys) is
// asked for here, so that neither the file's bytes nor a passphrase pass through the page.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { RingView } from '../../shared/model/ring.ts';
import type { Custodian } from '../core/custodian.ts';
import type { FileDialogs } from './handlers.ts';

/** `null` when the person closed one of the dialogs; nothing was changed then. */
export async function importInConversation(
  custodian: Pick<Custodian, 'importKey'>,
  dialogs: Pick<FileDialogs, 'readAgain' | 'chooseKeyFile' | 'askPassphrase' | 'chooseEntry'>,
  args: ParsedArgsOf<'key.import'>,
): Promise<RingView | null> {
  const { inspected = false, ...target } = args;
  const file = (inspected ? await dialogs.readAgain() : null) ?? (await dialogs.chooseKeyFile());
  if (file === null) {
    return null;
  }
  let { entry } = target;
  let passphrase: Uint8Array | null = null;
  try {
    for (;;) {
      try {
        // importKey overwrites what it is given; the originals serve the next try.
        const secrets = { passphrase: passphrase === null ? null : Uint8Array.from(passphrase) };
        return await custodian.importKey({ ...target, entry }, Uint8Array.from(file.bytes), secrets);
      } catch (error) {
        if (isCustodianError(error, 'KEY_ENCRYPTED') || isCustodianError(error, 'KEY_PASSPHRASE_WRONG')) {
          passphrase?.fill(0);
          passphrase = await dialogs.askPassphrase(file.name, error.code === 'KEY_PASSPHRASE_WRONG');
          if (passphrase === null) {
            return null;
          }
        } else if (isCustodianError(error, 'KEY_CHOICE_NEEDED')) {
          const choice = await dialogs.chooseEntry(file.name, error.facts.entries.split('\n'));
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
    file.bytes.fill(0);
    passphrase?.fill(0);
  }
}
