// From octets to what they hold: the layers around the content are taken off one after the other, and the container inside is
// read by its own reader. The one way in, for import and inspection alike.
import type { Context } from './containers/context.ts';
import { readOtherBinary } from './containers/other-files.ts';
import { type Contents, contents } from './contents.ts';
import { textOf } from './layers/text-of.ts';
import { isLarge, readLargeText } from './read-large.ts';
import type { Unlocking } from './protection/unlock.ts';
import { readBinary } from './read-binary.ts';
import { readText } from './read-text.ts';

/** Deeper than anybody wraps a key. */
const MAX_DEPTH = 5;

/** The caller owns `file`, and overwrites what is found. Throws nothing for what is in it. */
export const readContent = (file: Uint8Array, unlocking: Unlocking): Promise<Contents> =>
  readBytes(file, contextAt(0, unlocking));

function contextAt(depth: number, unlocking: Unlocking): Context {
  const isDeep = depth >= MAX_DEPTH;
  const inner = (): Context => contextAt(depth + 1, unlocking);
  return {
    unlocking,
    inside: {
      bytes: async (bytes) => (isDeep ? null : readBytes(bytes, inner())),
      text: async (text) => (isDeep ? null : readText(text, inner())),
    },
  };
}

async function readBytes(file: Uint8Array, context: Context): Promise<Contents> {
  if (file.every((octet) => octet === 0)) {
    const warnings = file.length === 0 ? [] : (['zeros'] as const);
    return contents('empty', { code: 'none' }, [], { warnings, refusal: { code: 'empty' } });
  }
  const found = (await readBinary(file, context)) ?? readOtherBinary(file);
  if (found !== null) {
    return found;
  }
  if (isLarge(file)) {
    return readLargeText(file, context.unlocking);
  }
  const { text, layers } = textOf(file);
  const read = await readText(text, context);
  return { ...read, layers: [...layers, ...read.layers] };
}
