// The PKCS#7 of `p7b` as PEM under the label PKCS7, byte for byte as the tenant's API returns it in `pkcs7`: CRLF
// everywhere, also at the end.
import { armour } from '../../shared/encoding/pem.ts';
import { asText, type KeyFormat, utf8 } from './format.ts';
import { degenerateSignedData } from '../encoding/pkcs7.ts';
import { holdsSignedData } from './p7b.ts';

export const pb7: KeyFormat = {
  text: true,
  encode: ({ certificate }) => utf8(armour(degenerateSignedData([certificate]), { label: 'PKCS7', lineEnd: '\r\n' })),
  holds: (file, { certificate }) => {
    const body = /^-----BEGIN PKCS7-----([^-]+)-----END PKCS7-----\r\n$/.exec(asText(file))?.[1] ?? '';
    return holdsSignedData(Buffer.from(body, 'base64'), [certificate]);
  },
};
