// The very bytes of the tenant's own pages `/pem`, `/cer`, `/rawpem`, `/pb7` and `/fingerprint`. There `.cer` is PEM too,
// lines end in CRLF with none after the last, and the fingerprint is SHA-1 alone.
import { createHash, X509Certificate } from 'node:crypto';
import type { PagedFormat } from '../../shared/domain/formats.ts';
import { asText, type KeyFormat, utf8 } from './format.ts';
import { pb7 } from './pb7.ts';
import { rawPem } from './raw-pem.ts';

const fingerprint: KeyFormat = {
  text: true,
  encode: ({ certificate }) => {
    const hex = createHash('sha1').update(certificate).digest('hex').toUpperCase();
    return utf8(hex.replaceAll(/..(?!$)/g, '$&:'));
  },
  holds: (file, { certificate }) => asText(file) === new X509Certificate(certificate).fingerprint,
};

export const AUTH0_PROFILE: Record<PagedFormat, KeyFormat> = {
  pem: rawPem,
  cer: rawPem,
  'raw-pem': rawPem,
  pb7,
  fingerprint,
};
