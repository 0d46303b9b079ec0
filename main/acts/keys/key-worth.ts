// What is known about a key beyond its record: whether it would be missed if another took its place, and whether its
// private key is known, or feared, to be in other hands.
import { X509Certificate } from 'node:crypto';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyWorth } from '../../../shared/domain/key-ring/ring.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { isUnused } from '../../../shared/domain/key-ring/lane.ts';

/** Why it would be missed although nobody outside has seen it by a push; `null` for a key that was only made here. */
export function worthOf(reader: RegistryReader, key: SigningKey): KeyWorth | null {
  const { tenantId, kid } = key;
  if (key.provenance.kind === 'imported') {
    return 'imported';
  }
  if (reader.handOvers(tenantId).some((one) => one.kid === kid)) {
    return 'handed-over';
  }
  if ([...reader.notes(tenantId), ...reader.consumerNotes(tenantId)].some((note) => note.kid === kid)) {
    return 'given-out';
  }
  return isCertified(key) ? 'certified' : null;
}

/** By kid, of the keys that could be replaced. */
export function worthOfReplaceable(reader: RegistryReader, keys: readonly SigningKey[]): Record<string, KeyWorth> {
  const replaceable = keys.filter((key) => (key.state === 'next' || key.state === 'current') && isUnused(key));
  return Object.fromEntries(
    replaceable.flatMap((key) => {
      const worth = worthOf(reader, key);
      return worth === null ? [] : [[key.kid, worth]];
    }),
  );
}

/** By an authority: what is made here is signed by its own key. */
function isCertified({ certificate }: SigningKey): boolean {
  try {
    const { issuer, subject } = new X509Certificate(Buffer.from(certificate, 'base64'));
    return issuer !== subject;
  } catch {
    return false;
  }
}

/** The same material was revoked as compromised somewhere, or the last look at the published set saw its private key. */
export function isKnownLeaked(reader: RegistryReader, key: SigningKey): boolean {
  const shown = reader.drift(key.tenantId)?.findings ?? [];
  return (
    shown.some(({ kind, kid }) => kind === 'private-ours' && kid === key.kid) ||
    reader.keysBySpki(key.spkiSha256).some(({ revocation }) => revocation?.compromised === true)
  );
}
