// The proof that it is them: how long it is good for, where it is asked for, and that only one from here counts.
import { beforeEach, describe, expect, it } from 'vitest';
import { keptNames } from '../../../../main/acts/vault/names.ts';
import { type Proof, proofBySystem, requireProof, type TakenAt } from '../../../../main/acts/vault/proof.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import {
  credentialName,
  DEVICE_KEY,
  PROXY_ACCOUNT,
  REMEMBERED_HEAD,
  secretName,
  STATE_KEY,
} from '../../../../main/ports/secret-name.ts';
import type { SealState } from '../../../../shared/domain/vault/seal-state.ts';
import { isCustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { keysOf } from '../../../support/tenant-keys.ts';

const HOUR = 3_600_000;

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256', name: 'Live', environment: 'production' });
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256', name: 'Trial', customDomain: null });
});

const byYes = async (): Promise<Proof> => (await proofBySystem(desk.ports, async () => true)) ?? expect.fail('none');
const needed = (tenant: string | null) => ({ code: 'VAULT_PROOF_NEEDED', facts: { tenant } });

function required(
  proof: Proof | null,
  {
    tenant = 'Live',
    at = 'production',
    stage = 'sealed',
  }: { tenant?: string | null; at?: TakenAt; stage?: SealState['stage'] } = {},
): Promise<void> {
  const lock: Ports['lock'] = { ...desk.ports.lock, state: async () => ({ stage, locked: false }) };
  return requireProof({ ...desk.ports, lock }, { tenant, at }, async () => proof);
}

/** `null` where it was let pass. */
const refusalOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (isCustodianError(error) ? { code: error.code, facts: error.facts } : error),
  );

describe('a proof', () => {
  it('by the system is made where it says yes, and not where it says no', async () => {
    expect(await byYes()).toEqual({ until: desk.ports.clock.now().getTime() + HOUR });
    expect(await proofBySystem(desk.ports, async () => false)).toBeNull();
    expect(Object.isFrozen(await byYes())).toBe(true);
  });

  it.each([
    ['at once', 0, true],
    ['for an hour', HOUR, true],
    ['no longer', HOUR + 1, false],
    ['not before it was made', -1, false],
  ])('is good %s', async (_, later, good) => {
    const proof = await byYes();
    desk.advance(later);
    expect(await refusalOf(required(proof))).toEqual(good ? null : needed('Live'));
  });

  it('that somebody made up counts for nothing, nor does none', async () => {
    const proof = await byYes();
    await expect(required({ until: proof.until })).rejects.toMatchObject(needed('Live'));
    await expect(required(null)).rejects.toMatchObject(needed('Live'));
  });

  it.each<[string, Parameters<typeof required>[1], boolean]>([
    ['in production', { tenant: 'Live' }, true],
    ['on trial', { tenant: 'Trial' }, false],
    ['at all tenants', { tenant: null }, true],
    ['everywhere, in production', { tenant: 'Live', at: 'everywhere' }, true],
    ['everywhere, on trial', { tenant: 'Trial', at: 'everywhere' }, true],
    ['without a passphrase', { tenant: 'Live', stage: 'none' }, false],
    ['everywhere without a passphrase', { tenant: 'Live', at: 'everywhere', stage: 'none' }, false],
    ['while a passphrase is set', { tenant: 'Live', stage: 'sealing' }, true],
    ['while a passphrase is removed', { tenant: 'Live', stage: 'opening' }, true],
  ])('is asked for %s', async (_, given, asked) => {
    const { tenant = null } = given ?? {};
    expect(await refusalOf(required(null, given))).toEqual(asked ? needed(tenant) : null);
  });

  it('is asked of nobody for a tenant that is not here', async () => {
    await expect(required(await byYes(), { tenant: 'Nobody' })).rejects.toMatchObject({ code: 'TENANT_NOT_FOUND' });
  });

  it('of the window comes from the system or the passphrase', async () => {
    const { vault } = desk.custodian;
    expect(await vault.proveBySystem(async () => true)).toEqual({ until: expect.any(Number) as number });
    expect(await vault.proveBySystem(async () => false)).toBeNull();
    const typed = Buffer.from('correct horse battery staple');
    await vault.setPassphrase(Uint8Array.from(typed));
    expect(await vault.prove(typed)).toEqual({ until: desk.ports.clock.now().getTime() + HOUR });
    expect(typed.every((byte) => byte === 0)).toBe(true);
    await expect(vault.prove(Buffer.from('a wrong passphrase'))).rejects.toMatchObject({
      code: 'VAULT_PASSPHRASE_WRONG',
    });
  });
});

