// Any scheme by which a passphrase protects the content of a PKCS#8 or PKCS#12 file, found by its AlgorithmIdentifier.
import type { UnreadScheme } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { derChildren, type DerElement, derOid } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { javaScheme } from './java-schemes.ts';
import { pbes1 } from './pbes1.ts';
import { pbes2 } from './pbes2.ts';
import type { Scheme } from './scheme.ts';

const OID_PBES2 = '1.2.840.113549.1.5.13';

const OTHER_SCHEMES: Readonly<Record<string, UnreadScheme>> = {
  '1.2.840.113549.1.5.1': { code: 'with', hash: 'MD2', cipher: 'DES-CBC' },
  '1.2.840.113549.1.5.4': { code: 'with', hash: 'MD2', cipher: 'RC2-CBC' },
  '1.2.840.113549.1.12.1.1': { code: 'named', name: 'RC4-128' },
  '1.2.840.113549.1.12.1.2': { code: 'named', name: 'RC4-40' },
};

/** Throws KEY_CIPHER_UNSUPPORTED for a scheme that is not known, KEY_UNREADABLE for damaged parameters. */
export function schemeOf(algorithm: DerElement | undefined): Scheme {
  const [identifier, parameters] = derChildren(algorithm);
  const oid = derOid(identifier);
  if (oid === null) {
    throw unreadable(DAMAGED);
  }
  const scheme = oid === OID_PBES2 ? pbes2(parameters) : (pbes1(oid, parameters) ?? javaScheme(oid, parameters));
  if (scheme === null) {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: OTHER_SCHEMES[oid] ?? { code: 'scheme', oid } });
  }
  return scheme;
}
