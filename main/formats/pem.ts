// The certificate as PEM, as openssl writes it: LF line ends, one at the end. Its issuers follow, nearest first, as servers and
// openssl want a chain.
import { holdsPem, pemOf } from './bundle.ts';
import type { KeyFormat } from './format.ts';

export const pem: KeyFormat = {
  text: true,
  encode: ({ certificate, chain }) => pemOf([certificate, ...chain]),
  holds: (file, { certificate, chain }) => holdsPem(file, [certificate, ...chain]),
};
