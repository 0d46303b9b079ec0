// A file as it is compared: its public keys, with what there is to say about each and about the certificates around it.
import { createHash } from 'node:crypto';
import type { ComparedFile, ComparedKey } from '../../shared/domain/reading/comparison.ts';
import type { PublicKeyIn } from '../ports/reading.ts';
import { Issuers } from './certificate-signature.ts';
import { certificatePart } from './inspect/certificate-part.ts';
import { KeyTests } from './key-tests.ts';
import type { Looking } from './inspect/finding.ts';
import { printable, printableFacts } from './inspect/printable.ts';
import { publicKeyFacts } from './inspect/public-key-facts.ts';
import { publicContent } from './public-content.ts';
import type { Opening } from './read-contents.ts';

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function comparedFile(file: Uint8Array, opening: Opening, now: Date): Promise<ComparedFile> {
  const { kind, format, keys, closed, asks } = await publicContent(file, opening);
  const beside = new Issuers(keys.flatMap(({ certificates }) => certificates));
  const looking: Looking = { now, beside, tests: new KeyTests() };
  return { kind, format, keys: keys.map((key) => comparedKey(key, looking)), closed, asks };
}

function comparedKey({ spki, kid, isPrivate, certificates }: PublicKeyIn, looking: Looking): ComparedKey {
  return {
    spkiSha256: sha256(spki),
    kid: kid === null ? null : printable(kid),
    isPrivate,
    facts: printableFacts(publicKeyFacts(spki, looking.tests).facts),
    certificates: certificates.map((der) => ({
      sha256: sha256(der),
      facts: printableFacts(certificatePart(der, looking)?.facts ?? []),
    })),
  };
}

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');
