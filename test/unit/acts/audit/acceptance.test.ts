// What an officer accepts of a registry that differs, and what the chain says of it for ever.
import { describe, expect, it } from 'vitest';
import { acceptState } from '../../../../main/acts/audit/acceptance.ts';
import { createStateGate } from '../../../../main/acts/audit/state-gate.ts';
import { createCustodian, type Custodian } from '../../../../main/acts/custodian.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import type { Registry, RegistryState } from '../../../../main/ports/registry.ts';
import { DEVICE_KEY, REMEMBERED_HEAD } from '../../../../main/ports/secret-name.ts';
import type { StateDifference } from '../../../../shared/domain/audit/registry-state.ts';
import { finding } from '../../../../shared/domain/doctor/report.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { acmeForEach } from '../../../support/acme.ts';

const OTHER_HASH = 'ab'.repeat(32);
const DIFFERENCE: StateDifference = { part: 'records', tenant: 'Acme', table: 'keys', row: 'k', how: 'changed' };
const differing = (count: number): Partial<RegistryState> => ({
  differences: () => Array.from({ length: count }, () => DIFFERENCE),
});

const { desk } = acmeForEach();

/** The desk as it would be after somebody changed it. */
const changed = (state: Partial<RegistryState>, registry: Partial<Registry> = {}): Ports => ({
  ...desk.ports,
  registry: { ...desk.ports.registry, ...registry, state: { ...desk.ports.registry.state, ...state } },
});
const custodianOf = (state: Partial<RegistryState>): Custodian => createCustodian(changed(state));

const entries = () => desk.ports.registry.read((reader) => reader.audit(0, 1000));
const accepted = () => entries().filter(({ action }) => action === 'audit.accepted');
const accept = (ports: Ports) => acceptState(ports, createStateGate(ports), 'I know why');

const remember = (hash: string) => desk.vault.put(REMEMBERED_HEAD, Buffer.from(`2 ${hash} 1`));

describe('accepting', () => {
  it('changes nothing where nothing differs', async () => {
    const before = entries();
    expect(await accept(desk.ports)).toBeNull();
    expect(entries()).toEqual(before);
  });

  it('names what differs, and leaves out what is not known of it', async () => {
    const state = {
      differences: () => [DIFFERENCE, { ...DIFFERENCE, part: 'schema', tenant: null, row: null }] as const,
    };
    expect(await accept(changed(state))).toBe('state-altered');
    expect(accepted()).toMatchObject([{ subject: 'audit chain' }]);
    const seq = entries().length - 1;
    expect(accepted()[0]?.details).toEqual({
      reason: 'I know why',
      problem: 'state-altered',
      remembered: seq,
      differing: 2,
      differences: [
        { part: 'records', tenant: 'Acme', table: 'keys', row: 'k', how: 'changed' },
        { part: 'schema', table: 'keys', how: 'changed' },
      ],
    });
  });

  it.each([100, 101])('counts %d differences, and names a hundred at most', async (count) => {
    await accept(changed(differing(count)));
    const { differing: told, differences } = accepted()[0]?.details ?? {};
    expect([told, differences]).toEqual([count, Array.from({ length: 100 }, () => DIFFERENCE)]);
  });

  it('says nothing of differences where there are none', async () => {
    await desk.vault.remove(DEVICE_KEY);
    expect(await accept(desk.ports)).toBe('device-key-missing');
    expect(Object.keys(accepted()[0]?.details ?? {})).toEqual(['reason', 'problem', 'remembered']);
  });

  it('says so where the keychain remembers nothing', async () => {
    await desk.vault.remove(REMEMBERED_HEAD);
    await accept(changed(differing(1)));
    expect(accepted()[0]?.details['remembered']).toBeNull();
  });

  it('tells an older registry from a changed one', async () => {
    // By its number alone, so that the chain itself has nothing to say.
    await desk.vault.put(REMEMBERED_HEAD, Buffer.from(`0 ${OTHER_HASH} 1000`));
    expect(await accept(desk.ports)).toBe('older-than-keychain');
    expect(accepted()[0]?.details['problem']).toBe('older-than-keychain');
  });

  it('says what the chain itself says before anything else', async () => {
    await remember(OTHER_HASH);
    expect(await accept(changed(differing(1)))).toBe('other-than-keychain');
  });

  it('is refused of a damaged file', async () => {
    const before = entries();
    const detail = { code: 'lost-row', table: 'keys' } as const;
    await expect(accept(changed({}, { damage: () => [detail] }))).rejects.toMatchObject({
      code: 'REGISTRY_DAMAGED',
      facts: { detail },
    });
    expect(entries()).toEqual(before);
  });

  it('signs what is there now, and the keychain remembers it', async () => {
    await remember(OTHER_HASH);
    await accept(desk.ports);
    const { auditHead, keychain } = {
      auditHead: desk.ports.registry.read((reader) => reader.auditHead()),
      keychain: Buffer.from(await desk.vault.get(REMEMBERED_HEAD)).toString(),
    };
    expect(keychain.split(' ').slice(0, 2)).toEqual([String(auditHead?.seq), auditHead?.hash]);
    expect(await desk.custodian.verifyAudit()).toMatchObject({ ok: true, signedThrough: auditHead?.seq });
  });
});

describe('what was shown before', () => {
  const shown = [finding('changed-outside', DIFFERENCE)];

  it('is what speaks against the registry', async () => {
    expect(await custodianOf(differing(1)).stateFindings()).toEqual(shown);
    expect(await desk.custodian.stateFindings()).toEqual([]);
  });

  it('is accepted as long as it is so', async () => {
    expect(await custodianOf(differing(1)).acceptAudit('yes', shown)).toBe('state-altered');
    expect(accepted()).toHaveLength(1);
  });

  it('is not accepted when it is something else by now', async () => {
    const before = entries();
    await expect(custodianOf(differing(2)).acceptAudit('yes', shown)).rejects.toMatchObject({
      code: 'CONFIRMATION_CHANGED',
      facts: {},
    });
    expect(entries()).toEqual(before);
  });

  it('may be nothing, where nobody was asked', async () => {
    expect(await custodianOf(differing(2)).acceptAudit('yes')).toBe('state-altered');
  });

  it('is nothing where the keychain is closed', async () => {
    desk.vault.become('locked');
    const custodian = createCustodian(desk.ports);
    expect(await custodian.stateFindings()).toEqual([]);
    await expect(custodian.acceptAudit('yes')).rejects.toBeInstanceOf(CustodianError);
  });
});
