// The certificate as PEM, as openssl writes it: LF line ends, one at the end.
import { armour } from '../../shared/encoding/pem.ts';
import { holdsCertificate } from './certificate-facts.ts';
import { type KeyFormat, utf8 } from './format.ts';

export const pem: KeyFormat = {
  text: true,
  encode: ({ certificate }) => utf8(armour(certificate, { label: 'CERTIFICATE' })),
  holds: (file, { certificate }) => holdsCertificate(file, certificate),
};
