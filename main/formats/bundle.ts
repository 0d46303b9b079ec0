// The certificates of several keys in one file, for consumers that trust a list: PEM blocks one after the other, or one
// PKCS#7. Our certificates are self-signed, so this is a list and not a chain.
import { armour } from '../../shared/encoding/pem.ts';
import { holdsCertificate } from './certificate-facts.ts';
import { asText, type KeySetFormat, utf8 } from './format.ts';
import { degenerateSignedData } from '../encoding/pkcs7.ts';
import { holdsSignedData } from './p7b.ts';

const END = '-----END CERTIFICATE-----\n';

export const pemBundle: KeySetFormat = {
  text: true,
  encodeSet: (keys) => utf8(keys.map(({ certificate }) => armour(certificate, { label: 'CERTIFICATE' })).join('')),
  holdsSet: (file, keys) => {
    const blocks = asText(file).split(END).slice(0, -1);
    return (
      blocks.length === keys.length &&
      keys.every(({ certificate }, index) => holdsCertificate(utf8(`${blocks[index] ?? ''}${END}`), certificate))
    );
  },
};

export const p7bBundle: KeySetFormat = {
  text: false,
  encodeSet: (keys) => degenerateSignedData(keys.map(({ certificate }) => certificate)),
  holdsSet: (file, keys) =>
    holdsSignedData(
      file,
      keys.map(({ certificate }) => certificate),
    ),
};
