// Shares of a backup: read from paper, a file or a picture, and put together. The scheme itself gives a wrong secret and no
// error, so a set is known by its recipient, and what the shares make has to be the identity of that.
import { createHash } from 'node:crypto';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { combine } from 'shamir-secret-sharing';
import { octetsIn, shareIn, unfit } from '../../encoding/share-code.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import { erasing, Secret, textIn } from '../../ports/secret.ts';
import type { HeldShare } from '../../ports/share.ts';
import { codeInPicture, isPicture } from './share-picture.ts';

/** Words, a code, a saved sheet, or a picture of its QR code. Throws SHARES_UNFIT. The caller overwrites the file. */
export async function readShare(file: Uint8Array): Promise<HeldShare> {
  const text = isPicture(file) ? await codeInPicture(file) : textIn(file);
  using octets = erasing(octetsIn(text));
  const { facts, share } = shareIn(octets);
  return { ...facts, secret: new Secret(share) };
}

/** Throws SHARES_UNFIT. The caller disposes of the shares, and overwrites what opens. */
export async function combineShares(shares: readonly HeldShare[]): Promise<BackupOpener> {
  const first = requireTogether(shares);
  const given = shares.map(({ secret }) => secret.use((bytes) => Uint8Array.from(bytes)));
  try {
    using seed = erasing(await combine(given));
    const identity = bech32.encodeFromBytes('age-secret-key-', seed).toUpperCase();
    const recipient = await identityToRecipient(identity);
    if (createHash('sha256').update(recipient).digest('hex').slice(0, 8) !== first.set) {
      throw unfit({ code: 'wrong' });
    }
    return { kind: 'shares', bytes: Buffer.from(identity) };
  } finally {
    given.forEach((bytes) => bytes.fill(0));
  }
}

/** Enough of them, each once, all of one set. */
function requireTogether([first, ...others]: readonly HeldShare[]): HeldShare {
  if (first === undefined) {
    throw unfit({ code: 'too-few', given: 0, needed: 2 });
  }
  const numbers = new Set([first.number]);
  for (const { set, threshold, count, number } of others) {
    if (set !== first.set || threshold !== first.threshold || count !== first.count) {
      throw unfit({ code: 'mixed', number });
    }
    if (numbers.has(number)) {
      throw unfit({ code: 'repeated', number });
    }
    numbers.add(number);
  }
  if (numbers.size < first.threshold) {
    throw unfit({ code: 'too-few', given: numbers.size, needed: first.threshold });
  }
  return first;
}
