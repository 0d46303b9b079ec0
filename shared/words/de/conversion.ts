// Was von einer Datei nicht in ihrer Umwandlung steht.
import type { ConversionNote } from '../../domain/exports/conversion.ts';
import type { en } from '../en/shared.ts';

const NOTES: Readonly<Record<ConversionNote, string>> = {
  'private-left-behind':
    'Der private Schlüssel in der Datei bleibt dort: geschrieben wurde nur seine öffentliche Hälfte.',
  'kid-is-thumbprint': 'Die Datei nennt keine kid; genommen wurde der Thumbprint nach RFC 7638.',
  'certificates-left-out': 'Das Zertifikat steht nicht darin: dieses Format hat nur den Schlüssel.',
  'others-left-out': 'Die Datei enthält weitere Schlüssel; geschrieben wurde nur der gemeinte.',
};

export const conversion: typeof en.conversion = {
  note: (note) => NOTES[note],
};
