// What the doctor finds where something speaks against the registry, the keychain or the clock, to the letter and in its order.
import { describe, expect, it } from 'vitest';
import { findingsNow } from '../../../../main/acts/doctor/doctor.ts';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import type { Registry, RegistryState } from '../../../../main/ports/registry.ts';
import type { RegistryReader } from '../../../../main/ports/registry-reader.ts';
import { Secret } from '../../../../main/ports/secret.ts';
import { credentialName, DEVICE_KEY, PROXY_ACCOUNT, secretName } from '../../../../main/ports/secret-name.ts';
import type { StateDifference } from '../../../../shared/domain/audit/registry-state.ts';
import type { HandOver } from '../../../../shared/domain/exports/hand-over.ts';
import { finding } from '../../../../shared/domain/doctor/report.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const DIFFERENCE: StateDifference = { part: 'records', tenant, table: 'keys', row: 'k', how: 'changed' };
const DETAIL = { code: 'open' } as const;
const FLAW = { code: 'lost-row', table: 'keys' } as const;

const { desk } = acmeForEach();

interface Otherwise extends Partial<Omit<Ports, 'registry'>> {
  registry?: Partial<Registry>;
  state?: Partial<RegistryState>;
}

/** The doctor at this desk, but for what is given. */
function examine(
  { registry = {}, state = {}, ...more }: Otherwise = {},
  progress: (...told: unknown[]) => void = () => undefined,
) {
  const { ports } = desk;
  return createCustodian({
    ...ports,
    ...more,
    registry: { ...ports.registry, ...registry, state: { ...ports.registry.state, ...state } },
  }).examine(progress);
}

/** What is read of the registry is this. */
function reading(changed: (reader: RegistryReader) => RegistryReader): Otherwise {
  const { registry } = desk.ports;
  const read: Registry['read'] = (work) => registry.read((reader) => work(changed(reader)));
  return { registry: { read }, state: { vouched: { ...registry.state.vouched, read } } };
}

const actions = () => desk.custodian.listAudit({ afterSeq: 0, limit: 999 }).map(({ action }) => action);
const idOf = (name: string): string => desk.ports.registry.read((reader) => reader.tenantByName(name)?.id ?? '');

describe('what speaks against the registry', () => {
  const now = (problem: CustodianError | null, differences: StateDifference[] = []) =>
    findingsNow(
      {
        registry: {
          ...desk.ports.registry,
          state: { ...desk.ports.registry.state, differences: () => differences },
        },
      },
      { problem: () => Promise.resolve(problem) },
    );
  const altered = new CustodianError('REGISTRY_ALTERED', { what: 'seal', tenant: null });

  it('is nothing where nothing does, whatever may differ', async () => {
    expect(await now(null, [DIFFERENCE])).toEqual([]);
  });

  it('is that it is older, and nothing else', async () => {
    const facts = { entries: 2, remembered: 5 };
    expect(await now(new CustodianError('REGISTRY_OLDER', facts), [DIFFERENCE])).toEqual([
      { code: 'registry-older', severity: 'alarm', facts },
    ]);
  });

  it('is each difference', async () => {
    const other = { ...DIFFERENCE, row: 'other' };
    expect(await now(altered, [DIFFERENCE, other])).toEqual([
      { code: 'changed-outside', severity: 'alarm', facts: DIFFERENCE },
      { code: 'changed-outside', severity: 'alarm', facts: other },
    ]);
  });

  it('is the part where no difference shows', async () => {
    expect(await now(altered)).toEqual([
      finding('changed-outside', { part: 'seal', tenant: null, table: null, row: null, how: 'changed' }),
    ]);
  });

  it('is no difference of a file that is damaged and fits its seal', async () => {
    expect(await now(new CustodianError('REGISTRY_DAMAGED', { detail: FLAW }))).toEqual([]);
  });

  it.each([50, 51])('is fifty of %d differences at most', async (count) => {
    expect(
      await now(
        altered,
        Array.from({ length: count }, () => DIFFERENCE),
      ),
    ).toHaveLength(50);
  });

  it('is nothing where the keychain closed meanwhile, and is not known where something else failed', async () => {
    const failing = (error: Error) =>
      findingsNow(desk.ports, {
        problem: async () => {
          throw error;
        },
      });
    expect(await failing(new CustodianError('VAULT_LOCKED', { detail: DETAIL }))).toEqual([]);
    await expect(failing(altered)).rejects.toBe(altered);
    await expect(failing(new TypeError('broken'))).rejects.toThrow('broken');
  });
});

