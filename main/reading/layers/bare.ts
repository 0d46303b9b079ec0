// Octets written as text without any armour: Base64 in either alphabet, hex with whatever stands between the pairs.
import type { Layer } from '../../../shared/domain/reading/notes.ts';

export interface Bare {
  layer: Extract<Layer, 'base64' | 'base64url' | 'hex'>;
  /** The owner overwrites them. */
  octets: Buffer;
}

/** `null` when the whole text is none of them. */
export function bareOctets(text: string): Bare | null {
  const hex = text.replaceAll(/0x|\\x|[\s:,;{}-]/gi, '');
  if (hex.length >= 32 && hex.length % 2 === 0 && /^[0-9a-f]+$/i.test(hex)) {
    return { layer: 'hex', octets: Buffer.from(hex, 'hex') };
  }
  const compact = text.replaceAll(/\s+/g, '').replace(/^["'](.*)["']$/, '$1');
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
    return { layer: 'base64', octets: Buffer.from(compact, 'base64') };
  }
  return /^[\w-]+={0,2}$/.test(compact) ? { layer: 'base64url', octets: Buffer.from(compact, 'base64url') } : null;
}

const MAX_RUNS = 50;

/** Stretches of Base64 in a text of another kind: on lines of their own, or as one long word. The longest come first. */
export function base64Runs(text: string): string[] {
  const runs: string[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 1) {
      runs.push(lines.join(''));
    }
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const bare = line.trim();
    if (/^[\w+/-]{4,}={0,2}$/.test(bare)) {
      lines.push(bare);
    } else {
      close();
      runs.push(...[...line.matchAll(/[\w+/-]{64,}={0,2}/g)].map(([word]) => word));
    }
  }
  close();
  return runs
    .filter((run) => run.length >= 64)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_RUNS);
}
