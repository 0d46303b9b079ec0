// The certificates of several keys in one file, for consumers that trust a list: PEM blocks one after the other, or one
// PKCS#7. A list and not a chain: issuers are left out, since whoever trusts the file would trust them too.
import { armour } from '../../shared/encoding/pem.ts';
import { holdsCertificate } from './certificate-facts.ts';
import { asText, type CertificateSetFormat, utf8 } from './format.ts';
import { degenerateSignedData } from '../encoding/pkcs7.ts';
import { holdsSignedData } from './p7b.ts';

const END = '-----END CERTIFICATE-----\n';

export const pemOf = (certificates: readonly Uint8Array[]): Uint8Array =>
  utf8(certificates.map((each) => armour(each, { label: 'CERTIFICATE' })).join(''));

/** Exactly these, in this order. */
export function holdsPem(file: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const blocks = asText(file).split(END).slice(0, -1);
  return (
    blocks.length === certificates.length &&
    certificates.every((each, index) => holdsCertificate(utf8(`${blocks[index] ?? ''}${END}`), each))
  );
}

export const pemBundle: CertificateSetFormat = {
  text: true,
  encodeSet: (keys) => pemOf(keys.map(({ certificate }) => certificate)),
  holdsSet: (file, keys) =>
    holdsPem(
      file,
      keys.map(({ certificate }) => certificate),
    ),
};

export const p7bBundle: CertificateSetFormat = {
  text: false,
  encodeSet: (keys) => degenerateSignedData(keys.map(({ certificate }) => certificate)),
  holdsSet: (file, keys) =>
    holdsSignedData(
      file,
      keys.map(({ certificate }) => certificate),
    ),
};
