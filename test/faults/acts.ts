// The use cases that are killed, each with the state that it starts from and the audit action by which it shows that it
// happened.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Custodian } from '../../main/acts/custodian.ts';
import { secretName } from '../../main/ports/secret-name.ts';
import { DEFAULT_TERMS } from '../../shared/domain/timing/policy.ts';
import {
  ACME,
  type Act,
  IMPORTED,
  LONG_TOKEN,
  reason,
  ring,
  stored,
  tenant,
  withCredential,
  withRing,
  withTenant,
} from './act.ts';
import { APPROVAL_ACTS } from './approval-acts.ts';
import { BACKUP_ACTS } from './backup-acts.ts';
import type { FaultDesk } from './fault-desk.ts';
import { PASSPHRASE_ACTS } from './passphrase-acts.ts';
import { keyIn } from '../support/tenant-keys.ts';

const nothing = async (): Promise<void> => undefined;

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
    kid: keyIn({ custodian }, 'previous', tenant, ring).kid,
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
  const revoked = keyIn(desk, 'revoked', tenant, ring);
  registry.change({ action: 'test.scheduled', subject: tenant, details: {} }, (writer) =>
    writer.updateKey({ ...revoked, destroyAt: at }),
  );
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

export const ACTS = {
  ...PASSPHRASE_ACTS,
  ...BACKUP_ACTS,
  ...APPROVAL_ACTS,
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
