// The certificate as DER, the form that Windows and gateways expect under `.cer`.
import { holdsCertificate } from './certificate-facts.ts';
import type { KeyFormat } from './format.ts';

export const cer: KeyFormat = {
  text: false,
  encode: ({ certificate }) => Uint8Array.from(certificate),
  holds: (file, { certificate }) => holdsCertificate(file, certificate),
};
