// The use cases that are killed, each with the state that it starts from and the audit action by which it shows that it
// happened.
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Custodian } from '../../main/acts/custodian.ts';
import { readChunks } from '../../main/files/read-chunks.ts';
import { saveStream } from '../../main/files/save-stream.ts';
import { secretName } from '../../main/ports/secret-name.ts';
import type { KeyState } from '../../shared/domain/limits.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { DEFAULT_TERMS } from '../../shared/domain/timing/policy.ts';
import type { FaultDesk } from './fault-desk.ts';

interface Act {
  /** Brings an empty folder into the state before the act. */
  prepare(desk: FaultDesk, folder: string): Promise<unknown>;
  run(custodian: Custodian, folder: string): Promise<unknown>;
  /** The audit action that is there once the act has happened; `null` for acts that repair. */
  leaves: string | null;
  /** What a second run is refused with, when the first one had happened; `null` when it simply works again. */
  again: string | null;
}

export const tenant = 'Acme';
const ring = 'es256';
const reason = 'a fault test';

/** Files that imports read, in the folder of the registry. */
export const IMPORTED = { small: 'small.pem', large: 'large.pem' } as const;

const ACME = {
  name: tenant,
  domain: 'acme.eu.auth0.com',
  customDomain: 'id.acme.example',
  environment: 'development',
  endpoint: 'jwks',
  apiBaseUrl: 'https://jwks.example/set',
  jwksUrl: null,
} as const;

const nothing = async (): Promise<void> => undefined;

async function withTenant({ custodian }: FaultDesk): Promise<void> {
  await custodian.addTenant(ACME);
}

async function withRing(desk: FaultDesk): Promise<void> {
  await withTenant(desk);
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: ring });
}

async function withPrevious(desk: FaultDesk): Promise<void> {
  await withRing(desk);
  await desk.custodian.rotateRing({ tenant, ring });
}

/** Erasure is due as soon as it is asked for. */
async function withRevoked(desk: FaultDesk): Promise<void> {
  await withPrevious(desk);
  const { custodian } = desk;
  const terms = { ...DEFAULT_TERMS.development, destroyAfterDays: 0 };
  await custodian.setPolicy({ name: 'at once', terms });
  await custodian.editTenant({ tenant, policy: 'at once' });
  await custodian.revokeKey({
    tenant,
    kid: inState(custodian, 'previous').kid,
    reason,
    compromised: false,
    override: reason,
  });
}

/** Everything that a crash can leave at once: an orphan, a half-done removal, an erasure that is due, loose parts. */
async function withLeftovers(desk: FaultDesk): Promise<void> {
  await withRevoked(desk);
  const { vault } = desk;
  const { registry, clock } = desk.ports;
  const at = clock.now().toISOString();
  const orphan = secretName('00000000-orphan');
  const removed = secretName('00000000-removed');
  await vault.put(orphan, Buffer.alloc(5000, 1));
  await vault.put(removed, Buffer.alloc(5000, 2));
  registry.noteIntents([
    { name: orphan, purpose: 'write', at },
    { name: removed, purpose: 'remove', at },
  ]);
  const revoked = inState(desk.custodian, 'revoked');
  registry.change({ action: 'test.scheduled', subject: tenant, details: {} }, (writer) =>
    writer.updateKey({ ...revoked, destroyAt: at }),
  );
}

export function inState(custodian: Custodian, state: KeyState): SigningKey {
  const views = custodian.showTenant({ tenant }).rings;
  const found = views.find((view) => view.ring.name === ring)?.keys.find((key) => key.state === state);
  if (found === undefined) {
    throw new Error(`no key is ${state}`);
  }
  return found;
}

const stored = (custodian: Custodian, token: string): Promise<unknown> =>
  custodian.credentials.store(
    { tenant, kind: 'token' },
    { secret: Buffer.from(token), certificate: Buffer.alloc(0), key: Buffer.alloc(0) },
  );

/** In several parts in the keychain. */
const LONG_TOKEN = 'a'.repeat(5000);

async function withCredential(desk: FaultDesk): Promise<void> {
  await withTenant(desk);
  await stored(desk.custodian, LONG_TOKEN);
}

/** Who opens the backups of these tests; nobody else ever used it. */
const HOLDER = {
  identity: 'AGE-SECRET-KEY-1Q8QZU4M30WLMYASKQMYP0TKG0KFV2ZC3HFDS96WZQP9ZSM3NLU0QJ6GV68',
  recipient: 'age16rmx92j99juztzsmun6z86jrpzu3nrvsgl2wnjffjsajpjn0afjsqzw3wh',
};

