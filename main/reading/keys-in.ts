// The private keys of a file, one by one, as an import of many of them lists them. The keys themselves are tried out when they
// are imported.
import type { FileKeys, ListedKey } from '../../shared/domain/key-ring/bulk-import.ts';
import { CustodianError, toWireError } from '../../shared/errors.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../encoding/public-parts.ts';
import { type Entry, entriesOf } from './choose-key.ts';
import { keysIn as foundKeys } from './contents.ts';
import { ringsFor, usableShape } from './judge-entry.ts';
import { kindOf } from './kind-of.ts';
import { type Opening, readContents } from './read-contents.ts';
import { unreadable } from '../encoding/unreadable.ts';

/** The caller owns and overwrites file and passphrase. Throws INPUT_INVALID for a passphrase that is too long, nothing else. */
export async function keysIn(file: Uint8Array, opening: Opening): Promise<FileKeys> {
  using contents = await readContents(file, opening);
  const keys = entriesOf(foundKeys(contents)).map(listed);
  const why = contents.refusal ?? (keys.length === 0 ? unreadable({ code: 'no-private-key' }) : null);
  return why === null ? { keys, why } : { keys: [], why: toWireError(why) };
}

function listed(entry: Entry, index: number): ListedKey {
  const { key, spki } = entry;
  const known = {
    number: index + 1,
    name: key.name,
    kind: key.shape.form === 'foreign' ? ({ code: 'damaged' } as const) : kindOf(key.shape),
    source: key.source,
    thumbprint: spki === null ? null : jwkThumbprint(publicMembers(spki)),
  };
  try {
    return { ...known, algs: ringsFor(key, usableShape(key)), why: null };
  } catch (error) {
    if (error instanceof CustodianError) {
      return { ...known, algs: [], why: toWireError(error) };
    }
    throw error;
  }
}