describe('the doctor', () => {
  it('says which key it looks at, of how many', async () => {
    const told: unknown[] = [];
    await examine({}, (...step) => told.push(step));
    const kids = desk.ports.registry.read((reader) => reader.keys(idOf(tenant))).map(({ kid }) => kid);
    expect(told).toEqual(kids.map((kid, at) => [at + 1, 2, `${tenant} ${kid}`]));
  });

  it('answers to the letter where nothing is wrong', async () => {
    expect(await examine()).toEqual({
      keychain: { condition: 'available', detail: DETAIL },
      checked: { tenants: 1, rings: 1, keys: 2, secrets: 2 },
      audit: await desk.custodian.verifyAudit(),
      network: {
        authorities: [],
        trusted: await desk.ports.network.trustedBeyond(),
        routes: [
          { tenant, host: 'localhost', route: { proxy: null, from: 'this-machine', variable: null }, error: null },
        ],
      },
      findings: [],
    });
  });

  it('repairs nothing in a registry that differs', async () => {
    await desk.vault.put('key-orphan', new Uint8Array(10));
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    const before = actions();
    const { findings } = await examine({ state: { differences: () => [DIFFERENCE] } });
    expect(findings).toEqual([finding('changed-outside', DIFFERENCE), finding('left-unsettled', { count: 1 })]);
    expect([actions(), desk.vault.names().includes('key-orphan')]).toEqual([before, true]);
  });

  it('counts what was left over', async () => {
    for (const name of ['key-one', 'key-two']) {
      await desk.vault.put(name, new Uint8Array(10));
      desk.ports.registry.noteIntents([{ name, purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    }
    expect((await examine()).findings).toEqual([finding('orphan-removed', { count: 2 })]);
  });

  it('says nothing of notes alone', async () => {
    const { id } = keyIn(desk, 'next');
    desk.ports.registry.noteIntents([{ name: secretName(id), purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    expect((await examine()).findings).toEqual([]);
  });

  it.each([
    ['goes on where the keychain closes while it settles', new CustodianError('VAULT_LOCKED', { detail: DETAIL })],
    ['ends where it cannot settle', new TypeError('broken')],
  ])('%s', async (_, error) => {
    const { keys } = desk.ports;
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    const destroy: typeof keys.destroy = async () => {
      throw error;
    };
    const examined = examine({ keys: { ...keys, destroy } }).then(
      ({ findings }) => findings,
      (refused: unknown) => refused,
    );
    expect(await examined).toEqual(error instanceof CustodianError ? [finding('left-unsettled', { count: 1 })] : error);
  });

  it('says what is wrong with the file, and how many secrets are sound all the same', async () => {
    const { findings, checked } = await examine({ registry: { damage: () => [FLAW] } });
    expect(findings).toEqual([finding('registry-damaged', { detail: FLAW })]);
    expect(checked.secrets).toBe(2);
  });

  it('counts only what is sound', async () => {
    await desk.vault.remove(secretName(keyIn(desk, 'next').id));
    const { checked, findings } = await examine();
    expect(checked).toEqual({ tenants: 1, rings: 1, keys: 2, secrets: 1 });
    expect(findings).toEqual([finding('secret-missing', { tenant, kid: keyIn(desk, 'next').kid, state: 'next' })]);
  });

  it('names a keychain that is closed, and its condition', async () => {
    desk.vault.become('unavailable');
    const { keychain, findings } = await examine();
    expect([keychain, findings]).toEqual([
      { condition: 'unavailable', detail: DETAIL },
      [finding('keychain-unreachable', { condition: 'unavailable', detail: DETAIL })],
    ]);
  });

  it('stops where the keychain closes meanwhile', async () => {
    const { keys } = desk.ports;
    const { findings, checked } = await examine({
      keys: {
        ...keys,
        publicKey: (name) => {
          if (name !== DEVICE_KEY) {
            desk.vault.become('locked');
          }
          return keys.publicKey(name);
        },
      },
    });
    expect(checked.secrets).toBe(0);
    expect(findings).toEqual([finding('keychain-unreachable', { condition: 'locked', detail: DETAIL })]);
  });

  it('ends where something else fails', async () => {
    const { secrets } = desk.ports;
    const find: typeof secrets.find = (name) =>
      name === PROXY_ACCOUNT ? Promise.reject(new TypeError('broken')) : secrets.find(name);
    await expect(examine({ secrets: { ...secrets, find } })).rejects.toThrow('broken');
  });

  it('names a chain that is broken, and what speaks against its signature', async () => {
    await desk.vault.remove(DEVICE_KEY);
    expect((await examine()).findings).toEqual([finding('audit-untrusted', { problem: 'device-key-missing' })]);
  });

  it('names the entry at which the chain is broken', async () => {
    const { findings } = await examine(
      reading((reader) => ({
        ...reader,
        audit: (...asked) => reader.audit(...asked).map((entry) => ({ ...entry, subject: 'forged' })),
      })),
    );
    expect(findings).toContainEqual(finding('audit-broken', { entry: 1 }));
  });

  it('names a clock that was set back, and by how much', async () => {
    desk.advance(-3_600_000);
    expect((await examine()).findings).toContainEqual(finding('clock-set-back', { seconds: 3600 }));
  });

  it('names alarms before warnings before what it repaired', async () => {
    await desk.vault.put('key-orphan', new Uint8Array(10));
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    const current = keyIn(desk, 'current');
    desk.ports.registry.change({ action: 'test', subject: 'x', details: {} }, (writer) =>
      writer.updateKey({ ...current, currentAt: '2020-01-01T00:00:00.000Z' }),
    );
    await desk.vault.remove(secretName(keyIn(desk, 'next').id));
    expect((await examine()).findings.map(({ code }) => code)).toEqual([
      'secret-missing',
      'times-disordered',
      'orphan-removed',
    ]);
  });

  it('seals a registry of an earlier version', async () => {
    const { registry } = desk.ports;
    let bare = true;
    await examine({
      state: {
        mark: () => (bare ? null : registry.state.mark()),
        sealAnew(...given) {
          bare = false;
          registry.state.sealAnew(...given);
        },
      },
      secrets: {
        ...desk.ports.secrets,
        find: async (name) => (name === 'audit-head' ? remembered() : desk.ports.secrets.find(name)),
      },
    });
    expect(actions()).toContain('registry.sealed');
  });
});

/** As a version remembered that did not seal yet. */
function remembered(): Secret {
  const head = desk.ports.registry.read((reader) => reader.auditHead());
  return Secret.ofText(`${head?.seq} ${head?.hash}`);
}

describe('damaged secrets', () => {
  it('are named by what they are for', async () => {
    for (const name of [credentialName(idOf(tenant)), PROXY_ACCOUNT]) {
      await desk.vault.put(name, Buffer.from('x'));
      desk.vault.damage(name);
    }
    expect((await examine()).findings).toEqual([
      finding('credential-damaged', { tenant }),
      finding('proxy-account-damaged', {}),
    ]);
  });

  it('are none where they are whole', async () => {
    await desk.vault.put(credentialName(idOf(tenant)), Buffer.from('x'));
    await desk.vault.put(PROXY_ACCOUNT, Buffer.from('x'));
    expect((await examine()).findings).toEqual([]);
  });
});

describe('copies of a revoked key', () => {
  const handOver = (number: number, kid: string, to: string, destroyedAt: string | null = null): HandOver => ({
    number,
    at: '2026-11-22T08:00:00.000Z',
    actor: 'x',
    tenant,
    kid,
    format: 'p12',
    protection: 'x',
    to,
    recipient: null,
    sha256: 'ab'.repeat(32),
    savedAt: null,
    confirmedAt: null,
    confirmedBy: null,
    destroyedAt,
    destroyedHow: null,
  });

  it('are named with who may have them, each once', async () => {
    await desk.custodian.rotateRing({ tenant, override: 'a test' });
    const { kid } = keyIn(desk, 'previous');
    await desk.custodian.revokeKey({ tenant, kid, reason: 'leaked', compromised: true, override: 'a test' });
    const current = keyIn(desk, 'current').kid;
    const given = [
      handOver(1, kid, 'Ops'),
      handOver(2, kid, 'Dev'),
      handOver(3, kid, 'Ops'),
      handOver(4, current, 'Ops'),
      handOver(5, kid, 'Lab', '2026-11-22T09:00:00.000Z'),
    ];
    const { findings } = await examine(reading((reader) => ({ ...reader, handOvers: () => given })));
    expect(findings.filter(({ code }) => code === 'copies-left')).toEqual([
      finding('copies-left', { tenant, kid, copies: 3, to: 'Ops, Dev' }),
    ]);
  });
});
