// The certificate as PEM exactly as the tenant shows it and its API returns it in `cert`: CRLF between the lines, none
// at the end.
import { armour } from '../../shared/encoding/pem.ts';
import { holdsCertificate } from './certificate-facts.ts';
import { type KeyFormat, utf8 } from './format.ts';

export const rawPem: KeyFormat = {
  text: true,
  encode: ({ certificate }) =>
    utf8(armour(certificate, { label: 'CERTIFICATE', lineEnd: '\r\n', finalLineEnd: false })),
  holds: (file, { certificate }) => holdsCertificate(file, certificate),
};
