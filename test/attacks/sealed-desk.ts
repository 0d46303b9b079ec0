// A custodian over a folder on disk, so that a test can change registry.db between two starts as somebody with sqlite3
// would; the keychain is one of files beside it, out of that somebody's reach. The tenant is a real sandbox over loopback.
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { createReleases } from '../../main/composition/releases.ts';
import { createOwnSandbox } from '../../main/composition/own-sandbox.ts';
import { withCanaryAtFirstUse } from '../../main/key-store/keychain/first-use.ts';
import { keychainNames } from '../../main/composition/keychain-names.ts';
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import type { Ports } from '../../main/ports/ports.ts';
import { createSecretBox } from '../../main/key-store/secret-box.ts';
import type { GenerateKey } from '../../main/key-store/software/generate.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { createReading } from '../../main/reading/reading.ts';
import { createAssertionSigner } from '../../main/acts/tenants/client-assertion.ts';
import { createFormats } from '../../main/formats/formats.ts';
import { createKeytarVault } from '../../main/key-store/keychain/keytar-vault.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { createTenantDirectory } from '../../main/tenant/directory.ts';
import { createPublicVerifier } from '../../main/tenant/public-verifier.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../fakes/memory-keychain.ts';
import { CHEAP } from '../support/cheap-derivation.ts';
import { openNetwork } from '../support/network.ts';
import { pooledKeys } from '../support/pooled-keys.ts';

const NOW = '2026-11-22T08:00:00.000Z';

export interface SealedDesk {
  custodian: Custodian;
  ports: Ports;
}

export interface Home {
  folder: string;
  keychain: MemoryKeychain;
  /** Of all processes of this home and its copies, so that no key is made twice. */
  generate: GenerateKey;
}

export const newHome = (folder: string): Home => ({
  folder,
  keychain: createMemoryKeychain(),
  generate: pooledKeys(),
});

/** The same home a second time: folder and keychain are copied. */
export function copyHome({ folder, keychain, generate }: Home, into: string): Home {
  cpSync(folder, into, { recursive: true });
  const copied = createMemoryKeychain();
  keychain.entries.forEach((text, account) => copied.entries.set(account, text));
  return { folder: into, keychain: copied, generate };
}

/** One process: opens the folder, works, and closes it. */
export async function inProcess<T>(
  { folder, keychain, generate }: Home,
  work: (desk: SealedDesk) => Promise<T>,
): Promise<T> {
  const clock = { now: () => new Date(NOW) };
  const random = { uuid: randomUUID, bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const registry = openRegistry({ folder, holder: 'a test', waitMs: 1000, clock, actor: 'officer via test' });
  const keytarVault = createKeytarVault({
    keytar: keychain,
    ...keychainNames(registry, 'product'),
  });
  const kept = withCanaryAtFirstUse(keytarVault, registry);
  const { vault, lock } = sealedVault(kept, { store: 'memory', clock, cost: CHEAP });
  const keys = createSoftwareKeys(vault, generate);
  const secrets = createSecretBox(vault);
  const sandbox = createOwnSandbox({ folder: path.join(folder, 'sandbox'), clock, random, generate });
  const sign = createAssertionSigner({ registry: { ...registry, ...registry.state.vouched }, keys, clock });
  const network = openNetwork();
  const ports: Ports = {
    clock,
    network,
    served: { last: () => null },
    pause: async () => undefined,
    random,
    keys,
    secrets,
    lock,
    registry,
    reading: createReading(),
    formats: createFormats(),
    tenants: createTenantDirectory({ secrets, sandbox, sign, clock, random, network }),
    verifier: createPublicVerifier(clock, { fetch: network.fetchAs() }),
    releases: createReleases(folder, network),
  };
  const custodian = createCustodian(ports);
  try {
    return await work({ custodian, ports });
  } finally {
    await custodian.finish();
    await sandbox.stop();
    registry.close();
  }
}

/** Somebody with the tools to change the file at will, and without the keychain. */
export function edit(folder: string, work: (database: DatabaseSyncInstance) => void): void {
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  try {
    database.exec('PRAGMA foreign_keys = OFF');
    work(database);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

const REGISTRY_FILES = ['registry.db', 'registry.db-wal', 'registry.db-shm'] as const;

/** Puts the registry of another folder in the place of this one's; the keychain stays. */
export function putBack(from: string, into: string): void {
  for (const file of REGISTRY_FILES) {
    rmSync(path.join(into, file), { force: true });
    if (existsSync(path.join(from, file))) {
      cpSync(path.join(from, file), path.join(into, file));
    }
  }
}
