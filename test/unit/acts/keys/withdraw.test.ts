// A next key that leaked or was never wanted goes at once, published or not, and never signs; and no emergency makes a leaked
// one sign.
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../../../shared/domain/key-ring/ring.ts';
import { ACME } from '../../../support/desk.ts';
import { rsaPem } from '../../../support/own-files.ts';
import { keyIn, keysOf, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const reason = 'its hand-over file was lost';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const keys = (): SigningKey[] => keysOf(desk);
const states = ({ keys: all }: RingView): KeyState[] => all.map(({ state }) => state);

const inState = (state: KeyState): SigningKey => keyIn(desk, state);

const lastEntry = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).at(-1);

describe('a next key', () => {
  it.each([true, false])(
    'is withdrawn while it is published (compromised: %s), and leaves with the next push',
    async (compromised) => {
      await push(desk);
      const { kid } = inState('next');
      const signing = inState('current').kid;
      const view = await desk.custodian.withdrawKey({ tenant, kid, reason, compromised });
      expect(states(view)).toEqual(['next', 'current', 'revoked']);
      expect(inState('revoked')).toMatchObject({ kid, currentAt: null, revocation: { reason, compromised } });
      expect(inState('current').kid).toBe(signing);
      expect(lastEntry()).toMatchObject({
        action: 'key.withdrawn',
        details: { kid, next: inState('next').kid, announced: true, reason, compromised },
      });
      const { takenDownAt } = inState('revoked');
      expect(takenDownAt).toBeNull();
      expect((await push(desk)).kids).toEqual([signing, inState('next').kid]);
    },
  );

  it('is withdrawn whatever the clocks say, also with a clock that runs behind', async () => {
    await push(desk);
    desk.advance(-3600_000);
    await desk.custodian.withdrawKey({ tenant, kid: inState('next').kid, reason, compromised: true });
    expect(keys().map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
  });

  it('never comes back once it is withdrawn', async () => {
    const file = rsaPem();
    await desk.custodian.importKey({ tenant, as: 'next' }, Buffer.from(file));
    await desk.custodian.withdrawKey({ tenant, kid: inState('next').kid, reason, compromised: false });
    await expect(desk.custodian.importKey({ tenant, as: 'next' }, file)).rejects.toMatchObject({
      code: 'KEY_REVOKED_BEFORE',
    });
  });

  it('makes room for one’s own, where a generated one was pushed', async () => {
    await push(desk);
    await expect(desk.custodian.importKey({ tenant, as: 'next', kid: 'own' }, rsaPem())).rejects.toMatchObject({
      code: 'RING_NEXT_ANNOUNCED',
    });
    await desk.custodian.withdrawKey({ tenant, kid: inState('next').kid, reason: 'never wanted', compromised: false });
    await desk.custodian.importKey({ tenant, as: 'next', kid: 'own' }, rsaPem());
    expect(inState('next').kid).toBe('own');
    expect(inState('replaced').provenance.kind).toBe('generated');
  });

  it('is withdrawn by nobody who means another key', async () => {
    await expect(
      desk.custodian.withdrawKey({ tenant, kid: inState('current').kid, reason, compromised: true }),
    ).rejects.toMatchObject({ code: 'KEY_STATE', facts: { state: 'current', needs: 'next' } });
    expect(keys()).toHaveLength(2);
  });
});

describe('a leaked next key never signs', () => {
  const rotateAndRevoke = (nextToo?: boolean) =>
    desk.custodian.rotateAndRevoke({ tenant, reason, compromised: true, nextToo });

  it('in an emergency after it was withdrawn', async () => {
    await push(desk);
    const { kid } = inState('next');
    await desk.custodian.withdrawKey({ tenant, kid, reason, compromised: true });
    await rotateAndRevoke();
    expect(inState('current').kid).not.toBe(kid);
    expect(keys().map(({ state }) => state)).toEqual(['next', 'current', 'revoked', 'revoked']);
  });

  it('when both leaked: two keys that nobody has seen take the places', async () => {
    await push(desk);
    const former = keys().map(({ kid }) => kid);
    const view = await rotateAndRevoke(true);
    expect(states(view)).toEqual(['next', 'current', 'revoked', 'revoked']);
    expect(
      view.keys
        .filter(({ state }) => state === 'revoked')
        .map(({ kid }) => kid)
        .toSorted(),
    ).toEqual(former.toSorted());
    expect(lastEntry()).toMatchObject({ details: { withdrawn: former[0], revoked: former[1] } });
    expect((await push(desk)).kids).toEqual([inState('current').kid, inState('next').kid]);
  });

  it('by any door, once the same material was revoked as compromised in another tenant', async () => {
    const file = rsaPem();
    await desk.custodian.addTenant({ ...ACME, name: 'Other' });
    await desk.custodian.importKey({ tenant, as: 'next', kid: 'shared' }, Buffer.from(file));
    await desk.custodian.importKey({ tenant: 'Other', as: 'next', kid: 'shared' }, file);
    await desk.custodian.withdrawKey({ tenant: 'Other', kid: 'shared', reason, compromised: true });
    const refused = { code: 'KEY_KNOWN_LEAKED', facts: { kid: 'shared' } };
    await expect(desk.custodian.rotateRing({ tenant, override: 'I insist' })).rejects.toMatchObject(refused);
    await expect(rotateAndRevoke()).rejects.toMatchObject(refused);
    await rotateAndRevoke(true);
    expect(inState('current').provenance.kind).toBe('generated');
  });
});
