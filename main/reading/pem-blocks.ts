// Finds the PEM blocks (RFC 7468, RFC 1421 headers) in a text however it was saved: any line ends, byte order mark,
// UTF-16, leading and trailing words, one-line copies with `\n` written out. Runs in linear time on hostile input.

export interface PemBlock {
  label: string;
  /** Lines like `Proc-Type: 4,ENCRYPTED` before the content. */
  headers: string;
  /** Decoded content; the owner overwrites it. `null` when it is not Base64. */
  der: Buffer | null;
}

/** The text of a file in UTF-16 (with or without byte order mark), UTF-8 or any other extension of ASCII. */
export function fileText(file: Uint8Array): string {
  const encoding = utf16Encoding(file);
  if (encoding !== null) {
    return new TextDecoder(encoding).decode(file);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('latin1').decode(file);
  }
}

export const isUtf16 = (file: Uint8Array): boolean => utf16Encoding(file) !== null;

function utf16Encoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || second === 0) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : null;
}

/** All complete blocks in order; `cutOff` when one has a beginning without its end. */
export function pemBlocks(text: string): { blocks: PemBlock[]; cutOff: boolean } {
  const unescaped = text.replaceAll(/\\[rn]/g, '\n');
  const blocks: PemBlock[] = [];
  let open: { label: string; start: number } | null = null;
  let cutOff = false;
  for (const marker of unescaped.matchAll(/-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----/g)) {
    const [whole, side, label = ''] = marker;
    if (side === 'BEGIN') {
      cutOff ||= open !== null;
      open = { label, start: marker.index + whole.length };
    } else if (open?.label === label) {
      blocks.push(pemBlock(label, unescaped.slice(open.start, marker.index)));
      open = null;
    }
  }
  return { blocks, cutOff: cutOff || open !== null };
}

function pemBlock(label: string, body: string): PemBlock {
  const lines = body.split(/\r\n|\r|\n/);
  const lastHeader = lines.findLastIndex((line) => line.includes(':'));
  return {
    label,
    headers: lines.slice(0, lastHeader + 1).join('\n'),
    der: decodeBase64(lines.slice(lastHeader + 1).join('')),
  };
}

/** Standard Base64 with any blanks in it; `null` when it holds anything else or nothing. */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replaceAll(/\s+/g, '');
  return compact !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : null;
}
