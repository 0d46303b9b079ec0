// When are two keys the same? By name, by content, or by material: each comparison of sets asks one of these.
import type { RemoteKey } from '../../shared/model/publication.ts';
import type { SigningKey } from '../../shared/model/key.ts';
import { canonicalJson } from './canonical-json.ts';

/** Ours is a key that bears one of our kids, or that is our material under another name. */
export function ownerOf({ kid, raw }: Pick<RemoteKey, 'kid' | 'raw'>, keys: readonly SigningKey[]): SigningKey | null {
  return keys.find((key) => key.kid === kid) ?? keys.find((key) => sameMaterial(key, raw)) ?? null;
}

function sameMaterial({ jwk }: SigningKey, raw: Readonly<Record<string, unknown>>): boolean {
  return jwk.kty === 'RSA' ? raw['n'] === jwk.n && raw['e'] === jwk.e : raw['crv'] === jwk.crv && raw['x'] === jwk.x;
}

/** A server may add members or change their order, but what we sent must be there as sent. */
export function hasMembers(found: Readonly<Record<string, unknown>>, sent: object): boolean {
  return Object.entries(sent).every(
    ([name, value]) => name in found && canonicalJson(found[name]) === canonicalJson(value),
  );
}

/** By this a foreign key is called: its kid, or its thumbprint when it has none. */
export const nameOf = ({ kid, thumbprint }: RemoteKey): string => kid ?? thumbprint ?? '';
