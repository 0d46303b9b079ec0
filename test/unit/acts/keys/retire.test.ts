// The end of a key, to the letter: a revocation, a withdrawal, an emergency, an erasure; over keys that are quick to make.
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { eraseDueKeys } from '../../../../main/acts/keys/retire.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { aKey, aRing } from '../../../support/keys.ts';
import { whileAKeyIsMade } from '../../../support/meanwhile.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { ecPem } from '../../../support/own-files.ts';
import { keyIn, keysOf, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const DAY = 86_400;
const { desk, kid, states, newest } = acmeForEach();

const changed = { code: 'RING_CHANGED', facts: { ring: 'default' } };

describe('a revocation', () => {
  beforeEach(() => desk.custodian.rotateRing({ tenant }));
  const revoke = (part = {}) =>
    desk.custodian.revokeKey({ tenant, kid: kid('previous'), reason: 'old', compromised: false, ...part });

  it('is told with its reason, and with since when only where it is a compromise', async () => {
    const gone = kid('previous');
    await revoke({ compromisedSince: after(-5) });
    const revocation = { reason: 'old', compromised: false, compromisedSince: null };
    expect(keyIn(desk, 'revoked')).toMatchObject({ kid: gone, revokedAt: after(0), revocation });
    expect(newest()).toEqual(['key.revoked', 'Acme/default', { kid: gone, ...revocation }]);
  });

  it.each([
    [-1, after(-1)],
    [0, after(0)],
  ])('may know of a compromise since %i seconds', async (seconds, compromisedSince) => {
    await revoke({ compromised: true, compromisedSince: after(seconds) });
    expect(keyIn(desk, 'revoked').revocation).toEqual({ reason: 'old', compromised: true, compromisedSince });
  });

  it('knows of none that is still to come', async () => {
    expect(await failureOf(revoke({ compromised: true, compromisedSince: after(1) }))).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'compromisedSince', problem: { code: 'in-future' } },
    });
  });

  it('that goes ahead of the clock says of what', async () => {
    await push(desk);
    await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    const gone = kid('previous');
    await revoke({ override: 'nobody uses it' });
    expect(newest()?.[2]).toEqual({
      kid: gone,
      reason: 'old',
      compromised: false,
      compromisedSince: null,
      overridden: expect.any(String) as string,
      overrideReason: 'nobody uses it',
    });
  });
});

describe('a next key that is withdrawn', () => {
  const withdraw = (name = kid('next')) =>
    desk.custodian.withdrawKey({ tenant, kid: name, reason: 'in a log', compromised: true });
  const revocation = { reason: 'in a log', compromised: true, compromisedSince: null };

  it.each([false, true])('makes room for one that may leave as it did: %s', async (exportable) => {
    await desk.custodian.generateNext({ tenant, exportable });
    const gone = kid('next');
    await withdraw();
    expect(states()[gone]).toBe('revoked');
    expect(keyIn(desk, 'next').exportable).toBe(exportable);
    const details = { kid: gone, next: kid('next'), announced: false, ...revocation };
    expect(newest()).toEqual(['key.withdrawn', 'Acme/default', details]);
  });

  it('says whether others saw it', async () => {
    await push(desk);
    await withdraw();
    expect(newest()?.[2]).toMatchObject({ announced: true });
  });

  it('is no other key, and no key is made for it', async () => {
    const before = desk.vault.names();
    const refused = { code: 'KEY_STATE', facts: { kid: kid('current'), state: 'current', needs: 'next' } };
    expect(await failureOf(withdraw(kid('current')))).toMatchObject(refused);
    expect(desk.vault.names()).toEqual(before);
  });
});

