// How much key derivation one file may ask for. A file names its own cost, so without a limit a few bytes could keep the
// program busy for years. The limit is far above what real files ask for and ends within two seconds.
import type { Scheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';

/**
 * One unit is about one round of PBKDF2 with HMAC-SHA-256, a quarter of a microsecond. Eight million units let pass
 * 8,000,000 rounds of SHA-256 or 2,666,666 of SHA-512, scrypt with N = 2^18, r = 8, p = 1 (256 MiB), and the
 * 600,000 rounds that the most careful browsers put on each part of a PKCS#12.
 */
export const MAX_WORK = 8_000_000;

export interface WorkBudget {
  /** Throws KEY_CIPHER_UNSUPPORTED when the file has asked for more than is left. */
  take(work: number, derivation: Scheme): void;
  /** The same for one of several forms of a passphrase: only the first, 0, is refused; for another one nothing is left. */
  takes(work: number, derivation: Scheme, form: number): boolean;
  /** Throws when so much is not left, and takes nothing. */
  require(work: number, derivation: Scheme): void;
}

/** What an officer may allow for one file: up to half a minute. */
export const LONG_WORK = 10 * MAX_WORK;

/** For one file. */
export function createWorkBudget(limit: number = MAX_WORK): WorkBudget {
  let left = limit;
  const require = (work: number, derivation: Scheme): void => {
    // Written so that NaN and Infinity are refused too.
    if (!(work <= left)) {
      throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'too-much-work', derivation } });
    }
  };
  const take = (work: number, derivation: Scheme): void => {
    require(work, derivation);
    left -= work;
  };
  return {
    require,
    take,
    takes(work, derivation, form) {
      if (form > 0 && work > left) {
        return false;
      }
      take(work, derivation);
      return true;
    },
  };
}
