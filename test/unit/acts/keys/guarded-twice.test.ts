// What an act was allowed by is asked again inside the transaction that records it: between the first look and the writing
// lie the making of a key and the keychain, and much can happen in that time.
import { beforeEach, expect, it } from 'vitest';
import type { Custodian } from '../../../../main/acts/custodian.ts';
import { type KeyState } from '../../../../shared/domain/limits.ts';
import { ACME } from '../../../support/desk.ts';
import { rsaPem } from '../../../support/own-files.ts';
import { whileAKeyIsMade } from '../../../support/meanwhile.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const inState = (state: KeyState): string => kidIn(desk, tenant, state);

it('a rotation is refused when its next key was published while the new key was made', async () => {
  const before = [inState('current'), inState('next')];
  const meanwhile = whileAKeyIsMade(desk, () => push(desk));
  await expect(meanwhile.rotateRing({ tenant })).rejects.toMatchObject({ code: 'CLOCK_TOO_EARLY' });
  expect([inState('current'), inState('next')]).toEqual(before);
});

it('an emergency is refused when another key signs by now', async () => {
  const meanwhile = whileAKeyIsMade(desk, () => desk.custodian.rotateRing({ tenant }));
  await expect(meanwhile.rotateAndRevoke({ tenant, reason: 'drill', compromised: false })).rejects.toMatchObject({
    code: 'RING_CHANGED',
  });
});

it.each<[string, (custodian: Custodian) => Promise<unknown>]>([
  ['a rotation', (custodian) => custodian.rotateRing({ tenant })],
  ['an emergency', (custodian) => custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false })],
])('%s is refused when its next key turned out to be in other hands by now', async (_act, attempt) => {
  const file = rsaPem();
  await desk.custodian.addTenant({ ...ACME, name: 'Other' });
  await desk.custodian.importKey({ tenant: 'Other', as: 'next', kid: 'shared' }, Buffer.from(file));
  await desk.custodian.importKey({ tenant, as: 'next', kid: 'shared' }, file);
  const before = inState('current');
  const leak = { tenant: 'Other', kid: 'shared', reason: 'in a log', compromised: true };
  const meanwhile = whileAKeyIsMade(desk, () => desk.custodian.withdrawKey(leak));
  await expect(attempt(meanwhile)).rejects.toMatchObject({ code: 'KEY_KNOWN_LEAKED', facts: { kid: 'shared' } });
  expect(inState('current')).toBe(before);
});
