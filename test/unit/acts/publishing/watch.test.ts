// The watch: what it finds, records and keeps, over HTTP against the sandbox. What drift is in general: drift.test.ts of the domain.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keysIn } from '../../../../shared/domain/published-set/recorded-set.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';

describe('a tenant that is watched', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = openDesk();
    await desk.custodian.addTenant(ACME);
  });
  afterEach(() => desk.close());

  const tenant = 'Acme';
  const look = () => desk.custodian.lookForDrift({ tenant });
  const inState = (state: KeyState): string => kidIn(desk, tenant, state);
  const entries = () =>
    desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).filter(({ action }) => action === 'drift.seen');

  it('is in step after a push, whatever the rings want since', async () => {
    expect((await look()).state).toBe('never-published');
    await push(desk);
    expect(await look()).toMatchObject({ state: 'in-step', findings: [], unreadable: null, unseen: null });
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    expect((await look()).state).toBe('in-step');
    expect(entries()).toEqual([]);
  });

  it('has drifted when somebody else changed the set: alarms come first, and are kept and recorded once', async () => {
    await push(desk);
    await changeElsewhere(desk, tenant, ([first]) => [{ ...first, alg: 'RS512' }, foreignKey('theirs')]);
    const report = await look();
    expect(report).toMatchObject({ state: 'drifted' });
    expect(report.findings).toEqual([
      { kind: 'foreign', kid: 'theirs' },
      { kind: 'altered', kid: inState('current') },
      { kind: 'missing', kid: inState('next') },
    ]);
    await look();
    expect(entries().map(({ details }) => details['findings'])).toEqual([report.findings]);
    expect(desk.custodian.listTenants()[0]?.drift?.findings).toEqual(report.findings);
    expect(desk.custodian.showTenant({ tenant }).drift?.findings).toEqual(report.findings);
    desk.advance(1000);
    await push(desk, tenant, { keepForeign: [{ name: 'theirs', reason: 'of the old portal' }] });
    expect(desk.custodian.showTenant({ tenant }).drift).toBeNull();
    // Somebody decided about the foreign key.
    expect((await look()).state).toBe('in-step');
  });

  it('raises an alarm when a revoked key of ours is back', async () => {
    const before = await push(desk);
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    const kid = inState('previous');
    await desk.custodian.revokeKey({ tenant, kid, reason: 'lost', compromised: true, override: 'it was lost' });
    await push(desk);
    await changeElsewhere(desk, tenant, (keys) => [...keys, ...keysIn(before.sent).slice(0, 1)]);
    expect((await look()).findings).toContainEqual({ kind: 'revoked-there', kid });
  });

  it('is unknown while nothing can be read, and what was known stays', async () => {
    await push(desk);
    await changeElsewhere(desk, tenant, (keys) => [...keys, foreignKey('theirs')]);
    const { findings } = await look();
    const path = '/api/v2/keys/custom-signing';
    desk.faults.set({ kind: 'reset', when: 'before', method: 'GET', path, times: 20 });
    const report = await look();
    expect(report).toMatchObject({ state: 'unknown', unreadable: { code: 'REMOTE_UNREACHABLE' }, findings });
    expect(entries()).toHaveLength(1);
  });

  it('is not looked for while the keychain is locked, since the look is recorded', async () => {
    await push(desk);
    desk.vault.become('locked');
    await expect(look()).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });

  it('is one of a fleet, which can be stopped between two looks', async () => {
    await desk.custodian.addTenant({
      ...ACME,
      name: 'Beta',
      domain: 'beta.eu.auth0.com',
      customDomain: 'id.beta.example',
    });
    await push(desk);
    const seen: string[] = [];
    const reports = await desk.custodian.lookOverFleet(
      {},
      {
        progress: (step, of, label) => seen.push(`${step}/${of} ${label}`),
      },
    );
    expect([seen, reports.map(({ state }) => state)]).toEqual([['1/1 Acme'], ['in-step']]);
    expect(await desk.custodian.lookOverFleet({ environment: 'production' })).toEqual([]);
    await expect(desk.custodian.lookOverFleet({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
