// A custodian over a folder: the real registry, the real vault over a keychain of files, real cryptography. Only what
// takes long is prepared: RSA keys come from a pool, and time stands where the test puts it.
import { createHash, createPrivateKey, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withCanaryAtFirstUse } from '../../main/key-store/keychain/first-use.ts';
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import type { Clock } from '../../main/ports/clock.ts';
import type { Formats } from '../../main/ports/formats.ts';
import type { Network } from '../../main/ports/network.ts';
import type { Reading } from '../../main/ports/reading.ts';
import type { Ports } from '../../main/ports/ports.ts';
import { type GenerateKey, generateKey } from '../../main/key-store/software/generate.ts';
import { provenPublicKey } from '../../main/key-store/software/proven-public-key.ts';
import { createFormats } from '../../main/formats/formats.ts';
import { publicJwk } from '../../main/formats/public-jwk.ts';
import { publicMembers } from '../../main/encoding/public-parts.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { createSecretBox } from '../../main/key-store/secret-box.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { keyInHand } from '../../main/reading/private-key.ts';
import { certificateFacts } from '../../main/formats/certificate-facts.ts';
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';
import { createKeytarVault } from '../../main/key-store/keychain/keytar-vault.ts';
import type { SecretVault } from '../../main/key-store/vault.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { openFileKeychain } from '../fakes/file-keychain.ts';
import { CHEAP } from '../support/cheap-derivation.ts';

export interface FaultDesk {
  custodian: Custodian;
  ports: Ports;
  vault: SecretVault;
  /** Another one in a folder of its own, as on another machine. */
  beside(folder: string): FaultDesk;
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
  const kept = withCanaryAtFirstUse(keytarVault, registry);
  const { vault, lock } = sealedVault(kept, { store: 'files', clock, cost: CHEAP });
  const generate = fromPool(pool, (spki) => registry.read((reader) => reader.keysBySpki(spki).length > 0));
  const ports: Ports = {
    clock,
    served: { last: () => null },
    pause: async () => undefined,
    random,
    registry,
    keys: createSoftwareKeys(vault, generate),
    secrets: createSecretBox(vault),
    lock,
    reading: onePlainKey,
    formats: partly<Formats>({ certificateFacts, publicJwk, writer: createFormats().writer }),
    network: partly<Network>({
      trustedBeyond: async () => ({ system: null, environment: [] }),
      routeTo: async () => ({ proxy: null, from: 'this-machine', variable: null }),
    }),
    tenants: partly({}),
    verifier: partly({}),
    releases: partly({}),
  };
  return {
    custodian: createCustodian(ports),
    ports,
    vault,
    beside: (other) => openFaultDesk({ folder: other, pool, now }),
    close: () => registry.close(),
  };
}

interface PooledKey {
  pkcs8: string;
  spki: string;
}

/** RSA keys come from the pool, each that is not in custody yet. */
function fromPool(pool: string, taken: (spkiSha256: string) => boolean): GenerateKey {
  let left: PooledKey[] | null = null;
  return async (alg, bits) => {
    if (!alg.startsWith('RS')) {
      return generateKey(alg, bits);
    }
    left ??= JSON.parse(readFileSync(pool, 'utf8')) as PooledKey[];
    for (let key = left.shift(); key !== undefined; key = left.shift()) {
      const spki = Buffer.from(key.spki, 'base64');
      if (!taken(createHash('sha256').update(spki).digest('hex'))) {
        return { pkcs8: Buffer.from(key.pkcs8, 'base64'), spki };
      }
    }
    throw new Error('the pool is empty');
  };
}

/** A file is one plain PEM key, so that the program starts without the many readers of files, which is most of its start. */
const onePlainKey = partly<Reading>({
  async *backup(chunks, opener) {
    const { openBackup } = await import('../../main/reading/backup/open.ts');
    yield* openBackup(chunks, opener);
  },
  async openDocument(...given) {
    const { openDocument } = await import('../../main/reading/signed-document.ts');
    return openDocument(...given);
  },
  async privateKey(file) {
    const pkcs8 = createPrivateKey(Buffer.from(file)).export({ format: 'der', type: 'pkcs8' });
    const spki = provenPublicKey(pkcs8);
    const thumbprint = jwkThumbprint(publicMembers(spki));
    return {
      key: keyInHand(pkcs8, spki),
      thumbprint,
      source: { code: 'named', name: 'PKCS#8 PEM' } as const,
      kid: null,
      certificate: null,
      chain: [],
      mended: [],
    };
  },
});

/** A port of which no other member is reached in these tests. */
function partly<T extends object>(members: Partial<T>): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever is not there throws when it is called
  return new Proxy(members as T, {
    get(target, name) {
      if (!(name in target)) {
        throw new Error(`${String(name)} is out of reach in this test`);
      }
      return Reflect.get(target, name);
    },
  });
}

/** Makes the pool. */
export async function makeKeyPool(count: number): Promise<string> {
  const keys = await Promise.all(Array.from({ length: count }, () => generateKey('RS256', 2048)));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return JSON.stringify(keys.map(({ pkcs8, spki }): PooledKey => ({ pkcs8: base64(pkcs8), spki: base64(spki) })));
}
