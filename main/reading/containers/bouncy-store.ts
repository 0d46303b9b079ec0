// BKS, the key store of Bouncy Castle and of early Android: entries in the fields of Java, each private key sealed under
// 3DES with the derivation of PKCS#12, and an HMAC over all entries.
import { createHmac } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import { encodeDer, encodeUnsigned } from '../../encoding/der.ts';
import { derElements, TAG } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { octetsOf } from '../../../shared/encoding/bytes.ts';
import {
  certificatePiece,
  type Contents,
  contents,
  keyPiece,
  keysIn,
  overwrite,
  partPiece,
  type Piece,
} from '../contents.ts';
import { format, part, scheme } from '../inspect/finding.ts';
import { type JavaFields, javaFields } from '../java-fields.ts';
import { keyShape } from '../key-shape.ts';
import type { KeyShape } from '../private-shape.ts';
import { utf16Passphrases } from '../protection/passphrase.ts';
import { HASH_ROUND_COST, pbes1 } from '../protection/pbes1.ts';
import { pkcs12Derive, PURPOSE } from '../protection/pkcs12-kdf.ts';
import { stillLocked, type Unlocking } from '../protection/unlock.ts';
import { lockedBy, printableName, tooManyKeys } from './found-key.ts';

const FORMAT = format('BKS');
const ENTRY = { end: 0, certificate: 1, key: 2, secret: 3, sealed: 4 } as const;
const OID_SHA1_3DES = '1.2.840.113549.1.12.1.3';
const MAC_BYTES = 20;

/** It has no magic number, so all of its beginning must be as it is always written. */
export function isBouncyStore(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  const saltBytes = head.length === 12 ? head.readUInt32BE(4) : 0;
  if ((head[3] !== 1 && head[3] !== 2) || head.readUIntBE(0, 3) !== 0 || saltBytes < 8 || saltBytes > 64) {
    return false;
  }
  const rounds = Buffer.from(bytes.subarray(8 + saltBytes, 12 + saltBytes));
  return rounds.length === 4 && rounds.readUInt32BE(0) >= 1 && rounds.readUInt32BE(0) <= 10_000_000;
}

export async function readBouncyStore(bytes: Uint8Array, unlocking: Unlocking): Promise<Contents> {
  const pieces: Piece[] = [];
  try {
    const fields = javaFields(bytes);
    const [version, salt, rounds] = [fields.int(), fields.octets(), fields.int()];
    const start = fields.at();
    const method = scheme({ code: 'pkcs12-mac', hash: 'SHA-1', rounds });
    pieces.push(partPiece(part('Java key store', { Method: method })));
    let count = 0;
    for (let type = fields.octet(); type !== ENTRY.end; type = fields.octet()) {
      pieces.push(...(await entryOf(type, `entry ${count}`, fields, unlocking)));
      count += 1;
      const crowded = tooManyKeys(keysIn({ pieces }).length);
      if (crowded !== null) {
        throw crowded;
      }
    }
    const end = fields.at();
    const stored = bytes.subarray(end, end + MAC_BYTES);
    const opened = keysIn({ pieces }).some(({ shape }) => shape.form !== 'locked');
    const fits =
      !opened || (await hasMac({ salt, rounds, version }, { covered: bytes.subarray(start, end), stored }, unlocking));
    const refusal = keysIn({ pieces }).length > 0 ? null : ({ code: 'no-private-key' } as const);
    return contents('key store', FORMAT, pieces, { warnings: fits ? [] : ['store-unchecked'], refusal });
  } catch (error) {
    if (!(error instanceof CustodianError)) {
      throw error;
    }
    overwrite({ pieces });
    return contents(
      'key store',
      FORMAT,
      pieces.filter(({ is }) => is !== 'key'),
      { refusal: error },
    );
  }
}

