// What of a file is not in its conversion, in English.
import type { ConversionNote } from '../../domain/exports/conversion.ts';

const NOTES: Readonly<Record<ConversionNote, string>> = {
  'private-left-behind': 'The private key in the file stays there: only its public half was written.',
  'kid-is-thumbprint': 'The file gives no kid; the RFC 7638 thumbprint was taken.',
  'certificates-left-out': 'The certificate is not in it: this format has the bare key.',
  'others-left-out': 'The file holds more keys; only the one that is meant was written.',
};

export const CONVERSION_WORDS = {
  note: (note: ConversionNote): string => NOTES[note],
};
