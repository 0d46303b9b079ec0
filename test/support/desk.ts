// A whole custodian for tests of use cases: everything is real (SQLite in memory, cryptography, formats, a sandbox
// tenant over loopback HTTP) but the keychain, which is the memory fake that passes the same contract suite.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createReleases } from '../../main/composition/releases.ts';
import { createOwnSandbox } from '../../main/composition/own-sandbox.ts';
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import { createSecretBox } from '../../main/key-store/secret-box.ts';
import type { GenerateKey } from '../../main/key-store/software/generate.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import type { PinnedRelease } from '../../shared/domain/updates/release.ts';
import { createReading } from '../../main/reading/reading.ts';
import type { KeyStore } from '../../main/ports/key-store.ts';
import type { Ports } from '../../main/ports/ports.ts';
import { createAssertionSigner } from '../../main/acts/tenants/client-assertion.ts';
import { createFormats } from '../../main/formats/formats.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import type { SandboxSettings } from '../../main/sandbox/settings.ts';
import { createFaultQueue, type FaultQueue } from '../../main/sandbox/faults.ts';
import type { Sandbox } from '../../main/sandbox/sandbox.ts';
import { createTenantDirectory } from '../../main/tenant/directory.ts';
import { createPublicVerifier } from '../../main/tenant/public-verifier.ts';
import { CHEAP } from './cheap-derivation.ts';
import { openNetwork } from './network.ts';
import { createMemoryVault, type MemoryVault } from '../fakes/memory-vault.ts';
import { pooledKeys } from './pooled-keys.ts';
import { toldErrors } from './told-errors.ts';

export interface Desk {
  custodian: Custodian;
  ports: Ports;
  vault: MemoryVault;
  sandbox: Sandbox;
  /** What goes wrong at the sandbox on demand. */
  faults: FaultQueue;
  /** For files of the test; goes with the desk. */
  folder: string;
  /** Moves the clock that everything here reads. */
  advance(milliseconds: number): void;
  /** Closes it, and answers with what it was. Only where it is kept. */
  putAway(): Promise<PutAway>;
  close(): Promise<void>;
}

/** A desk as it was put away: opened again as often as one likes. */
export interface PutAway {
  /** Name -> content, of its folder. */
  files: ReadonlyMap<string, Uint8Array>;
  secrets: ReadonlyMap<string, Uint8Array>;
  now: number;
  /** How many desks it went through. */
  generation: number;
}

export const START = Date.parse('2026-11-22T08:00:00.000Z');

interface DeskOptions {
  /** Stands between the tenant adapters and the network. */
  fetch?: typeof globalThis.fetch;
  /** How long a remote side may take to answer the tenant adapters. */
  deadlineMs?: number;
  /** Authorities (PEM) that are trusted. */
  trusted?: string;
  /** How the sandbox tenant behaves. */
  sandbox?: Partial<SandboxSettings>;
  /** By how many seconds the servers are ahead of the clock here; `null` when they do not say. */
  serversAhead?: () => number | null;
  /** `kept`: can be put away. Otherwise as it was put away. Its registry is a file then. */
  from?: 'kept' | PutAway;
  /** Told after each durable change, with its audit action; and of what changed at the sandbox. */
  changed?: (action: string) => void;
  /** Makes the keys, also those of the sandbox; by default they come round again in the next desk of the same file. */
  generate?: GenerateKey;
  /** What this program was built with, of releases. */
  pinned?: PinnedRelease;
  /** Where the keys are: software keys in the memory vault when left out. */
  keys?: KeyStore;
}

export function openDesk(options: DeskOptions = {}): Desk {
  const { serversAhead = () => null, changed = () => undefined, from } = options;
  const before = from === 'kept' ? undefined : from;
  const generation = before === undefined ? 0 : before.generation + 1;
  const { fetch, deadlineMs, trusted, sandbox: settings = {}, generate = pooledKeys(generation), pinned } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  for (const [name, content] of before?.files ?? []) {
    writeFileSync(path.join(folder, name), content, { mode: 0o600 });
  }
  let now = before?.now ?? START;
  const clock = { now: () => new Date(now) };
  const random = { uuid: randomUUID, bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const memory = createMemoryVault(before?.secrets);
  const { vault, lock } = sealedVault(memory, { store: 'memory', clock, cost: CHEAP });
  const keys = options.keys ?? createSoftwareKeys(vault, generate);
  const secrets = createSecretBox(vault);
  const faults = createFaultQueue();
  const registry = openRegistry({
    folder: from === undefined ? null : folder,
    holder: 'a test',
    waitMs: 0,
    clock,
    actor: 'officer via test',
    changed,
  });
  const sandbox = createOwnSandbox({ folder, clock, random, generate, settings: { faults, ...settings }, changed });
  const sign = createAssertionSigner({ registry, keys, clock });
  const real = openNetwork(trusted === undefined ? {} : { trusted });
  const network = fetch === undefined ? real : { ...real, fetchAs: () => fetch };
  const ports: Ports = {
    clock,
    served: {
      last() {
        const ahead = serversAhead();
        const served = new Date(now + (ahead ?? 0) * 1000).toISOString();
        return ahead === null ? null : { host: 'id.acme.example', served, machine: new Date(now).toISOString() };
      },
    },
    // Time passes at once.
    pause: async (milliseconds) => {
      now += milliseconds;
    },
    random,
    keys,
    secrets,
    lock,
    registry,
    reading: createReading(),
    formats: createFormats(),
    tenants: createTenantDirectory({
      secrets,
      sandbox,
      sign,
      clock,
      random,
      network,
      ...(deadlineMs !== undefined && { deadlineMs }),
    }),
    verifier: createPublicVerifier(clock, { fetch: real.fetchAs() }),
    network,
    releases: createReleases(folder, network, pinned),
  };
  const custodian = toldErrors(createCustodian(ports));
  return {
    custodian,
    ports,
    vault: memory,
    sandbox,
    faults,
    folder,
    advance(milliseconds) {
      now += milliseconds;
    },
    async putAway() {
      await custodian.finish();
      await sandbox.stop();
      registry.close();
      const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
      rmSync(folder, { recursive: true });
      return { files, secrets: memory.secrets(), now, generation };
    },
    async close() {
      await sandbox.stop();
      registry.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The arguments of a tenant that rehearses on the sandbox. */
export const ACME = {
  name: 'Acme',
  domain: 'acme.eu.auth0.com',
  customDomain: 'id.acme.example',
  environment: 'development',
  endpoint: 'sandbox',
  apiBaseUrl: null,
  jwksUrl: null,
} as const;
