// Finds the PEM blocks (RFC 7468, RFC 1421 headers) in a text: any line ends, leading and trailing words, all on one line.
// What else copying does to them is undone before (layers/). Runs in linear time on hostile input.

import { decodeBase64 } from './base64.ts';

export interface PemBlock {
  label: string;
  /** Lines like `Proc-Type: 4,ENCRYPTED` before the content. */
  headers: string;
  /** Decoded content; the owner overwrites it. `null` when it is not Base64. */
  der: Buffer | null;
}

/** All complete blocks in order; `cutOff` when one has a beginning without its end, or an end without its beginning. */
export function strictBlocks(text: string): { blocks: PemBlock[]; cutOff: boolean } {
  const blocks: PemBlock[] = [];
  let open: { label: string; start: number } | null = null;
  let cutOff = false;
  for (const marker of text.matchAll(/-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----/g)) {
    const [whole, side, label = ''] = marker;
    if (side === 'BEGIN') {
      cutOff ||= open !== null;
      open = { label, start: marker.index + whole.length };
    } else if (open?.label === label) {
      blocks.push(pemBlock(label, text.slice(open.start, marker.index)));
      open = null;
    } else {
      cutOff ||= open === null; // an end without its beginning
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
