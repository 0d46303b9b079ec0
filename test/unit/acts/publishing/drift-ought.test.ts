// Drift is measured against what ought to be public, not only against what was pushed: a revoked key that is there and a
// signing key that is not. A compromised key comes first everywhere. Over HTTP against the sandbox and a plain JWK set.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { driftLines } from '../../../../shared/words/en/command-line/drift.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { type JwksServer, startJwksServer } from '../../../support/jwks-server.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';
import { addJwksTenant, TOKEN } from '../../../support/jwks-tenant.ts';

const tenant = 'Acme';

let desk: Desk;
const look = () => desk.custodian.lookForDrift({ tenant });
const revokeCurrent = async (compromised: boolean) => {
  const kid = kidIn(desk, tenant, 'current');
  await desk.custodian.rotateAndRevoke({ tenant, ring: 'default', reason: 'it was copied', compromised });
  return kid;
};

describe('a tenant that publishes exactly what was pushed', () => {
  beforeEach(async () => {
    desk = openDesk();
    await desk.custodian.addTenant(ACME);
  });
  afterEach(() => desk.close());

  it('has drifted while a revoked key is in it', async () => {
    await push(desk);
    const kid = await revokeCurrent(false);
    expect(await look()).toMatchObject({ state: 'drifted', findings: [{ kind: 'revoked-public', kid }] });
    await push(desk);
    expect(await look()).toMatchObject({ state: 'in-step', findings: [] });
  });

  it('has drifted while a compromised key is in it, first of all, and every list says so without a look', async () => {
    await push(desk);
    const kid = await revokeCurrent(true);
    const first = { kind: 'compromised-public', kid };
    // Nobody looked yet: what was sent counts as public until it was seen gone.
    expect(desk.custodian.listTenants()[0]?.drift).toMatchObject({ state: 'drifted', findings: [first] });
    expect(desk.custodian.showTenant({ tenant }).drift?.findings).toEqual([first]);
    expect(desk.custodian.dueEvents({ days: 3650 })[0]).toMatchObject({ ...first, severity: 'overdue' });
    await changeElsewhere(desk, tenant, (keys) => [...keys, foreignKey('theirs')]);
    const report = await look();
    expect(report.findings.map(({ kind }) => kind)).toEqual(['compromised-public', 'foreign']);
    expect(driftLines(report)[0]).toMatch(/^ALARM, FIRST OF ALL: .* is COMPROMISED/);
    // Of a look that found it, it is told once.
    expect(desk.custodian.listTenants()[0]?.drift?.findings).toHaveLength(2);
    await push(desk, tenant, { removeForeign: ['theirs'] });
    expect((await look()).findings).toEqual([]);
    expect(desk.custodian.listTenants()[0]?.drift?.findings).toEqual([]);
    expect(desk.custodian.dueEvents({ days: 3650 }).map(({ kind }) => kind)).not.toContain('compromised-public');
  });

  it('is silent about a key that was never sent', async () => {
    await revokeCurrent(true);
    expect(desk.custodian.listTenants()[0]?.drift).toBeNull();
    expect((await look()).state).toBe('never-published');
  });

  it('has drifted while a key signs that is not in it', async () => {
    await push(desk);
    // A next key that was made after the push becomes current without having been pushed.
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    const kid = kidIn(desk, tenant, 'current');
    expect(await look()).toMatchObject({ state: 'drifted', findings: [{ kind: 'current-missing', kid }] });
  });

  it('tells a replaced key that is there as what it is', async () => {
    await push(desk);
    const { keys } = await desk.custodian.addRing({ tenant, name: 'second', alg: 'ES256' });
    const given = keys.find(({ state }) => state === 'next');
    await desk.custodian.generateNext({ tenant, ring: 'second' });
    await changeElsewhere(desk, tenant, (set) => [...set, { ...given?.jwk }]);
    expect((await look()).findings).toContainEqual({ kind: 'replaced-there', kid: given?.kid });
  });

  it('owes nothing for a ring that nobody heard of yet', async () => {
    await push(desk);
    await desk.custodian.addRing({ tenant, name: 'second', alg: 'ES256' });
    expect((await look()).state).toBe('in-step');
  });
});

describe('a set that was never pushed from here', () => {
  let server: JwksServer;
  beforeEach(async () => {
    server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
    desk = openDesk();
    await addJwksTenant(desk, server);
  });
  afterEach(() => Promise.all([server.close(), desk.close()]));

  it('is looked at all the same once one of our keys was seen in it', async () => {
    const { body } = await desk.custodian.previewPublication({ tenant });
    server.put(body ?? '');
    await desk.custodian.provePublication({ tenant });
    const kid = await revokeCurrent(true);
    const report = await look();
    expect(report.state).toBe('drifted');
    expect(report.findings).toContainEqual({ kind: 'compromised-public', kid });
    const reports = await desk.custodian.lookOverFleet({});
    expect(reports.map((one) => one.findings[0]?.kind)).toEqual(['compromised-public']);
  });

  it('is in step where nothing ought to be public, and the address says that nothing is there', async () => {
    await push(desk);
    await push(desk, tenant, { act: 'clear' });
    expect(await look()).toMatchObject({ unseen: null, unreadable: null });
    await desk.custodian.retireRing({ tenant, ring: 'default', reason: 'no longer used' });
    expect(await look()).toMatchObject({ state: 'in-step', findings: [], unseen: null });
  });
});
