// Reads a file under each form of its passphrase that is in use, until one opens it. What lies in the clear afterwards is
// overwritten when it is disposed of.
import { isCustodianError } from '../../shared/errors.ts';
import { type Contents, keysIn, overwrite } from './contents.ts';
import { passphraseTries, requirePassphraseLength } from './protection/passphrase.ts';
import { createWorkBudget, LONG_WORK, MAX_WORK } from './protection/work-budget.ts';
import { readContent } from './read-content.ts';

export interface Opening {
  /** UTF-8; `null` when none was given. The caller overwrites it. */
  passphrase: Uint8Array | null;
  /** Takes ten times the work that is usual. */
  allowLongWork?: boolean | undefined;
}

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function readContents(
  file: Uint8Array,
  { passphrase, allowLongWork = false }: Opening,
): Promise<Contents & Disposable> {
  requirePassphraseLength(passphrase);
  const budget = createWorkBudget(allowLongWork ? LONG_WORK : MAX_WORK);
  const tries = passphraseTries(passphrase);
  try {
    let first: Contents | null = null;
    for (const { form, octets } of tries) {
      const found = await readContent(file, { passphrase: octets, isGiven: passphrase !== null, budget });
      // One form was wrong: that the work for another is more than is left says nothing about the file.
      if (!isWrong(found) && (first === null || !isTooMuch(found))) {
        return disposable({ ...found, opened: found.isProtected ? form : 'as-given' });
      }
      first ??= found;
    }
    return disposable(first ?? (await readContent(file, { passphrase: Buffer.alloc(0), isGiven: true, budget })));
  } finally {
    tries.forEach(({ octets }) => octets.fill(0));
  }
}

const disposable = (found: Contents): Contents & Disposable =>
  Object.assign(found, { [Symbol.dispose]: () => overwrite(found) });

/** Nothing opened, and another passphrase might. */
const isWrong = (found: Contents): boolean =>
  !found.isProtected &&
  [found.refusal, ...keysIn(found).map(({ shape }) => (shape.form === 'locked' ? shape.why : null))].some((why) =>
    isCustodianError(why, 'KEY_PASSPHRASE_WRONG'),
  );

const isTooMuch = ({ refusal }: Contents): boolean => isCustodianError(refusal, 'KEY_CIPHER_UNSUPPORTED');
