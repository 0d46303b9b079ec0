// How a file that was handed over is protected, as the ledger keeps it, in English, for a window that speaks another language.
import { FLAVOURS } from '../domain/exports/hand-over.ts';
import {
  type FileProtection,
  JWE_RECIPIENT,
  jweProtection,
  jweSealed,
  P12_PROTECTION,
  PKCS8_PROTECTION,
} from '../domain/exports/protections.ts';
import { fileProtection as recorded } from './en/names.ts';

const WRITTEN: readonly FileProtection[] = [
  PKCS8_PROTECTION,
  ...FLAVOURS.flatMap((flavour) => [P12_PROTECTION[flavour], jweProtection(flavour)]),
  ...[...JWE_RECIPIENT.RSA, ...JWE_RECIPIENT.EC].map(jweSealed),
  { code: 'age' },
  { code: 'age-ssh' },
];

const byName = new Map(WRITTEN.map((protection) => [recorded(protection), protection]));

/** What another version wrote is shown with the English that the ledger has. */
export const recordedProtection = (name: string): FileProtection => byName.get(name) ?? { code: 'named', name };
