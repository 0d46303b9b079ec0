// Which protection a private key may leave under; the words are in words/*/hand-over.tsx.
import type { Flavour, PrivateFormat, PROTECTIONS } from '../../../shared/domain/exports/hand-over.ts';
import { words } from '../../text/words.ts';

type Protection = (typeof PROTECTIONS)[number];

export const HAND_OVER = words.handOver;
export const PRIVATE_FORMAT = words.handOver.formats;

/** What the core accepts: a PKCS#12 knows passphrases alone. */
export const PROTECTIONS_OF: Record<PrivateFormat, readonly Protection[]> = {
  p12: ['passphrase'],
  pkcs8: ['passphrase', 'recipient'],
  'private-jwk': ['passphrase', 'recipient'],
};

/** Only these have two forms, and only under a passphrase. */
export const hasFlavours = (format: PrivateFormat, protection: Protection): boolean =>
  format !== 'pkcs8' && protection === 'passphrase';

export function flavourWords(format: PrivateFormat, flavour: Flavour): string {
  const { name, askedBy } = words.shared.flavour[flavour];
  return format === 'p12' ? words.handOver.p12Flavour(name, askedBy) : words.handOver.jweFlavours[flavour];
}
