// The body of the certificate without armour, on one line and without a line end: for fields that people paste into,
// such as SAML metadata and `x5c`.
import { holdsCertificate } from './certificate-facts.ts';
import { asText, type KeyFormat, utf8 } from './format.ts';

export const base64: KeyFormat = {
  text: true,
  encode: ({ certificate }) => utf8(Buffer.from(certificate).toString('base64')),
  holds: (file, { certificate }) => holdsCertificate(Buffer.from(atob(asText(file)), 'latin1'), certificate),
};
