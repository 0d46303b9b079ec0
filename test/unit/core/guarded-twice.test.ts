// What an act was allowed by is asked again inside the transaction that records it: between the first look and the writing
// lie the making of a key and the keychain, and much can happen in that time.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCustodian } from '../../../main/core/custodian.ts';
import type { KeyState } from '../../../shared/limits.ts';
import { ACME, type Desk, openDesk } from '../../support/desk.ts';
import { pooledWorkshop } from '../../support/pooled-workshop.ts';
import { kidIn } from '../../support/remote-set.ts';

const tenant = 'Acme';
const quietly = () => undefined;

let desk: Desk;
beforeEach(async () => {
  desk = openDesk({ workshop: pooledWorkshop() });
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const inState = (state: KeyState): string => kidIn(desk, tenant, state);

it('a rotation is refused when its next key was published while the new key was made', async () => {
  const before = [inState('current'), inState('next')];
  const { workshop } = desk.ports;
  const meanwhile = createCustodian({
    ...desk.ports,
    workshop: {
      ...workshop,
      async generate(alg, bits) {
        const made = await workshop.generate(alg, bits);
        const { hash } = await desk.custodian.previewPublication({ tenant });
        await desk.custodian.pushPublication({ tenant, hash }, quietly);
        return made;
      },
    },
  });
  await expect(meanwhile.rotateRing({ tenant })).rejects.toMatchObject({ code: 'CLOCK_TOO_EARLY' });
  expect([inState('current'), inState('next')]).toEqual(before);
});

it('an emergency is refused when another key signs by now', async () => {
  const { workshop } = desk.ports;
  const meanwhile = createCustodian({
    ...desk.ports,
    workshop: {
      ...workshop,
      async generate(alg, bits) {
        const made = await workshop.generate(alg, bits);
        await desk.custodian.rotateRing({ tenant });
        return made;
      },
    },
  });
  await expect(meanwhile.rotateAndRevoke({ tenant, reason: 'drill', compromised: false })).rejects.toMatchObject({
    code: 'RING_CHANGED',
  });
});
