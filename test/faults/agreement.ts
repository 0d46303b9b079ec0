// What must hold after any crash and a start, checked without the doctor's help: each function answers with what is
// wrong, in words.
import { createHash } from 'node:crypto';
import { findCredential } from '../../main/ports/credential.ts';
import { Secret } from '../../main/ports/secret.ts';
import { credentialName, secretName } from '../../main/ports/secret-name.ts';
import { wholeVerdict } from '../../main/acts/audit/audit.ts';
import { wantedKeys } from '../../shared/domain/published-set/preview.ts';
import { provenPublicKey } from '../../main/key-store/software/proven-public-key.ts';
import type { KeyState } from '../../shared/domain/limits.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { openFileKeychain } from '../fakes/file-keychain.ts';
import { type FaultDesk, keychainFolder } from './fault-desk.ts';

export async function disagreements(desk: FaultDesk, folder: string): Promise<string[]> {
  return [
    ...(await wrongSecrets(desk)),
    ...(await brokenCredentials(desk)),
    ...strangeEntries(desk, folder),
    ...brokenRecords(desk),
  ];
}

/** Every record that is not destroyed has its secret, and it is the right one; no destroyed one has any. */
async function wrongSecrets({ vault, ports: { registry } }: FaultDesk): Promise<string[]> {
  const keys = allKeys(registry.read);
  const checked = keys.map(async (key): Promise<string[]> => {
    const secret = await vault.get(secretName(key.id)).catch(() => null);
    if (key.destroyedAt !== null) {
      return secret === null ? [] : [`${key.kid} is destroyed but still there`];
    }
    if (secret === null) {
      return [`${key.kid} is lost`];
    }
    const spki = createHash('sha256').update(provenPublicKey(secret)).digest('hex');
    return spki === key.spkiSha256 ? [] : [`${key.kid} is another key`];
  });
  return (await Promise.all(checked)).flat();
}

/** The credential of a tenant is one that was given, whole and with nothing beside it, or none. */
async function brokenCredentials({ ports: { registry, secrets } }: FaultDesk): Promise<string[]> {
  const wrong: string[] = [];
  for (const tenant of registry.read((reader) => reader.tenants())) {
    const name = credentialName(tenant.id);
    using there = await secrets.find(name).catch(() => Secret.ofText('damaged'));
    const credential = await findCredential(secrets, tenant);
    if (there !== null && (credential?.kind !== 'token' || !/^(a{5000}|b{5000})$/.test(credential.token))) {
      wrong.push(`the credential of ${tenant.name} is damaged`);
    }
    if ((await secrets.tidy(name)) > 0) {
      wrong.push(`parts of a credential of ${tenant.name} are left over`);
    }
  }
  return wrong;
}

/** Nothing is in the keychain that the registry does not know, down to the parts of a value. */
function strangeEntries({ ports: { registry } }: FaultDesk, folder: string): string[] {
  const anchored = registry.read((reader) => reader.auditAnchor()) !== null;
  const held = allKeys(registry.read).filter((key) => key.destroyedAt === null);
  const known = new Set([
    '#canary',
    // Names of their own, made before the first act and filled again by every next one.
    'state-key',
    'audit-head',
    // The passphrase under which all of it may be, and how often it was guessed.
    'vault-lock',
    'vault-guesses',
    ...(anchored ? ['audit-device-key'] : []),
    ...held.map((key) => secretName(key.id)),
    ...held.filter((key) => isLarge(key)).map((key) => `${secretName(key.id)}#a.1`),
  ]);
  const credentials = new Set(registry.read((reader) => reader.tenants()).map((tenant) => credentialName(tenant.id)));
  return openFileKeychain(keychainFolder(folder))
    .accounts()
    .map((account) => account.replace(/^[^/]*\//, ''))
    .filter((name) => !known.has(name) && !credentials.has(name.split('#')[0] ?? ''))
    .map((name) => `${name} is left over`);
}

function brokenRecords({ ports: { registry } }: FaultDesk): string[] {
  const count = (keys: SigningKey[], state: KeyState): number => keys.filter((key) => key.state === state).length;
  return registry.read((reader) => [
    ...reader.intents().map(({ name }) => `the note about ${name} is not settled`),
    ...(wholeVerdict(reader, null).ok ? [] : ['the audit chain is broken']),
    ...reader.tenants().flatMap((tenant) => {
      const rings = reader.rings(tenant.id);
      const keys = reader.keys(tenant.id);
      const wrong = rings.filter((ring) => {
        const own = keys.filter((key) => key.ringId === ring.id);
        return count(own, 'next') !== 1 || count(own, 'current') !== 1;
      });
      return [
        ...wrong.map((ring) => `the ring ${ring.name} has not one next and one current key`),
        ...wantedKeys(tenant.endpoint, rings, keys)
          .filter((key) => key.destroyedAt !== null)
          .map((key) => `${key.kid} would be published but is not held`),
      ];
    }),
  ]);
}

function allKeys(read: FaultDesk['ports']['registry']['read']): SigningKey[] {
  return read((reader) => reader.tenants().flatMap((tenant) => reader.keys(tenant.id)));
}

/** Above what one entry of a keychain takes. */
const isLarge = ({ jwk }: SigningKey): boolean => jwk.kty === 'RSA' && Buffer.from(jwk.n, 'base64url').length > 384;
