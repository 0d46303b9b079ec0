// The MAC of a PKCS#12 file: the classic one (RFC 7292 §4) and PBMAC1 (RFC 9579). It tells a wrong passphrase from a right
// one before anything is decrypted, and which form of the passphrase the writer used.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Scheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { derChildren, derCount, type DerElement, derOid, TAG } from '../../../shared/encoding/der.ts';
import { DIGESTS, digestName, HMACS } from '../../encoding/object-identifiers.ts';
import { HASH_ROUND_COST } from '../protection/pbes1.ts';
import { keyDerivation } from '../protection/pbes2.ts';
import { utf16Passphrases } from '../protection/passphrase.ts';
import { pkcs12Derive, pkcs12DigestBytes, PURPOSE } from '../protection/pkcs12-kdf.ts';
import type { WorkBudget } from '../protection/work-budget.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';

export interface Pkcs12Mac {
  scheme: Scheme;
  /** Units of work for one form of a passphrase. */
  work: number;
  fits(passphrase: Uint8Array, authenticated: Uint8Array, budget: WorkBudget): Promise<boolean>;
}

const OID_PBMAC1 = '1.2.840.113549.1.5.14';

/** `macData`: SEQUENCE of DigestInfo, salt, rounds (1 when left out). Throws KEY_UNREADABLE or KEY_CIPHER_UNSUPPORTED. */
export function pkcs12Mac(macData: DerElement): Pkcs12Mac {
  const [digestInfo, salt, iterations] = derChildren(macData);
  const [algorithm, stored] = derChildren(digestInfo);
  const [identifier, parameters] = derChildren(algorithm);
  const oid = derOid(identifier);
  const rounds = iterations === undefined ? 1 : derCount(iterations);
  if (
    oid === null ||
    stored?.tag !== TAG.octetString ||
    salt?.tag !== TAG.octetString ||
    rounds === null ||
    rounds === 0
  ) {
    throw unreadable(DAMAGED);
  }
  if (oid === OID_PBMAC1) {
    return pbmac1(parameters, stored.contents);
  }
  const digest = DIGESTS[oid];
  if (digest === undefined) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'mac-digest', oid } });
  }
  const scheme = { code: 'pkcs12-mac', hash: digestName(digest), rounds } as const;
  return {
    scheme,
    work: rounds * HASH_ROUND_COST,
    async fits(passphrase, authenticated, budget) {
      const length = pkcs12DigestBytes(digest);
      let fitting = false;
      for (const [index, given] of utf16Passphrases(passphrase).entries()) {
        using form = erasing(given);
        if (!fitting && budget.takes(rounds * HASH_ROUND_COST, scheme, index)) {
          const input = { passphrase: form, salt: salt.contents, rounds, digest, length };
          using key = erasing(await pkcs12Derive({ ...input, purpose: PURPOSE.mac }));
          fitting = sameMac(digest, key, authenticated, stored.contents);
        }
      }
      return fitting;
    },
  };
}

/** RFC 9579 §3: PBKDF2 over the UTF-8 passphrase makes the key of the HMAC; its length stands in the parameters. */
function pbmac1(parameters: DerElement | undefined, stored: Uint8Array): Pkcs12Mac {
  const [kdf, mac] = derChildren(parameters);
  const digest = HMACS[derOid(derChildren(mac)[0]) ?? ''];
  const kdfParameters = derChildren(derChildren(kdf)[1]);
  const keyBytes = derCount(kdfParameters.slice(2).find(({ tag }) => tag === TAG.integer));
  if (digest === undefined) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'mac-function' } });
  }
  if (keyBytes === null || keyBytes < 20 || keyBytes > 1024) {
    throw unreadable(DAMAGED); // RFC 9579 §8 wants at least 20 octets
  }
  const derivation = keyDerivation(kdf, keyBytes);
  return {
    scheme: { code: 'pbmac1', hash: digestName(digest), derivation: derivation.scheme },
    work: derivation.work(keyBytes),
    async fits(passphrase, authenticated, budget) {
      using key = erasing(await derivation.derive(passphrase, keyBytes, budget));
      return sameMac(digest, key, authenticated, stored);
    },
  };
}

function sameMac(digest: string, key: Buffer, authenticated: Uint8Array, stored: Uint8Array): boolean {
  const mac = createHmac(digest, key).update(authenticated).digest();
  return mac.length === stored.length && timingSafeEqual(mac, stored);
}
