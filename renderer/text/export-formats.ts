// The public formats as officers meet them: how their files usually end. Their words are in words/*/formats.ts.
import type { ExportFormat } from '../../shared/domain/limits.ts';
import { words } from '../words/words.ts';

export const FORMAT = words.formats.format;
export const PROFILE = words.formats.profile;

/** Which format answers whom, for officers who were asked for “the certificate”. */
export const RECIPES: readonly { who: keyof typeof words.exporting.recipes.of; format: ExportFormat }[] = [
  { who: 'saml', format: 'saml' },
  { who: 'aspnet', format: 'cer' },
  { who: 'gateway', format: 'jwks' },
  { who: 'java', format: 'cer' },
];

/** The usual end of the file name. */
export const SUFFIX: Record<ExportFormat, string> = {
  pem: '.pem',
  cer: '.cer',
  'raw-pem': '.txt',
  base64: '.b64',
  p7b: '.p7b',
  pb7: '.pb7',
  fingerprint: '.txt',
  jwk: '.jwk.json',
  jwks: '.jwks.json',
  spki: '.pub.pem',
  'spki-der': '.spki.der',
  pin: '.pin.txt',
  ssh: '.pub',
  saml: '.saml.xml',
  'pem-bundle': '.bundle.pem',
  'p7b-bundle': '.bundle.p7b',
  json: '.inventory.json',
  csv: '.inventory.csv',
};
