// The name of a file format as records keep it, in English, for a window that speaks another language.
import type { Container, Encoding, FileFormat } from '../domain/reading/schemes.ts';
import { fileFormat as recorded } from './en/names.ts';

const CONTAINERS: readonly (Container | null)[] = ['PKCS#8', 'PKCS#1', 'SEC1', null];
const ENCODINGS: readonly Encoding[] = ['PEM', 'DER', 'Base64'];

/** Whatever a key was ever imported from. */
const SOURCES: readonly FileFormat[] = [
  ...CONTAINERS.flatMap((container) =>
    ENCODINGS.flatMap((encoding) =>
      [false, true].map((encrypted): FileFormat => ({ code: 'key', container, encoding, encrypted })),
    ),
  ),
  { code: 'jwk-set' },
  { code: 'jwk-set-in-jwe' },
];

const byName = new Map(SOURCES.map((source) => [recorded(source), source]));

/** Of a format that is not translated the name is the same in every language. */
export const recordedFormat = (name: string): FileFormat => byName.get(name) ?? { code: 'named', name };
