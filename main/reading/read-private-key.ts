// Reads one private key from a file of any kind that is known here (containers/open-file.ts) and hands it on in one normal
// form. The structure is judged first and the key is tried out last.
import { ALGORITHMS, isNamed } from '../../shared/domain/algorithms.ts';
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { KeyFromFile, ReadOptions } from '../ports/reading.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../encoding/public-parts.ts';
import { chooseEntry, entriesOf } from './choose-key.ts';
import type { DeclaredUse, FoundKey } from './containers/found-key.ts';
import { openFile } from './containers/open-file.ts';
import { soundKey } from './judge-key.ts';
import type { PrivateShape } from './private-shape.ts';
import { keyInHand } from './private-key.ts';
import { kindOf } from './kind-of.ts';
import { matchingCertificate } from './matching-certificate.ts';
import { requirePassphraseLength } from './protection/passphrase.ts';
import { createWorkBudget } from './protection/work-budget.ts';

import { unreadable } from '../encoding/unreadable.ts';

/** By then every certificate has ended, so that the last one is taken. */
const THE_LAST = new Date('9999-12-31T23:59:59Z');

/** Throws the codes that the port names, and nothing else. The caller overwrites file and passphrase. */
export async function readPrivateKey(
  file: Uint8Array,
  ring: KeyRing,
  { passphrase, entry: wanted, allowSmallExponent, now = THE_LAST }: ReadOptions,
): Promise<KeyFromFile> {
  requirePassphraseLength(passphrase);
  using opened = await openFile(file, { passphrase, budget: createWorkBudget() });
  const entries = entriesOf(opened.keys);
  const chosen = chooseEntry(entries, wanted);
  const { declared, source, kid } = chosen.key;
  const shape = usableShape(chosen.key);
  requireDeclaredUse(declared, shape, ring);
  requireFit(shape, ring);
  const { privateKey, spki } = await soundKey(shape, { allowSmallExponent, testPrimes: true });
  const certificate = matchingCertificate(chosen, entries, opened.certificates, now);
  const thumbprint = jwkThumbprint(publicMembers(spki));
  const key = keyInHand(privateKey.export({ format: 'der', type: 'pkcs8' }), spki);
  return { key, thumbprint, source, kid, certificate };
}

function usableShape({ shape }: FoundKey): PrivateShape {
  switch (shape.form) {
    case 'private':
      return shape;
    case 'unsupported':
      throw new CustodianError('KEY_UNSUPPORTED', { kind: shape.kind });
    case 'foreign':
      throw unreadable(shape.problem);
    case 'encrypted PKCS#8':
    case 'PKCS#12':
      throw unreadable({ code: 'encrypted-twice' });
  }
}

/** RFC 7517 §4: what a JWK says about its use is a promise of its owner. */
function requireDeclaredUse(declared: DeclaredUse | null, shape: PrivateShape, ring: KeyRing): void {
  if (declared?.signs === false) {
    throw new CustodianError('KEY_UNSUPPORTED', {
      kind: { code: 'not-for-signing', kind: kindOf(shape) },
    });
  }
  const alg = declared?.alg ?? ring.alg;
  if (!isNamed(ring.alg, alg)) {
    const kind: KeyKind = /^[\w+-]{1,40}$/.test(alg) ? { code: 'marked', kind: kindOf(shape), alg } : kindOf(shape);
    throw new CustodianError('KEY_RING_MISMATCH', { kind, ring: ring.name, alg: ring.alg });
  }
}

/** Any accepted RSA length fits an RSA ring: the ring's own length is for the keys it generates. */
function requireFit(shape: PrivateShape, ring: KeyRing): void {
  if (shape.kind !== ALGORITHMS[ring.alg].kind) {
    throw new CustodianError('KEY_RING_MISMATCH', { kind: kindOf(shape), ring: ring.name, alg: ring.alg });
  }
}
