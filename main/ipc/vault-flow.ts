// The vault passphrase from the window: typed in a window of the main process, and asked for again where it was a slip.
import type { ParsedArgsOf, ResultOf } from '../../shared/contract.ts';
import type { Finding } from '../../shared/domain/doctor/report.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import { erasing } from '../ports/secret.ts';
import type { ReportProgress } from '../ports/stopping.ts';
import type { FileDialogs } from './dialogs.ts';

type Vault = Pick<Custodian, 'vault'>;
type Asking = Pick<FileDialogs, 'askVaultPassphrase' | 'newVaultPassphrase'>;

export const unlockInDialogs = ({ vault }: Vault, dialogs: Asking): Promise<boolean> =>
  untilRight(dialogs, (passphrase) => vault.unlock(passphrase));

/** `told` as it goes on with each key. */
export async function changeInDialogs(
  { vault }: Vault,
  dialogs: Asking,
  { change }: ParsedArgsOf<'vault.passphrase'>,
  { vault: words }: DialogWords,
  told: ReportProgress,
): Promise<ResultOf<'vault.passphrase'>> {
  const step: ReportProgress = (at, of) => told(at, of, words.sealing);
  if (change === 'remove') {
    let damaged: Finding[] = [];
    const done = await untilRight(dialogs, async (passphrase) => {
      damaged = await vault.removePassphrase(passphrase, step);
    });
    return done ? { damaged } : null;
  }
  if (change === 'set') {
    const made = await dialogs.newVaultPassphrase();
    return made && { damaged: await vault.setPassphrase(made, step) };
  }
  // The new one is asked for when the former is known to be right.
  const from = await rightOne(dialogs, (passphrase) => vault.prove(passphrase));
  const to = from && (await dialogs.newVaultPassphrase());
  if (from === null || to === null) {
    from?.fill(0);
    return null;
  }
  await vault.changePassphrase(from, to);
  return { damaged: [] };
}

/** Asks again after a slip, as long as nobody has to wait. */
async function untilRight(dialogs: Asking, use: (passphrase: Uint8Array) => Promise<unknown>): Promise<boolean> {
  using found = erasing(await rightOne(dialogs, use));
  return found !== null;
}

/** `use` overwrites what it is given. The caller overwrites the answer; `null` when the dialog was closed. */
async function rightOne(
  dialogs: Asking,
  use: (passphrase: Uint8Array) => Promise<unknown>,
): Promise<Uint8Array | null> {
  for (let again = false; ; again = true) {
    const passphrase = await dialogs.askVaultPassphrase(again);
    if (passphrase === null) {
      return null;
    }
    const kept = Uint8Array.from(passphrase);
    try {
      await use(passphrase);
      return kept;
    } catch (error) {
      kept.fill(0);
      if (!isCustodianError(error, 'VAULT_PASSPHRASE_WRONG') || error.facts.seconds > 0) {
        throw error;
      }
    }
  }
}