describe('the passphrase', () => {
  const bytes = () => Buffer.from('correct horse battery staple');

  it('gives a copy of the key to who holds it, as long as it is unlocked', async () => {
    const { vault } = desk.custodian;
    expect(vault.copyOfKey()).toBeNull();
    await vault.setPassphrase(bytes());
    using copy = vault.copyOfKey();
    expect(copy?.use((key) => key.length)).toBeGreaterThan(0);
    vault.lock();
    expect(vault.copyOfKey()).toBeNull();
  });

  it('is told how far it is, and overwritten, where it is set and removed', async () => {
    const { vault } = desk.custodian;
    const typed = [bytes(), bytes()];
    const steps: [string, number][] = [];
    expect(await vault.setPassphrase(typed[0] ?? bytes(), (step) => void steps.push(['set', step]))).toEqual([]);
    expect(await vault.removePassphrase(typed[1] ?? bytes(), (step) => void steps.push(['removed', step]))).toEqual([]);
    expect([...new Set(steps.map(([what]) => what))]).toEqual(['set', 'removed']);
    expect(typed.every((each) => each.every((byte) => byte === 0))).toBe(true);
    const recorded = desk.custodian.listAudit({ afterSeq: 0, limit: 999, action: 'vault' });
    expect(recorded.map(({ action, subject, details }) => [action, subject, details])).toEqual([
      ['vault.passphrase-set', 'vault', {}],
      ['vault.passphrase-removed', 'vault', {}],
    ]);
  });

  it.each([
    ['sealing', 'vault.passphrase-set'],
    ['opening', 'vault.passphrase-removed'],
  ] as const)('goes on where it was broken off while %s, and records that', async (stage, action) => {
    const { lock } = desk.ports;
    const resumed: (readonly string[])[] = [];
    lock.unlock = async () => undefined;
    lock.state = async () => ({ stage, locked: false });
    lock.resume = async (names, { recorded } = {}) => {
      resumed.push(names);
      recorded?.([]);
      return [];
    };
    await desk.custodian.vault.unlock(bytes());
    expect(resumed).toEqual([desk.ports.registry.read(keptNames)]);
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 999, action: 'vault' }).map((one) => one.action)).toEqual([
      action,
    ]);
  });

  it('goes on with nothing where nothing was broken off', async () => {
    const { lock } = desk.ports;
    lock.unlock = async () => undefined;
    lock.state = async () => ({ stage: 'sealed', locked: false });
    lock.resume = () => Promise.reject(new Error('was resumed'));
    await desk.custodian.vault.unlock(bytes());
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 999, action: 'vault' })).toEqual([]);
  });
});

it('the names under which something is kept are those of keys, credentials, notes and the few fixed ones, each once', () => {
  const at = desk.ports.clock.now().toISOString();
  const names = () => desk.ports.registry.read(keptNames);
  desk.ports.registry.noteIntents([
    { name: 'key-noted', purpose: 'write', at },
    { name: DEVICE_KEY, purpose: 'write', at },
  ]);
  const tenants = desk.ports.registry.read((reader) => reader.tenants());
  expect(names().toSorted()).toEqual(
    [
      ...['Live', 'Trial'].flatMap((name) => keysOf(desk, name).map(({ id }) => secretName(id))),
      ...tenants.map(({ id }) => credentialName(id)),
      'key-noted',
      DEVICE_KEY,
      PROXY_ACCOUNT,
      STATE_KEY,
      REMEMBERED_HEAD,
    ].toSorted(),
  );
});
