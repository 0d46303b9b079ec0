// The vault passphrase as a command line gets it: from a file, through standard input or typed where nobody sees it. Never as a
// word of the command, and never from the environment.
import { CustodianError } from '../../shared/errors.ts';
import { MAX_PASSPHRASE_BYTES } from '../../shared/domain/limits.ts';
import { readLimited } from '../files/read-file.ts';
import { erasing } from '../ports/secret.ts';
import { hiddenLine } from './hidden-input.ts';
import { readPassphrase, withoutLineEnd } from './key-file.ts';
import type { Console } from './output.ts';

export interface PassphraseSource {
  stdin?: boolean | undefined;
  file?: string | undefined;
}

/** The caller overwrites it. Throws USAGE where nothing says it and nobody can be asked. */
export async function passphraseFrom(
  console: Console,
  { stdin = false, file }: PassphraseSource,
  prompt: string,
): Promise<Uint8Array> {
  const found =
    file !== undefined
      ? await passphraseIn(file)
      : stdin
        ? await readPassphrase(console.stdin)
        : await hiddenLine(console, prompt);
  if (found === null || (stdin && file !== undefined)) {
    throw new CustodianError('USAGE', { problem: { code: 'vault-passphrase' } });
  }
  return found;
}

/** Typed twice where it is typed: a slip would lock its owner out. */
export async function newPassphraseFrom(
  console: Console,
  source: PassphraseSource,
  prompt: string,
): Promise<Uint8Array> {
  const found = await passphraseFrom(console, source, prompt);
  if (source.file === undefined && source.stdin !== true) {
    using again = erasing(await passphraseFrom(console, source, 'Once more'));
    if (Buffer.compare(found, again) !== 0) {
      found.fill(0);
      throw new CustodianError('USAGE', { problem: { code: 'passphrases-differ' } });
    }
  }
  return found;
}

/** To show that it is them; `null` where no file is named and nobody can be asked. */
export const passphraseAgain = (console: Console, file: string | null): Promise<Uint8Array | null> =>
  file === null ? hiddenLine(console, 'Vault passphrase, once more') : passphraseIn(file);

/** All of the file but one line end. */
export async function passphraseIn(file: string): Promise<Uint8Array> {
  using content = erasing(await readLimited(file, MAX_PASSPHRASE_BYTES + 2));
  return withoutLineEnd(content);
}
