// The keys of a published set that show their private key: who owns each, and what it showed. Pure.
import type { RemoteKey } from './publication.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { ExposedKey } from './finding.ts';
import { nameOf, ownerOf } from '../key-ring/same-key.ts';

/** What was seen of a tenant's keys, from inside and from outside. */
export interface SeenSets {
  remote: readonly RemoteKey[];
  /** The public set; `null` when it could not be read. */
  outside: { keys: readonly RemoteKey[]; exposedBeside: readonly string[] } | null;
}

/** A private key that stands beside the keys belongs to a key that nobody can name. */
const BESIDE = '(beside the keys)';

/** Each key once, whichever of the sets shows it. */
export function exposedIn({ remote, outside }: SeenSets, keys: readonly SigningKey[]): ExposedKey[] {
  const found = new Map<string, ExposedKey>();
  for (const key of [...remote, ...(outside?.keys ?? [])]) {
    if (key.exposed !== undefined) {
      const name = nameOf(key);
      const owner = ownerOf(key, keys);
      const members = [...new Set([...(found.get(name)?.members ?? []), ...key.exposed])];
      const ours = owner === null ? null : { kid: owner.kid, state: owner.state };
      found.set(name, { name, thumbprint: key.thumbprint, members, ours });
    }
  }
  const beside = outside?.exposedBeside ?? [];
  return [
    ...found.values(),
    ...(beside.length === 0 ? [] : [{ name: BESIDE, thumbprint: null, members: [...beside], ours: null }]),
  ];
}
