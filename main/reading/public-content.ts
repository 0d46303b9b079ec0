// Everything public in a file, key by key: each with what the file calls it and with the certificates around it. For whoever
// compares files, looks for their keys in custody, or writes them in another format; the private halves stay behind.
import { createHash } from 'node:crypto';
import { type CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { PublicContent, PublicKeyIn } from '../ports/reading.ts';
import { fromBase64, unsigned } from '../../shared/encoding/bytes.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { canonicalSpki, publicMembers } from '../encoding/public-parts.ts';
import { certificateStructure, type CertificateStructure } from './certificate-structure.ts';
import { Beside } from './chain.ts';
import type { Contents, Half } from './contents.ts';
import { named } from './kind-of.ts';
import { openedSpki } from './open-shape.ts';
import { rsaBits } from './rsa-strength.ts';
import { type Opening, readContents } from './read-contents.ts';

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function publicContent(file: Uint8Array, opening: Opening): Promise<PublicContent> {
  using contents = await readContents(file, opening);
  return publicPartOf(contents);
}

function publicPartOf({ kind, format, layers, pieces, refusal }: Contents): PublicContent {
  const found = new Map<string, PublicKeyIn>();
  let closed = 0;
  let asks = wantsPassphrase(refusal);
  for (const piece of pieces) {
    if (piece.is === 'key') {
      const spki = openedSpki(piece.key);
      closed += spki === null ? 1 : 0;
      asks ||= piece.key.shape.form === 'locked' && wantsPassphrase(piece.key.shape.why);
      take(found, spki, {
        kid: piece.key.kid ?? piece.key.name,
        alg: piece.key.declared?.alg ?? null,
        isPrivate: true,
      });
    } else if (piece.is === 'certificate') {
      takeCertificate(found, piece.der);
    } else if (piece.half !== undefined) {
      takeHalf(found, piece.half);
    }
  }
  const keys = [...found.values()];
  const beside = new Beside(keys.flatMap(({ certificates }) => certificates));
  const withChains = keys.map((key) => ({ ...key, chain: beside.issuersOf(key.certificates[0] ?? null) }));
  return { kind, format, layers, keys: withChains, closed, asks, refusal: keys.length === 0 ? refusal : null };
}

const wantsPassphrase = (why: CustodianError | null): boolean =>
  isCustodianError(why, 'KEY_ENCRYPTED') || isCustodianError(why, 'KEY_PASSPHRASE_WRONG');

type Told = Partial<Pick<PublicKeyIn, 'kid' | 'alg' | 'use' | 'isPrivate'>>;

/** What the same key is called later in the file is added where nothing was said before. */
function take(found: Map<string, PublicKeyIn>, given: Uint8Array | null, told: Told): PublicKeyIn | null {
  if (given === null) {
    return null;
  }
  const spki = inOneForm(given);
  const id = createHash('sha256').update(spki).digest('hex');
  const known = found.get(id) ?? {
    spki,
    ...namesOf(spki),
    kid: null,
    alg: null,
    use: null,
    isPrivate: false,
    certificates: [],
    chain: [],
  };
  const key: PublicKeyIn = {
    ...known,
    kid: known.kid ?? told.kid ?? null,
    alg: known.alg ?? told.alg ?? null,
    use: known.use ?? told.use ?? null,
    isPrivate: known.isPrivate || told.isPrivate === true,
  };
  found.set(id, key);
  return key;
}

function namesOf(spki: Uint8Array): Pick<PublicKeyIn, 'kind' | 'thumbprint'> {
  try {
    const members = publicMembers(spki);
    const name = members.kty === 'RSA' ? `RSA ${rsaBits(unsigned(fromBase64(members.n)))}` : members.crv;
    return { kind: named(name), thumbprint: jwkThumbprint(members) };
  } catch (error) {
    return {
      kind: isCustodianError(error, 'KEY_UNSUPPORTED') ? error.facts.kind : { code: 'damaged' },
      thumbprint: null,
    };
  }
}

/** Kinds that no ring knows stay as they are written. */
function inOneForm(spki: Uint8Array): Buffer {
  try {
    return canonicalSpki(spki);
  } catch {
    return Buffer.from(spki);
  }
}

function takeCertificate(found: Map<string, PublicKeyIn>, der: Uint8Array): void {
  const structure: CertificateStructure | null = certificateStructure(der);
  const key = take(found, structure?.spki ?? null, {});
  if (key !== null && !key.certificates.some((each) => Buffer.compare(each, der) === 0)) {
    key.certificates.push(der);
  }
}

function takeHalf(found: Map<string, PublicKeyIn>, { spki, kid, alg, use, certificates }: Half): void {
  take(found, spki, { kid, alg, use });
  certificates.forEach((der) => takeCertificate(found, der));
}
