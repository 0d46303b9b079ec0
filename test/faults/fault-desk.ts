// A custodian over a folder: the real registry, the real vault over a keychain of files, real cryptography. Only what
// takes long is prepared: RSA keys come from a pool, and time stands where the test puts it.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withCanaryAtFirstUse } from '../../main/composition/first-use-vault.ts';
import { createCustodian, type Custodian } from '../../main/core/custodian.ts';
import type { Clock, KeyMaterial, KeyWorkshop, Ports } from '../../main/core/ports.ts';
import { createKeyWorkshop } from '../../main/crypto/workshop.ts';
import { createFormatWriter } from '../../main/formats/write.ts';
import type { KeychainBackend } from '../../main/keychain/backend.ts';
import { createKeytarVault } from '../../main/keychain/keytar-vault.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { openFileKeychain } from '../fakes/file-keychain.ts';

export interface FaultDesk {
  custodian: Custodian;
  ports: Ports;
  close(): void;
}

interface FaultDeskOptions {
  folder: string;
  /** A file of prepared keys: see key-pool.ts. */
  pool: string;
  now: string;
  watch?: (keychain: KeychainBackend) => KeychainBackend;
}

export const keychainFolder = (folder: string): string => path.join(folder, 'keychain');

export function openFaultDesk({ folder, pool, now, watch = (keychain) => keychain }: FaultDeskOptions): FaultDesk {
  const clock: Clock = { now: () => new Date(now) };
  const random = { uuid: randomUUID, bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const registry = openRegistry({ folder, holder: 'a fault test', waitMs: 2000, clock, actor: 'officer via test' });
  const keytarVault = createKeytarVault({
    keytar: watch(openFileKeychain(keychainFolder(folder))),
    vaultId: registry.lasting('vault-id', randomUUID),
    canary: registry.lasting('vault-canary', () => randomBytes(24).toString('base64url')),
  });
  const unreachable = (): never => {
    throw new Error('no network in this test');
  };
  const ports: Ports = {
    clock,
    random,
    registry,
    vault: withCanaryAtFirstUse(keytarVault, registry),
    workshop: { ...createKeyWorkshop(), generate: generateFrom(pool, (spki) => registry.read((reader) => reader.keysBySpki(spki).length > 0)) },
    formats: createFormatWriter(),
    tenants: { connect: unreachable, sandboxStatus: unreachable, startSandbox: unreachable },
    verifier: { prove: unreachable, listed: unreachable },
  };
  return { custodian: createCustodian(ports), ports, close: () => registry.close() };
}

interface PooledKey {
  pkcs8: string;
  spki: string;
  thumbprint: string;
}

/** RSA keys are taken from the pool, each that is not in custody yet; others are made at once. */
function generateFrom(pool: string, taken: (spkiSha256: string) => boolean): KeyWorkshop['generate'] {
  const { generate } = createKeyWorkshop();
  let left: PooledKey[] | null = null;
  return async (alg, bits): Promise<KeyMaterial> => {
    if (!alg.startsWith('RS')) {
      return generate(alg, bits);
    }
    left ??= JSON.parse(readFileSync(pool, 'utf8')) as PooledKey[];
    for (let key = left.shift(); key !== undefined; key = left.shift()) {
      const spki = Buffer.from(key.spki, 'base64');
      if (!taken(createHash('sha256').update(spki).digest('hex'))) {
        return { pkcs8: Buffer.from(key.pkcs8, 'base64'), spki, thumbprint: key.thumbprint };
      }
    }
    throw new Error('the pool is empty');
  };
}

/** Makes the pool. */
export async function makeKeyPool(count: number): Promise<string> {
  const { generate } = createKeyWorkshop();
  const keys = await Promise.all(Array.from({ length: count }, () => generate('RS256', 2048)));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return JSON.stringify(
    keys.map(({ pkcs8, spki, thumbprint }): PooledKey => ({ pkcs8: base64(pkcs8), spki: base64(spki), thumbprint })),
  );
}
