// The text of a file in UTF-16 (with or without byte order mark), UTF-8 or any other extension of ASCII.
import type { Layer } from '../../../shared/domain/reading/notes.ts';

export interface FileText {
  text: string;
  layers: Layer[];
}

export function textOf(file: Uint8Array): FileText {
  const wide = utf16Encoding(file);
  if (wide !== null) {
    return { text: new TextDecoder(wide).decode(file), layers: ['utf-16'] };
  }
  const text = utf8(file) ?? new TextDecoder('latin1').decode(file);
  return text.startsWith('\uFEFF') ? { text: text.slice(1), layers: ['byte-order-mark'] } : { text, layers: [] };
}

function utf8(file: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return null;
  }
}

/** Its mark, or zeros in every other place as far as one looks. */
function utf16Encoding(file: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  const start = file.subarray(0, 64);
  const zeros = (odd: number): boolean => start.every((octet, at) => (octet === 0) === (at % 2 === odd));
  return start.length < 4 ? null : zeros(1) ? 'utf-16le' : zeros(0) ? 'utf-16be' : null;
}