describe('an emergency', () => {
  const run = (part = {}) => desk.custodian.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, ...part });
  const revocation = { reason: 'stolen', compromised: true, compromisedSince: null };

  it('revokes the current key, and next signs', async () => {
    const [current, next] = [kid('current'), kid('next')];
    await run();
    expect(states()).toEqual({ [current]: 'revoked', [next]: 'current', [kid('next')]: 'next' });
    const details = { revoked: current, current: next, next: kid('next'), ...revocation };
    expect(newest()).toEqual(['key.rotated-and-revoked', 'Acme/default', details]);
  });

  it('revokes the next key too, and a key that nobody has seen signs', async () => {
    const [current, next] = [kid('current'), kid('next')];
    await run({ nextToo: true });
    expect(states()).toEqual({
      [current]: 'revoked',
      [next]: 'revoked',
      [kid('current')]: 'current',
      [kid('next')]: 'next',
    });
    const details = { revoked: current, withdrawn: next, current: kid('current'), next: kid('next'), ...revocation };
    expect(newest()).toEqual(['key.rotated-and-revoked', 'Acme/default', details]);
  });

  it.each([false, true])('leaves keys that may leave as the one before did: next too is %s', async (nextToo) => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    if (nextToo) {
      await desk.custodian.rotateRing({ tenant });
    }
    await run({ nextToo });
    expect(keyIn(desk, 'next').exportable).toBe(false);
  });

  it.each([false, true])('is refused where another key signs by now: next too is %s', async (nextToo) => {
    const acting = whileAKeyIsMade(desk, () => desk.custodian.rotateRing({ tenant }));
    const refused = acting.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, nextToo });
    expect(await failureOf(refused)).toMatchObject(changed);
  });

  it.each([false, true])('is refused where another key waits by now: next too is %s', async (nextToo) => {
    const acting = whileAKeyIsMade(desk, () => desk.custodian.generateNext({ tenant }));
    const refused = acting.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, nextToo });
    expect(await failureOf(refused)).toMatchObject(changed);
  });

  it('makes no key where the one that would sign is known to others', async () => {
    await desk.custodian.addTenant({ ...ACME, name: 'Other', alg: 'ES256' });
    const file = ecPem();
    await desk.custodian.importKey({ tenant: 'Other', as: 'next', kid: 'shared' }, Buffer.from(file));
    await desk.custodian.importKey({ tenant, as: 'next', kid: 'shared' }, Buffer.from(file));
    const leaked = { reason: 'in a log', compromised: true };
    await desk.custodian.withdrawKey({ tenant: 'Other', kid: 'shared', ...leaked });
    let made = 0;
    const acting = whileAKeyIsMade(desk, async () => (made += 1));
    const refused = { code: 'KEY_KNOWN_LEAKED', facts: { kid: 'shared' } };
    expect(await failureOf(acting.rotateAndRevoke({ tenant, ...leaked }))).toMatchObject(refused);
    expect(made).toBe(0);
  });

  it('with nextToo in a ring of keys that are brought in makes the one that signs, and no more', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own', alg: 'ES256' } as const;
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({
        ...aRing,
        id: 'own',
        name: 'own',
        tenantId: own.tenantId,
        alg: 'ES256',
        bits: null,
        brought: true,
      });
      writer.addKey(aKey({ kid: 'signs', state: 'current', ...own }));
    });
    const acting = createCustodian(desk.ports);
    const { keys } = await acting.rotateAndRevoke({
      tenant,
      ring: 'own',
      reason: 'r',
      compromised: false,
      nextToo: true,
    });
    expect(keys.map((key) => key.state)).toEqual(['current', 'revoked']);
    expect(newest()?.[2]).toMatchObject({ revoked: 'signs', withdrawn: null, next: null });
  });

  it.each([false, true])('needs a key that signs: next too is %s', async (nextToo) => {
    const { tenantId = '' } = keysOf(desk)[0] ?? {};
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId }),
    );
    expect(await failureOf(run({ ring: 'own', nextToo }))).toMatchObject({
      code: 'RING_HAS_NO_CURRENT',
      facts: { ring: 'own' },
    });
  });
});

describe('an erasure', () => {
  let gone: SigningKey;
  beforeEach(async () => {
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true });
    gone = keyIn(desk, 'revoked');
  });
  const destroy = (confirm = gone.kid) => desk.custodian.destroyKey({ tenant, kid: gone.kid, confirm });

  it('wants the kid once more', async () => {
    expect(await failureOf(destroy('another'))).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
      facts: { action: { code: 'destroying', kid: gone.kid } },
    });
  });

  it('is scheduled by the policy, and answers with the ring', async () => {
    const { keys } = await destroy();
    expect(keys.find((key) => key.kid === gone.kid)).toMatchObject({ destroyAt: after(DAY), destroyedAt: null });
    const details = { kid: gone.kid, destroyAt: after(DAY) };
    expect(newest()).toEqual(['key.destruction-scheduled', 'Acme/default', details]);
  });

  it('is taken back', async () => {
    await destroy();
    const { keys } = await desk.custodian.keepKey({ tenant, kid: gone.kid });
    expect(keys.find((key) => key.kid === gone.kid)).toMatchObject({ destroyAt: null });
    expect(newest()).toEqual(['key.destruction-cancelled', 'Acme/default', { kid: gone.kid }]);
  });

  it('is done on its day, and no other key goes with it', async () => {
    await destroy();
    const names = desk.vault.names();
    desk.advance(DAY * 1000);
    await desk.custodian.settle();
    expect(keyIn(desk, 'revoked').destroyedAt).toBe(after(DAY));
    expect(names.length - desk.vault.names().length).toBe(1);
    expect(newestEntries(desk, 2)).toEqual([
      ['key.destroyed', tenant, { kid: gone.kid }],
      ['custody.settled', expect.any(String) as string, { purpose: 'remove', removed: true }],
    ]);
  });

  it('settles nothing else where none is due', async () => {
    const at = after(0);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addIntent({ name: 'key-another', purpose: 'remove', at }),
    );
    await eraseDueKeys(desk.ports);
    expect(desk.ports.registry.read((reader) => reader.intents())).toHaveLength(1);
  });

  it('is not scheduled under a clock that was set back', async () => {
    desk.advance(-10_000);
    expect(await failureOf(destroy())).toMatchObject({ code: 'CLOCK_SET_BACK' });
  });
});
