// A public key from anybody's file, written in another format; and what of the file is not in it.
import type { ExportFormat } from '../formats.ts';
import type { FileFormat } from '../reading/schemes.ts';

export const CONVERSION_NOTES = [
  'private-left-behind',
  'kid-is-thumbprint',
  'certificates-left-out',
  'others-left-out',
] as const;

export type ConversionNote = (typeof CONVERSION_NOTES)[number];

/** What was converted, and into what. */
export interface Conversion {
  from: FileFormat;
  format: ExportFormat;
  /** Of the keys that are in it. */
  kids: string[];
  fileName: string;
  /** Lower-case hex SHA-256 of the file that was made. */
  sha256: string;
  notes: ConversionNote[];
}
