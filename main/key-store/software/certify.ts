// The self-signed wrapper certificate of a key, in the profile that the tenants themselves use: v3, one common name,
// 9 octets of serial number, basicConstraints, subjectKeyIdentifier, keyUsage. It says nothing but "this key".
import 'reflect-metadata'; // must be there before @peculiar/x509 is
import { createPublicKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { CustodianError } from '../../../shared/errors.ts';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import type { CertificateProfile } from '../../ports/key-store.ts';
import { certificateParameters } from '../../encoding/algorithms.ts';
import { keyIdentifier } from '../../encoding/key-identifier.ts';

/** The half that signs, and the DER SubjectPublicKeyInfo of the other. */
export interface SigningPair {
  signingKey: webcrypto.CryptoKey;
  spki: Uint8Array;
}

const DAY_MS = 86_400_000;

/** The key is one of the algorithm that certificates of `alg` are signed with. */
export async function certify(
  { signingKey, spki }: SigningPair,
  alg: SigningAlgorithm,
  profile: CertificateProfile,
): Promise<Uint8Array> {
  const parameters = certificateParameters(alg);
  const notBefore = new Date(Math.floor(profile.notBefore.getTime() / 1000) * 1000); // certificates know whole seconds
  const name = subjectName(profile.commonName);
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: serialNumber().toString('hex'),
      subject: name,
      issuer: name,
      notBefore,
      notAfter: new Date(notBefore.getTime() + profile.days * DAY_MS),
      publicKey: spki,
      signingKey,
      signingAlgorithm: parameters,
      extensions: extensionsOf(spki, profile),
    },
    webcrypto,
  );
  const der = new Uint8Array(certificate.rawData);
  requireOwnSignature(der, spki);
  return der;
}

/** The three of the tenants' own profile, in their order; more only where they are asked for. */
function extensionsOf(
  spki: Uint8Array,
  { usage = 'authority', dnsNames = [], purposes = [] }: CertificateProfile,
): Extension[] {
  const isAuthority = usage === 'authority';
  const { digitalSignature, keyCertSign } = KeyUsageFlags;
  return [
    new BasicConstraintsExtension(isAuthority, undefined, true),
    new SubjectKeyIdentifierExtension(keyIdentifier(spki)),
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- flags that are joined are a number to the compiler
    new KeyUsagesExtension(isAuthority ? digitalSignature | keyCertSign : digitalSignature, true),
    ...(purposes.length === 0
      ? []
      : [new ExtendedKeyUsageExtension(purposes.map((purpose) => ExtendedKeyUsage[purpose]))]),
    ...(dnsNames.length === 0
      ? []
      : [new SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns', value })))]),
  ];
}

/** PrintableString where its alphabet suffices (X.680 §41.4), as in the tenants' own certificates; else UTF-8. */
export function subjectName(commonName: string): Name {
  const printable = /^[A-Za-z0-9 '()+,./:=?-]+$/.test(commonName);
  return new Name([{ CN: [printable ? { printableString: commonName } : { utf8String: commonName }] }]);
}

/** Nine random octets; the first is 0x01..0x7f, so that the INTEGER is positive and always nine octets long. */
function serialNumber(): Buffer {
  const serial = randomBytes(9);
  while (serial.readUInt8(0) < 0x01 || serial.readUInt8(0) > 0x7f) {
    randomBytes(1).copy(serial);
  }
  return serial;
}

function requireOwnSignature(der: Uint8Array, spki: Uint8Array): void {
  const publicKey = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  if (!new X509Certificate(der).verify(publicKey)) {
    throw new CustodianError('INTERNAL', { reference: 'certificate signature' });
  }
}