async function entryOf(type: number, link: string, fields: JavaFields, unlocking: Unlocking): Promise<Piece[]> {
  const alias = printableName(fields.text());
  fields.long();
  const certificate = (of: string | null): Piece => {
    fields.text();
    return certificatePiece(Buffer.from(fields.octets()), of, { Name: alias });
  };
  const chain = Array.from({ length: Math.min(fields.int(), 100) }, () => certificate(link));
  switch (type) {
    case ENTRY.certificate:
      return [certificate(null), ...chain];
    case ENTRY.key: {
      const shape = encodedKey(fields);
      return shape === null ? chain : [keyPiece({ name: alias, link, shape, source: FORMAT }), ...chain];
    }
    case ENTRY.secret:
      fields.octets();
      return [partPiece(part('secret', { Name: alias }))];
    case ENTRY.sealed: {
      const facts = { Protection: { code: 'by-store' } as const };
      const shape = await sealedKey(fields.octets(), unlocking);
      return shape === null
        ? [partPiece(part('secret', { Name: alias }))]
        : [keyPiece({ name: alias, link, shape, source: FORMAT, protection: { facts, isWeak: true } }), ...chain];
    }
    default:
      throw unreadable(DAMAGED);
  }
}

const PRIVATE_KEY = 0;

/** Kind of key, its format and algorithm, and the octets; `null` for keys of other kinds. */
function encodedKey(fields: JavaFields): KeyShape | null {
  const [kind, encoding] = [fields.octet(), fields.text()];
  fields.text();
  const der = fields.octets();
  return kind === PRIVATE_KEY && encoding === 'PKCS#8' ? keyShape(der) : null;
}

/** Salt and rounds stand before what is sealed. */
async function sealedKey(sealed: Uint8Array, unlocking: Unlocking): Promise<KeyShape | null> {
  try {
    const fields = javaFields(sealed);
    const [salt, rounds] = [fields.octets(), fields.int()];
    const data = sealed.subarray(fields.at());
    const [parameters] =
      derElements(
        encodeDer(
          TAG.sequence,
          encodeDer(TAG.octetString, salt),
          encodeUnsigned(octetsOf(BigInt(Math.max(0, rounds)))),
        ),
      ) ?? [];
    const found = pbes1(OID_SHA1_3DES, parameters);
    if (found === null || data.length === 0 || data.length % found.blockBytes !== 0) {
      throw unreadable(DAMAGED);
    }
    for await (const { content, beginning } of found.attempts(unlocking.passphrase, data, unlocking.budget)) {
      beginning.fill(0);
      using plain = erasing(content);
      const shape = plain === null ? 'closed' : openedKey(plain);
      if (shape !== 'closed') {
        return shape;
      }
    }
    throw stillLocked(unlocking, FORMAT);
  } catch (error) {
    return lockedBy(error);
  }
}

/** Padding fits by chance once in 256 times, the fields of a key never. */
function openedKey(plain: Uint8Array): KeyShape | null | 'closed' {
  try {
    return encodedKey(javaFields(plain));
  } catch {
    return 'closed';
  }
}

interface MacParameters {
  salt: Uint8Array;
  rounds: number;
  version: number;
}

/** In version 1 the key of the HMAC has two octets only, by a slip of its time. */
async function hasMac(
  { salt, rounds, version }: MacParameters,
  { covered, stored }: { covered: Uint8Array; stored: Uint8Array },
  { passphrase, budget }: Unlocking,
): Promise<boolean> {
  for (const [index, given] of utf16Passphrases(passphrase).entries()) {
    using form = erasing(given);
    if (budget.takes(rounds * HASH_ROUND_COST, { code: 'pkcs12-mac', hash: 'SHA-1', rounds }, index)) {
      const length = version === 1 ? 2 : MAC_BYTES;
      using key = erasing(
        await pkcs12Derive({ passphrase: form, salt, rounds, digest: 'sha1', purpose: PURPOSE.mac, length }),
      );
      if (createHmac('sha1', key).update(covered).digest().equals(stored)) {
        return true;
      }
    }
  }
  return false;
}
