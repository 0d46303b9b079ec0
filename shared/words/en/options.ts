// What an input is called on the command line, where no argument of the command has its name already.
import type { Field, FieldPath } from '../../problems/fields.ts';

const OPTIONS: Partial<Record<Field, string>> = {
  clientCertificate: '--client-certificate',
  privateKeyJwt: '--private-key-jwt',
  keepForeign: '--keep-foreign',
  removeForeign: '--remove-foreign',
  qr: '--qr',
};

const named: Readonly<Record<string, string>> = OPTIONS;

export const optionOf = (field: Field | FieldPath): string => named[field] ?? field;
