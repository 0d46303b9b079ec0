// Is a tenant behind its rings? The set that the rings want, held against the one that was published last. Pure, and
// without the network: what others did there since is for a preview to say.
import type { KeyRing } from '../../shared/model/ring.ts';
import type { SigningKey } from '../../shared/model/key.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import type { OwedTenant } from '../../shared/outbox.ts';
import type { Publication } from '../../shared/model/publication.ts';
import { wantedKeys } from './publication.ts';
import { hasMembers } from './same-key.ts';
import { keysIn } from './since-last-push.ts';

interface OwedInput {
  tenant: Tenant;
  rings: readonly KeyRing[];
  keys: readonly SigningKey[];
  last: Pick<Publication, 'at' | 'kids' | 'sent'> | null;
}

/** `null` when what was published last is what the rings want. */
export function owedBy({ tenant, rings, keys, last }: OwedInput): OwedTenant | null {
  const wanted = wantedKeys(tenant.endpoint, rings, keys);
  const kids = last?.kids ?? [];
  const contents = new Map(keysIn(last?.sent ?? null).map((key) => [key['kid'], key]));
  const missing = wanted.filter(({ kid }) => !kids.includes(kid));
  const there = wanted.filter(({ kid }) => kids.includes(kid));
  const lingering = keys.filter((key) => kids.includes(key.kid) && !wanted.includes(key));
  const altered = there.filter(({ kid, jwk }) => !hasMembers(contents.get(kid) ?? { ...jwk }, jwk));
  const order = kids.filter((kid) => there.some((key) => key.kid === kid));
  const reordered = there.some(({ kid }, place) => order[place] !== kid);
  if (missing.length + lingering.length + altered.length === 0 && !reordered) {
    return null;
  }
  return {
    tenant: tenant.name,
    lastPushedAt: last?.at ?? null,
    missing: missing.map(({ kid }) => kid),
    lingering: lingering.map(({ kid }) => kid),
    altered: altered.map(({ kid }) => kid),
    reordered,
  };
}
