// PEM armour as RFC 7468 §2 wants it written: 64 characters a line, one fixed label, nothing before or after.
import { toBase64 } from './bytes.ts';

export interface Armour {
  label: string;
  lineEnd?: '\n' | '\r\n';
  finalLineEnd?: boolean;
}

export function armour(der: Uint8Array, { label, lineEnd = '\n', finalLineEnd = true }: Armour): string {
  const body = toBase64(der).match(/.{1,64}/g) ?? [];
  const lines = [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`];
  return lines.join(lineEnd) + (finalLineEnd ? lineEnd : '');
}
