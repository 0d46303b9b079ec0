// What the registry says of the ways out of this machine. Acts read it held against its hash; a look at what is public runs too
// while the key of the seal is away (locked, or nobody gave it yet).
import type { RecordedAuthority, RecordedProxy } from '../ports/network.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';
import type { RegistryState } from '../ports/registry.ts';

interface Records {
  proxy: RecordedProxy;
  authorities: readonly RecordedAuthority[];
}

const recordsIn = (reader: RegistryReader): Records => ({ proxy: reader.proxy(), authorities: reader.authorities() });

/**
 * SECURITY: without the key it is as it was read last with it. A proxy or an authority that somebody wrote there since would see, and
 * answer for, what is watched.
 */
export function networkRecords({ vouched, hasKey }: Pick<RegistryState, 'vouched' | 'hasKey'>): () => Records {
  let last: Records | null = null;
  return () => {
    if (!hasKey()) {
      return last ?? vouched.read(recordsIn);
    }
    last = vouched.read(recordsIn);
    return last;
  };
}
