// The end of a ring, and the places that rings need: over the sandbox, which takes ten keys as Auth0 does.
import { beforeEach, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const tenant = 'Acme';
const ring = 'spare';
const reason = 'one ring is enough';

const keysOf = (name: string): SigningKey[] =>
  desk.custodian.showTenant({ tenant }).rings.find((view) => view.ring.name === name)?.keys ?? [];
const states = (name: string) => keysOf(name).map(({ state }) => state);
const addRing = (name = ring) => desk.custodian.addRing({ tenant, name, alg: 'ES256' });

describe('a retired ring', () => {
  it('signs no more; what it signed stays verifiable under the clocks, and its history stays', async () => {
    await addRing();
    await push(desk);
    await desk.custodian.provePublication({ tenant });
    const signed = keysOf(ring).find(({ state }) => state === 'current');
    const view = await desk.custodian.retireRing({ tenant, ring, reason });
    expect(view.ring.retirement).toEqual({ at: '2026-11-22T08:00:00.000Z', reason });
    expect(states(ring)).toEqual(['previous', 'revoked']);
    const kid = signed?.kid ?? '';
    expect((await push(desk)).kids).toContain(kid);
    await expect(desk.custodian.revokeKey({ tenant, kid, reason, compromised: false })).rejects.toMatchObject({
      code: 'CLOCK_TOO_EARLY',
    });
    desk.advance(65_000);
    await desk.custodian.revokeKey({ tenant, kid, reason, compromised: false });
    expect((await push(desk)).kids).not.toContain(kid);
    expect(states(ring)).toEqual(['revoked', 'revoked']);
    const entry = desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).find(({ action }) => action === 'ring.retired');
    expect(entry).toMatchObject({ subject: 'Acme/spare', details: { reason, previous: [kid] } });
  });

  it('that was never used needs no clock', async () => {
    await addRing();
    await desk.custodian.retireRing({ tenant, ring, reason });
    expect(states(ring)).toEqual(['revoked', 'revoked']);
    expect((await push(desk)).kids).toHaveLength(2);
  });

  it('takes no more keys, and is retired once', async () => {
    await addRing();
    await desk.custodian.retireRing({ tenant, ring, reason });
    const refused = { code: 'RING_RETIRED', facts: { ring } };
    await expect(desk.custodian.generateNext({ tenant, ring })).rejects.toMatchObject(refused);
    await expect(desk.custodian.rotateRing({ tenant, ring, override: 'anyway' })).rejects.toMatchObject(refused);
    await expect(
      desk.custodian.rotateAndRevoke({ tenant, ring, reason: 'leaked', compromised: true }),
    ).rejects.toMatchObject(refused);
    await expect(desk.custodian.signToken({ tenant, ring, claims: {}, ttl: 60 })).rejects.toMatchObject(refused);
    await expect(desk.custodian.retireRing({ tenant, ring, reason })).rejects.toMatchObject(refused);
    expect(desk.custodian.listOutbox().owed).toMatchObject([{ lastPushedAt: null }]);
  });

  it('lets a key of it that leaked go down at once, with a reason', async () => {
    await addRing();
    await push(desk);
    await desk.custodian.provePublication({ tenant });
    await desk.custodian.retireRing({ tenant, ring, reason });
    const kid = keysOf(ring).find(({ state }) => state === 'previous')?.kid ?? '';
    await desk.custodian.revokeKey({ tenant, kid, reason: 'leaked', compromised: true, override: 'it leaked' });
    expect((await push(desk)).kids).not.toContain(kid);
  });
});

describe('ten places', () => {
  it('are reckoned with when a ring is added', async () => {
    expect((await addRing('two')).places).toBeNull();
    expect((await addRing('three')).places).toBeNull();
    expect((await addRing('four')).places).toEqual({ limit: 10, now: 8, most: 12 });
    await desk.custodian.retireRing({ tenant, ring: 'two', reason });
    expect((await addRing('five')).places).toEqual({ limit: 10, now: 8, most: 12 });
  });

  it('hold four rings after three rotations: what leaked goes down, the oldest wait, and nothing is owed for them', async () => {
    for (const name of ['two', 'three', 'four']) {
      await addRing(name);
    }
    await push(desk);
    const rings = ['default', 'two', 'three'];
    for (const name of rings) {
      desk.advance(1000);
      await desk.custodian.rotateRing({ tenant, ring: name, override: 'a rehearsal' });
    }
    const preview = await desk.custodian.previewPublication({ tenant });
    const oldest = keysOf('default').find(({ state }) => state === 'previous')?.kid;
    expect(preview).toMatchObject({
      places: { planned: 10 },
      waits: [{ kid: oldest, state: 'previous', isThere: true }],
    });
    const leaked = keysOf('four').find(({ state }) => state === 'current')?.kid ?? '';
    await desk.custodian.rotateAndRevoke({ tenant, ring: 'four', reason: 'leaked', compromised: true });
    const { kids } = await push(desk);
    expect(kids).toHaveLength(10);
    expect(kids).not.toContain(leaked);
    expect(desk.custodian.listOutbox().owed).toEqual([]);
  });
});
