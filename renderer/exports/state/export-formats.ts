// The public formats as officers meet them. Their words are in words/*/formats.ts.
import type { ExportFormat } from '../../../shared/domain/formats.ts';
import { words } from '../../text/words.ts';

export const FORMAT = words.formats.format;
export const PROFILE = words.formats.profile;

/** Which format answers whom, for officers who were asked for “the certificate”. */
export const RECIPES: readonly { who: keyof typeof words.exporting.recipes.of; format: ExportFormat }[] = [
  { who: 'saml', format: 'saml' },
  { who: 'aspnet', format: 'cer' },
  { who: 'gateway', format: 'jwks' },
  { who: 'java', format: 'cer' },
];
