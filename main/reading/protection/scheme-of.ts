// Any scheme by which a passphrase protects the content of a PKCS#8 or PKCS#12 file, found by its AlgorithmIdentifier.
import { CustodianError } from '../../../shared/errors.ts';
import { derChildren, type DerElement, derOid } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { pbes1 } from './pbes1.ts';
import { pbes2 } from './pbes2.ts';
import type { Scheme } from './scheme.ts';

const OID_PBES2 = '1.2.840.113549.1.5.13';

const OTHER_SCHEMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.5.1': 'MD2 with DES-CBC',
  '1.2.840.113549.1.5.4': 'MD2 with RC2-CBC',
  '1.2.840.113549.1.12.1.1': 'RC4-128',
  '1.2.840.113549.1.12.1.2': 'RC4-40',
};

/** Throws KEY_CIPHER_UNSUPPORTED for a scheme that is not known, KEY_UNREADABLE for damaged parameters. */
export function schemeOf(algorithm: DerElement | undefined): Scheme {
  const [identifier, parameters] = derChildren(algorithm);
  const oid = derOid(identifier);
  if (oid === null) {
    throw unreadable(DAMAGED);
  }
  const scheme = oid === OID_PBES2 ? pbes2(parameters) : pbes1(oid, parameters);
  if (scheme === null) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: OTHER_SCHEMES[oid] ?? `the scheme ${oid}` });
  }
  return scheme;
}