function backUp(custodian: Custodian, folder: string): Promise<unknown> {
  const protection = { passphrase: null, recipients: [Buffer.from(HOLDER.recipient)] };
  const name = `${randomUUID()}.age`;
  return custodian.createBackup({ protection, credentials: true }, async (chunks, prove) => {
    const { openToOthers: _modes, ...saved } = await saveStream(path.join(folder, name), chunks, prove);
    return { file: name, ...saved };
  });
}

/** Of a registry with two tenants, beside the one that is empty. */
async function withBackup(desk: FaultDesk, folder: string): Promise<void> {
  const there = mkdtempSync(path.join(tmpdir(), 'backed-up-'));
  const other = desk.beside(there);
  await withCredential(other);
  await other.custodian.addRing({ tenant, alg: 'ES256', name: ring });
  await other.custodian.addTenant({ ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: null });
  await backUp(other.custodian, there);
  await other.custodian.finish();
  other.close();
  const file = readdirSync(there).find((name) => name.endsWith('.age')) ?? '';
  copyFileSync(path.join(there, file), path.join(folder, BACKUP));
  rmSync(there, { recursive: true });
}

const BACKUP = 'keys.age';

function restoreIn(custodian: Custodian, folder: string): Promise<unknown> {
  const opener = { kind: 'identity', bytes: Buffer.from(HOLDER.identity) } as const;
  const source = () => readChunks(path.join(folder, BACKUP));
  return custodian.restoreBackup(source, opener, { file: BACKUP, seen: null });
}

function drillIn(custodian: Custodian, folder: string): Promise<unknown> {
  const opener = { kind: 'identity', bytes: Buffer.from(HOLDER.identity) } as const;
  return custodian.drillBackup(() => readChunks(path.join(folder, BACKUP)), opener, BACKUP);
}

async function withCeremony(desk: FaultDesk): Promise<void> {
  await withRing(desk);
  const people = { administrator: 'Ada', custodians: ['Cato'], witness: 'Will' };
  await desk.custodian.beginCeremony({ tenant, ring, place: 'Vienna', handOver: false, people });
}

function importing(file: string, into: string | undefined, as: 'next' | 'current' | 'previous'): Act {
  return {
    prepare: withRing,
    run: (custodian, folder) =>
      custodian.importKey(
        { tenant, ring: into, as, allowSmallExponent: false },
        readFileSync(path.join(folder, file)),
        { passphrase: null },
      ),
    leaves: 'key.imported',
    again: 'KEY_EXISTS',
  };
}

const PASSPHRASES = { first: 'correct horse battery staple', second: 'another long passphrase' } as const;
const typed = (which: keyof typeof PASSPHRASES): Uint8Array => Buffer.from(PASSPHRASES[which]);

async function withPassphrase(desk: FaultDesk): Promise<void> {
  await withCredential(desk);
  await desk.custodian.vault.setPassphrase(typed('first'));
}

/** With whichever passphrase there is now. What was broken off goes on with it. */
export async function unlocked({ vault }: Custodian): Promise<void> {
  const { locked } = await vault.sealState();
  if (locked) {
    await vault.unlock(typed('first')).catch(() => vault.unlock(typed('second')));
  }
}

