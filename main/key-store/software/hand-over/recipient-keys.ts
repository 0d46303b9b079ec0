// The public keys in a file by which a recipient says how to reach it, whatever the file is: a JWK, a set, a certificate, a
// PEM. Of several the one for encryption is meant; where that is not one, the officer is told what to ask for.
import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { jsonOf } from '../../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import type { InputProblem } from '../../../../shared/problems/input.ts';
import type { PublicKeyIn } from '../../../ports/reading.ts';
import { certificateStructure, extensionOf } from '../../../reading/certificate-structure.ts';
import { publicContent } from '../../../reading/public-content.ts';
import { derElements, TAG } from '../../../../shared/encoding/der.ts';

/** Throws INPUT_INVALID and says what is wrong, without repeating the file. */
export async function recipientJwk(file: Uint8Array): Promise<JWK> {
  const json = jsonIn(Buffer.from(file).toString('utf8'));
  if (json !== null && 'kty' in json) {
    return json;
  }
  if (json !== null && Array.isArray(json['keys'])) {
    const keys = json['keys'].filter(isJwk);
    if (keys.some(isPrivate)) {
      throw unusable({ code: 'recipient-private' });
    }
    return chosen(keys);
  }
  const { keys } = await publicContent(Uint8Array.from(file), { passphrase: null });
  if (keys.some(({ isPrivate }) => isPrivate)) {
    throw unusable({ code: 'recipient-private' });
  }
  return chosen(endKeys(keys).map(jwkOf));
}

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export const isPrivate = (jwk: JWK): boolean => PRIVATE_MEMBERS.some((member) => member in jwk);

const isJwk = (value: unknown): value is JWK => typeof value === 'object' && value !== null && 'kty' in value;

function jsonIn(text: string): (JWK & Record<string, unknown>) | null {
  const value = jsonOf(text.trim().replace(/^\uFEFF/, ''));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- importJWK checks the members
  return typeof value === 'object' && value !== null ? (value as JWK & Record<string, unknown>) : null;
}

/** Without the authorities of a chain. */
function endKeys(keys: readonly PublicKeyIn[]): PublicKeyIn[] {
  const issuers = new Set(keys.flatMap(({ chain }) => chain.map((der) => Buffer.from(der).toString('base64'))));
  return keys.filter(
    ({ certificates }) => !certificates.some((der) => issuers.has(Buffer.from(der).toString('base64'))),
  );
}

function jwkOf({ spki, kid, alg, use, certificates }: PublicKeyIn): JWK {
  const [certificate] = certificates;
  if (certificate !== undefined && !mayEncrypt(certificate)) {
    throw unusable({ code: 'certificate-not-for-encryption' });
  }
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' });
    return {
      ...key,
      ...(kid === null ? {} : { kid }),
      ...(alg === null ? {} : { alg }),
      ...(use === null ? {} : { use }),
    };
  } catch (cause) {
    throw unusable({ code: 'public-key-unusable' }, cause);
  }
}

const OID_KEY_USAGE = '2.5.29.15';
/** keyEncipherment, dataEncipherment and keyAgreement (RFC 5280 §4.2.1.3). */
const ENCRYPTS = 0x20 | 0x10 | 0x08;

/** A certificate that does not say is for everything. */
function mayEncrypt(der: Uint8Array): boolean {
  const structure = certificateStructure(der);
  const value = structure === null ? null : extensionOf(structure, OID_KEY_USAGE);
  const [bits] = value === null ? [] : (derElements(value) ?? []);
  return bits?.tag !== TAG.bitString || ((bits.contents[1] ?? 0) & ENCRYPTS) !== 0;
}

/** Those that say so come before those that do not say. */
function chosen(keys: readonly JWK[]): JWK {
  const [first, ...others] = keys;
  if (first === undefined) {
    throw unusable({ code: 'no-recipient' });
  }
  if (others.length === 0) {
    return first;
  }
  const [said, silent] = [keys.filter(({ use }) => use === 'enc'), keys.filter((key) => isSilent(key))];
  const [only, ...more] = said.length > 0 ? said : silent;
  if (only === undefined) {
    throw unusable({ code: 'set-without-encryption' });
  }
  if (more.length > 0) {
    throw unusable({ code: 'several-recipients', count: 1 + more.length });
  }
  return only;
}

const isSilent = ({ use, alg, key_ops: operations }: JWK): boolean =>
  use === undefined && !/^(?:[RPEH]S\d|EdDSA|Ed)/.test(alg ?? '') && operations?.includes('verify') !== true;

export const unusable = (problem: InputProblem, cause?: unknown): CustodianError<'INPUT_INVALID'> =>
  new CustodianError('INPUT_INVALID', { field: 'recipient', problem }, { cause });
