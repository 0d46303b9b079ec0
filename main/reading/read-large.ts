// Files beyond what any key file is: bundles of certificates, sets of keys, key stores. They are read as they stand; what
// copying does to a file is undone in small ones only, where it takes no time.
import { MAX_IMPORT_BYTES } from '../../shared/domain/limits.ts';
import { joseDocument } from './containers/jose-document.ts';
import { readJose } from './containers/jose.ts';
import { readPem } from './containers/pem.ts';
import { type Contents, contents } from './contents.ts';
import { strictBlocks } from './layers/pem-strict.ts';
import { textOf } from './layers/text-of.ts';
import { hasPrivateTraces } from './layers/traces.ts';
import type { Unlocking } from './protection/unlock.ts';

/** Thousands of keys with their certificates; JSON of any kind takes its time. */
const MAX_SET = 4 * 1024 * 1024;

export const isLarge = (file: Uint8Array): boolean => file.length > MAX_IMPORT_BYTES;

/** Text, since what is binary says by itself how long it is. */
export async function readLargeText(file: Uint8Array, unlocking: Unlocking): Promise<Contents> {
  const { text } = textOf(file);
  const { blocks, cutOff } = strictBlocks(text);
  if (blocks.length > 0) {
    const found = await readPem(blocks, unlocking);
    return cutOff ? { ...found, warnings: [...found.warnings, 'block-cut-off'] } : found;
  }
  const set = text.length <= MAX_SET && text.trimStart().startsWith('{') ? joseDocument(text) : null;
  if (set !== null && set.form !== 'json') {
    return readJose(set, unlocking);
  }
  const kind = hasPrivateTraces(text) ? 'private key' : 'unknown';
  return contents(kind, { code: 'text' }, [], { refusal: { code: 'too-large', most: MAX_IMPORT_BYTES } });
}
