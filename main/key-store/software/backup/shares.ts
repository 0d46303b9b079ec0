// What opens a backup, split among people: an age identity that exists for as long as it is split, and nowhere afterwards. A
// share alone says nothing about it; how many are needed is chosen when it is made (Shamir's scheme, by a library).
import { createHash } from 'node:crypto';
import { bech32 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { split } from 'shamir-secret-sharing';
import type { SealedShares } from '../../../ports/backup.ts';
import { codeOf, shareOctets } from '../../../encoding/share-code.ts';
import { erasing, Secret } from '../../../ports/secret.ts';
import type { ShareSplit } from '../../../ports/share.ts';

export async function newShareSet({ threshold, count }: ShareSplit): Promise<SealedShares> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const set = setOf(recipient);
  using seed = erasing(bech32.decodeToBytes(identity.toLowerCase()).bytes);
  const shares = await split(seed, count, threshold);
  const codes = shares.map((share, index) => {
    using given = erasing(share);
    using octets = erasing(shareOctets({ set, number: index + 1, threshold, count }, given));
    return Secret.ofText(codeOf(octets));
  });
  return { recipient, set, codes };
}

const setOf = (recipient: string): string => createHash('sha256').update(recipient).digest('hex').slice(0, 8);
