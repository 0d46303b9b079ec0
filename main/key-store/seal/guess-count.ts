// Counts wrong guesses where a new start does not forget them. A guess counts before it is tried, so that ending the program in
// the middle of one gains nothing.
import { z } from 'zod';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import { type Guesses, secondsAfter, waitsUntil } from '../../../shared/domain/vault/guesses.ts';
import type { Clock } from '../../ports/clock.ts';
import { textIn } from '../../ports/secret.ts';
import type { SecretVault } from '../vault.ts';

const NAME = 'vault-guesses';

const guessesSchema = z.strictObject({ failed: z.int().min(0).max(1_000_000), at: z.iso.datetime() });

export interface GuessCount {
  /** Runs `guess`, which answers `null` when it was wrong. Throws VAULT_GUESSES before it and VAULT_PASSPHRASE_WRONG after it. */
  guarded<T>(guess: () => Promise<T | null>): Promise<T>;
}

export function createGuessCount(vault: SecretVault, clock: Clock): GuessCount {
  const now = () => clock.now().toISOString();
  return {
    async guarded(guess) {
      const before = await read(vault, now());
      const until = waitsUntil(before, now());
      if (until !== null) {
        throw new CustodianError('VAULT_GUESSES', { until });
      }
      const failed = before.failed + 1;
      await vault.put(NAME, Buffer.from(JSON.stringify({ failed, at: now() }), 'utf8'));
      const found = await guess();
      if (found === null) {
        throw new CustodianError('VAULT_PASSPHRASE_WRONG', { seconds: secondsAfter(failed) });
      }
      await vault.remove(NAME);
      return found;
    },
  };
}

/** What was altered is as good as taken away, which whoever altered it could have done as well. */
async function read(vault: SecretVault, now: string): Promise<Guesses> {
  try {
    return guessesSchema.parse(parseJson(textIn(await vault.get(NAME))));
  } catch (error) {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return { failed: 0, at: now };
    }
    if (isCustodianError(error) && error.code !== 'VAULT_SECRET_DAMAGED') {
      throw error;
    }
    return { failed: 0, at: now };
  }
}