export const ACTS = {
  'set the vault passphrase': {
    prepare: withCredential,
    run: (custodian) => custodian.vault.setPassphrase(typed('first')),
    leaves: 'vault.passphrase-set',
    again: 'VAULT_PASSPHRASE_SET',
  },
  'change the vault passphrase': {
    prepare: withPassphrase,
    run: async (custodian) => {
      await unlocked(custodian);
      const { vault } = custodian;
      await vault
        .changePassphrase(typed('first'), typed('second'))
        .catch(() => vault.changePassphrase(typed('second'), typed('second')));
    },
    leaves: 'vault.passphrase-changed',
    // From whichever it is now.
    again: null,
  },
  'remove the vault passphrase': {
    prepare: withPassphrase,
    run: async (custodian) => {
      await unlocked(custodian);
      await custodian.vault.removePassphrase(typed('first'));
    },
    leaves: 'vault.passphrase-removed',
    again: 'VAULT_PASSPHRASE_NONE',
  },
  'add tenant': {
    prepare: nothing,
    run: (custodian) => custodian.addTenant(ACME),
    leaves: 'tenant.added',
    again: 'TENANT_EXISTS',
  },
  'remove tenant': {
    prepare: withTenant,
    run: (custodian) => custodian.removeTenant({ tenant }),
    leaves: 'tenant.removed',
    again: 'TENANT_NOT_FOUND',
  },
  'add ring': {
    prepare: withTenant,
    run: (custodian) => custodian.addRing({ tenant, alg: 'ES256', name: ring }),
    leaves: 'ring.added',
    again: 'RING_EXISTS',
  },
  generate: {
    prepare: withRing,
    run: (custodian) => custodian.generateNext({ tenant, ring }),
    leaves: 'key.generated',
    again: null,
  },
  'import as next': importing(IMPORTED.small, ring, 'next'),
  'import as current': importing(IMPORTED.small, ring, 'current'),
  'import as previous': importing(IMPORTED.small, ring, 'previous'),
  'import of RSA-4096': importing(IMPORTED.large, undefined, 'previous'),
  rotate: {
    prepare: withRing,
    run: (custodian) => custodian.rotateRing({ tenant, ring }),
    leaves: 'key.rotated',
    again: null,
  },
  'abort rotation': {
    prepare: withPrevious,
    run: (custodian) => custodian.abortRotation({ tenant, ring, reason }),
    leaves: 'key.rotation-aborted',
    again: 'ROTATION_HAS_EFFECT',
  },
  revoke: {
    prepare: withPrevious,
    run: (custodian) =>
      custodian.revokeKey({ tenant, kid: oldest(custodian), reason, compromised: false, override: reason }),
    leaves: 'key.revoked',
    again: 'KEY_STATE',
  },
  'rotate and revoke': {
    prepare: withRing,
    run: (custodian) => custodian.rotateAndRevoke({ tenant, ring, reason, compromised: true }),
    leaves: 'key.rotated-and-revoked',
    again: null,
  },
  destroy: {
    prepare: withRevoked,
    run: (custodian) => custodian.destroyKey({ tenant, kid: oldest(custodian), confirm: oldest(custodian) }),
    leaves: 'key.destruction-scheduled',
    again: 'KEY_STATE',
  },
  sign: {
    prepare: withRing,
    run: (custodian) => custodian.signToken({ tenant, ring, claims: {}, ttl: 60 }),
    leaves: 'key.signed',
    again: null,
  },
  'store credential': {
    prepare: withTenant,
    run: (custodian) => stored(custodian, LONG_TOKEN),
    leaves: 'tenant.credentials-stored',
    again: null,
  },
  'replace credential': {
    prepare: withCredential,
    run: (custodian) => stored(custodian, 'b'.repeat(5000)),
    leaves: null,
    again: null,
  },
  'remove credential': {
    prepare: withCredential,
    run: (custodian) => custodian.credentials.remove(tenant),
    leaves: 'tenant.credentials-removed',
    again: null,
  },
  'make a backup': {
    prepare: withRing,
    run: backUp,
    leaves: 'backup.made',
    again: null,
  },
  'restore a backup on a new machine': {
    prepare: withBackup,
    run: restoreIn,
    leaves: 'backup.restored',
    again: null,
  },
  'drill a backup': {
    prepare: withBackup,
    run: drillIn,
    leaves: 'backup.drilled',
    again: null,
  },
  'take a step of a ceremony': {
    prepare: withCeremony,
    run: (custodian) => custodian.takeStep({ tenant }),
    leaves: 'ceremony.step-done',
    // The next step.
    again: null,
  },
  'start after a crash': { prepare: withLeftovers, run: (custodian) => custodian.settle(), leaves: null, again: null },
  doctor: { prepare: withLeftovers, run: (custodian) => custodian.examine(() => undefined), leaves: null, again: null },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

export const actNamed = (name: string): Act => {
  const act = Object.entries(ACTS).find(([known]) => known === name)?.[1];
  if (act === undefined) {
    throw new Error(`no act ${name}`);
  }
  return act;
};

/** The first key that the ring ever had. */
function oldest(custodian: Custodian): string {
  const keys = custodian.showTenant({ tenant }).rings.find((view) => view.ring.name === ring)?.keys ?? [];
  const first = keys.find((key) => key.previousAt !== null || key.state === 'revoked');
  if (first === undefined) {
    throw new Error('no key was ever current before');
  }
  return first.kid;
}
