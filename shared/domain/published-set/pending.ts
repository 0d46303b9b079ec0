// Is a tenant behind its rings? The set that the rings want, held against the one that was published last. Pure, and
// without the network: what others did there since is for a preview to say.
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant, TenantView } from '../tenant/tenant.ts';
import type { PendingTenant } from './outbox.ts';
import type { Publication } from './publication.ts';
import { fitting } from './places.ts';
import { wantedKeys } from './preview.ts';
import { hasMembers } from '../key-ring/same-key.ts';
import { keysIn } from './recorded-set.ts';
import type { KeyName, LastSet } from '../records.ts';

interface PendingInput<K> {
  tenant: Tenant;
  rings: readonly KeyRing[];
  keys: readonly K[];
  last: Pick<Publication, 'at' | 'kids'> | null;
  /** Was this key of the last set sent with another content? */
  isAltered: (key: K) => boolean;
}

/** `null` when what was published last is what the rings want. */
export function pendingIn<K extends Pick<SigningKey, 'kid' | 'ringId' | 'state' | 'previousAt'>>({
  tenant,
  rings,
  keys,
  last,
  isAltered,
}: PendingInput<K>): PendingTenant | null {
  const kids = last?.kids ?? [];
  const others = kids.filter((kid) => !keys.some((key) => key.kid === kid)).length;
  // What found no place is not owed: a push would not send it.
  const { go: wanted } = fitting(tenant.endpoint, wantedKeys(tenant.endpoint, rings, keys), others);
  const missing = wanted.filter(({ kid }) => !kids.includes(kid));
  const there = wanted.filter(({ kid }) => kids.includes(kid));
  const lingering = keys.filter((key) => kids.includes(key.kid) && !wanted.includes(key));
  const altered = there.filter(isAltered);
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

/** As far as a window knows a tenant. */
export const pendingOf = ({ tenant, rings, lastPublication: last }: TenantView): PendingTenant | null =>
  pendingIn({
    tenant,
    rings: rings.map(({ ring }) => ring),
    keys: rings.flatMap(({ keys }) => keys),
    last,
    isAltered: alteredIn(last?.sent ?? null),
  });

/** By every member, of a recorded set. What was not recorded is taken to be as it should. */
export function alteredIn(sent: string | null): (key: Pick<SigningKey, 'kid' | 'jwk'>) => boolean {
  const contents = new Map(keysIn(sent).map((key) => [key['kid'], key]));
  return ({ kid, jwk }) => !hasMembers(contents.get(kid) ?? { ...jwk }, jwk);
}

/**
 * By the certificates alone, for a fleet: all other members of our keys follow from the certificate, and a push is on record
 * only as it was read back.
 */
export const wearsAnother =
  (prints: LastSet['prints']) =>
  ({ kid, print }: Pick<KeyName, 'kid' | 'print'>): boolean =>
    Object.hasOwn(prints, kid) && prints[kid] !== print;
