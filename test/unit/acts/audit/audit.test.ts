// Reading the chain, the verdict on it with the keychain and without, and what is handed out when it cannot be signed.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportUnsigned } from '../../../../main/acts/audit/audit.ts';
import { createCustodian, type Custodian } from '../../../../main/acts/custodian.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import type { RegistryState } from '../../../../main/ports/registry.ts';
import { DEVICE_KEY } from '../../../../main/ports/secret-name.ts';
import type { AlteredPart, StateDifference } from '../../../../shared/domain/audit/registry-state.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();

const change = (action: string): void =>
  desk.ports.registry.change({ action, subject: 'x', details: {} }, () => undefined);

describe('a list of entries', () => {
  beforeEach(() => ['a.one', 'b.one', 'a.two', 'b.two', 'a.one', 'a.two'].forEach(change));

  it.each([
    ['all', { afterSeq: 0, limit: 10 }, [1, 2, 3, 4, 5, 6]],
    ['those after one', { afterSeq: 2, limit: 10 }, [3, 4, 5, 6]],
    ['so many at most', { afterSeq: 2, limit: 3 }, [3, 4, 5]],
    ['those of an act', { afterSeq: 0, limit: 10, action: 'a.one' }, [1, 5]],
    ['those of a kind', { afterSeq: 0, limit: 10, action: 'a' }, [1, 3, 5, 6]],
    ['those of a kind after one of them', { afterSeq: 3, limit: 10, action: 'a' }, [5, 6]],
    ['so many at most of a kind', { afterSeq: 1, limit: 2, action: 'a' }, [3, 5]],
    ['none', { afterSeq: 6, limit: 10 }, []],
  ])('has %s', (_, asked, seqs) => {
    expect(desk.custodian.listAudit(asked).map(({ seq }) => seq)).toEqual(seqs);
  });
});

describe('the verdict', () => {
  const differences = (...parts: AlteredPart[]): Partial<RegistryState> => ({
    differences: () =>
      parts.map((part): StateDifference => ({ part, tenant: null, table: null, row: null, how: 'changed' })),
  });
  /** The desk as it would be after somebody changed it. */
  const custodianOver = (state: Partial<RegistryState>, more: Partial<Ports> = {}): Custodian =>
    createCustodian({
      ...desk.ports,
      ...more,
      registry: { ...desk.ports.registry, ...more.registry, state: { ...desk.ports.registry.state, ...state } },
    });
  beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256' }));

  it('is good, with the keychain and without', async () => {
    const good = await desk.custodian.verifyAudit();
    expect(good).toMatchObject({ ok: true, problem: null, keychainAsked: true });
    desk.vault.become('locked');
    expect(await createCustodian(desk.ports).verifyAudit()).toEqual({ ...good, keychainAsked: false });
  });

  it.each<[string, Partial<RegistryState>, boolean]>([
    ['records that differ', differences('records'), false],
    ['records that differ besides the seal', differences('seal', 'records'), false],
    // Which cannot be held against anything without its key.
    ['a seal that differs', differences('seal'), true],
    ['nothing sealed yet', { ...differences('records'), mark: () => null }, true],
  ])('without the keychain notices %s', async (_, state, ok) => {
    desk.vault.become('locked');
    expect(await custodianOver(state).verifyAudit()).toMatchObject({ ok, problem: ok ? null : 'state-altered' });
  });

  it('with the keychain notices what differs', async () => {
    expect(await custodianOver(differences('records')).verifyAudit()).toMatchObject({
      ok: false,
      problem: 'state-altered',
      keychainAsked: true,
    });
  });

  it('notices a state that is older than the keychain remembers, although no entry is missing', async () => {
    const mark = desk.ports.registry.state.mark();
    const older = { mark: () => mark && { ...mark, number: mark.number - 1 } };
    expect(await custodianOver(older).verifyAudit()).toMatchObject({ ok: false, problem: 'older-than-keychain' });
  });

  it('notices a damaged file', async () => {
    const registry = { ...desk.ports.registry, damage: () => [{ code: 'lost-row', table: 'keys' } as const] };
    expect(await custodianOver({}, { registry }).verifyAudit()).toMatchObject({ ok: false, problem: 'state-altered' });
  });

  it('says what speaks against the chain before what speaks against the records', async () => {
    await desk.vault.remove(DEVICE_KEY);
    expect(await custodianOver(differences('records')).verifyAudit()).toMatchObject({
      ok: false,
      problem: 'device-key-missing',
    });
  });

  it('is good where the keychain is closed in the middle', async () => {
    const condition = () => Promise.resolve({ condition: 'locked', detail: { code: 'open' } } as const);
    expect(await custodianOver({}, { secrets: { ...desk.ports.secrets, condition } }).verifyAudit()).toMatchObject({
      ok: true,
      keychainAsked: true,
    });
  });

  it('is none where the keychain fails otherwise', async () => {
    const find = () => Promise.reject(new TypeError('broken'));
    await expect(custodianOver({}, { secrets: { ...desk.ports.secrets, find } }).verifyAudit()).rejects.toMatchObject({
      message: 'broken',
    });
  });
});

describe('an export that cannot be signed', () => {
  beforeEach(() => change('test'));

  it.each([
    new CustodianError('VAULT_LOCKED', { detail: { code: 'open' } }),
    new CustodianError('REGISTRY_ALTERED', { what: 'seal', tenant: null }),
    new CustodianError('AUDIT_BROKEN', { unsigned: 'audit-file' }),
  ])('is handed out without a signature: $code', async (why) => {
    const { bytes, sha256, ...facts } = await exportUnsigned(desk.ports, why);
    expect(facts).toEqual({ entries: 1, signed: false });
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.from(bytes).toString()).toContain(`"exportedAt":"${desk.ports.clock.now().toISOString()}"`);
  });

  it.each([new CustodianError('INTERNAL', { reference: 'x' }), new TypeError('x')])(
    'is handed out for no other reason: %s',
    (why) => {
      expect(() => exportUnsigned(desk.ports, why)).toThrow(why);
    },
  );

  it.each([
    [true, 1],
    [false, 0],
  ])('is recorded where it is signed: %s', async (signed, entries) => {
    await desk.custodian.recordAuditExport({ fileName: 'a.jsonl', sha256: 'ab'.repeat(32), entries: 1, signed });
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 99, action: 'audit.exported' })).toHaveLength(entries);
  });
});
