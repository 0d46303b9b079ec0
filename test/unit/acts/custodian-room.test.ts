// The room in which acts are carried out: what it says of itself, and what goes around each act.
import { beforeEach, describe, expect, it } from 'vitest';
import { callsOf, createCustodian } from '../../../main/acts/custodian.ts';
import { REMEMBERED_HEAD } from '../../../main/ports/secret-name.ts';
import { CHAIN_START } from '../../../shared/domain/audit/chain.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { ACME } from '../../support/desk.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = ACME.name;
const added = { ...ACME, alg: 'ES256' } as const;
const desk = deskForEach();
const remembered = async () =>
  Buffer.from(await desk.vault.get(REMEMBERED_HEAD))
    .toString()
    .split(' ')[1];
const head = () => desk.ports.registry.read((reader) => reader.auditHead()?.hash);

describe('the status', () => {
  it('of an empty registry has nothing to say', async () => {
    desk.ports.lock.known = () => null;
    expect(await desk.custodian.status()).toEqual({
      vault: { condition: 'available', detail: { code: 'open' } },
      seal: { stage: 'none', locked: false },
      registry: { checked: true, problem: null },
      sandbox: await desk.ports.tenants.sandboxStatus(),
      clock: null,
      auditHead: CHAIN_START,
    });
  });

  it('has the head of the chain, and looks at the registry where the keychain is open', async () => {
    await desk.custodian.addTenant(added);
    const fresh = createCustodian(desk.ports);
    desk.vault.become('locked');
    expect(await fresh.status()).toMatchObject({
      vault: { condition: 'locked' },
      registry: { checked: false, problem: null },
      auditHead: head(),
    });
    desk.vault.become('available');
    expect(await fresh.status()).toMatchObject({ registry: { checked: true, problem: null } });
  });

  it('reads not all of a large registry, and a watch does', async () => {
    await desk.custodian.addTenant(added);
    const { registry } = desk.ports;
    let looks = 0;
    const state = {
      ...registry.state,
      size: () => 2 ** 30,
      differences() {
        looks += 1;
        return [];
      },
    };
    const fresh = createCustodian({ ...desk.ports, registry: { ...registry, state } });
    await fresh.status();
    expect(looks).toBe(0);
    await fresh.watchState();
    expect(looks).toBe(1);
  });
});

describe('around an act', () => {
  beforeEach(() => desk.custodian.addTenant(added));

  it('the chain is signed and the keychain knows, done or not', async () => {
    const good = async () => {
      const verdict = await desk.custodian.verifyAudit();
      expect([verdict.signedThrough, await remembered()]).toEqual([verdict.entries, head()]);
    };
    await desk.custodian.renameTenant({ tenant, to: 'Other' });
    await good();
    await desk.custodian.renameTenant({ tenant: 'Nobody', to: 'x' }).catch(() => undefined);
    await good();
  });

  it('nothing is done where something speaks against the registry', async () => {
    const { registry } = desk.ports;
    const state = { ...registry.state, flaw: () => 'records' as const };
    const fresh = createCustodian({ ...desk.ports, registry: { ...registry, state } });
    await expect(fresh.renameTenant({ tenant, to: 'Other' })).rejects.toMatchObject({ code: 'REGISTRY_ALTERED' });
    expect(desk.custodian.listTenants()).toHaveLength(1);
  });

  it('the key of the seal is forgotten when it is locked: at once, or after what is at work', async () => {
    const { state } = desk.ports.registry;
    expect(state.hasKey()).toBe(true);
    desk.custodian.vault.lock();
    expect(state.hasKey()).toBe(false);
    const { create } = desk.ports.keys;
    const seen: boolean[] = [];
    desk.ports.keys.create = async (...given) => {
      desk.custodian.vault.lock();
      seen.push(state.hasKey());
      return create(...given);
    };
    await desk.custodian.generateNext({ tenant });
    expect([seen, state.hasKey()]).toEqual([[true], false]);
    await desk.custodian.renameTenant({ tenant, to: 'Other' });
    expect(state.hasKey()).toBe(true);
  });

  it('a check goes first, in the turn of the act, and refuses it', async () => {
    const refused = new CustodianError('CONFIRMATION_CHANGED', {});
    const checked = desk.custodian.provided(() => {
      throw refused;
    });
    await expect(checked.renameTenant({ tenant, to: 'Other' })).rejects.toBe(refused);
    await expect(checked.exportAudit()).rejects.toBe(refused);
    let checks = 0;
    const counting = desk.custodian.provided(() => void (checks += 1));
    await counting.renameTenant({ tenant, to: 'Other' });
    expect(checks).toBe(1);
  });

  it('acts that are only asked for change nothing', async () => {
    const asking = desk.custodian.asking();
    await expect(asking.renameTenant({ tenant, to: 'Other' })).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOR' });
    await expect(asking.network.setNoProxy([])).rejects.toMatchObject({
      code: 'APPROVAL_NOT_FOR',
      facts: { act: 'this' },
    });
  });

  it('a start that has nothing to settle asks no keychain', async () => {
    desk.vault.become('locked');
    const fresh = createCustodian(desk.ports);
    await fresh.settle();
    desk.vault.become('available');
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    desk.vault.become('locked');
    await expect(fresh.settle()).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });

  it('the keychain knows at the end what it could not be told before', async () => {
    const { put } = desk.vault;
    desk.vault.put = (name, secret) =>
      name === REMEMBERED_HEAD
        ? Promise.reject(new CustodianError('VAULT_TIMEOUT', { seconds: 5 }))
        : put(name, secret);
    await desk.custodian.renameTenant({ tenant, to: 'Other' });
    expect(await remembered()).not.toBe(head());
    desk.vault.put = put;
    await desk.custodian.finish();
    expect(await remembered()).toBe(head());
  });

  it('by their channels acts are those of the custodian', async () => {
    const calls = callsOf(desk.custodian);
    expect(calls['tenant.list']({}, {})).toEqual(desk.custodian.listTenants());
    expect(await calls['network.show']({}, {})).toEqual(await desk.custodian.network.show());
    expect(typeof calls['credentials.show']).toBe('function');
  });
});
