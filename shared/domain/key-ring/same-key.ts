// When are two keys the same? By name, by content, or by material: each comparison of sets asks one of these.
import { sha256Base64Url } from '../../encoding/sha256.ts';
import type { RemoteKey } from '../published-set/publication.ts';
import type { SigningKey } from './key.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { isSameMaterial } from './same-material.ts';

/** Ours is a key that bears one of our kids, or that is our material under another name or in another spelling. */
export function ownerOf({ kid, raw }: Pick<RemoteKey, 'kid' | 'raw'>, keys: readonly SigningKey[]): SigningKey | null {
  return keys.find((key) => key.kid === kid) ?? keys.find(({ jwk }) => isSameMaterial(jwk, raw)) ?? null;
}

/** The revoked key of ours whose material this is, whatever kid it bears. */
export const revokedAs = ({ raw }: Pick<RemoteKey, 'raw'>, keys: readonly SigningKey[]): SigningKey | null =>
  keys.find(({ state, jwk }) => state === 'revoked' && isSameMaterial(jwk, raw)) ?? null;

/** A server may add members or change their order, but what we sent must be there as sent. */
export function hasMembers(found: Readonly<Record<string, unknown>>, sent: object): boolean {
  return Object.entries(sent).every(
    ([name, value]) => name in found && canonicalJson(found[name]) === canonicalJson(value),
  );
}

/** What a foreign key consists of, whatever it is called. A symmetric key's secret is not in it. */
export const materialOf = ({ thumbprint, raw }: Pick<RemoteKey, 'thumbprint' | 'raw'>): string =>
  thumbprint ?? sha256Base64Url(canonicalJson(raw));

/** By this a foreign key is called: its kid, its thumbprint when it has none, or else the hash of what it shows. */
export const nameOf = ({ kid, thumbprint, raw }: Pick<RemoteKey, 'kid' | 'thumbprint' | 'raw'>): string =>
  kid ?? materialOf({ thumbprint, raw });
