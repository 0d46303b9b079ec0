// Which key may sign a token: the current one and no other, whatever a caller names.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { keysOf, kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
  await desk.custodian.rotateRing({ tenant });
});
afterEach(() => desk.close());

const sign = (state: KeyState) =>
  desk.custodian.signToken({ tenant, kid: kidIn(desk, tenant, state), claims: {}, ttl: 60 });

it.each(['next', 'previous', 'revoked'] as const)('a %s key does not sign', async (state) => {
  if (state === 'revoked') {
    const kid = kidIn(desk, tenant, 'previous');
    await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
  }
  await expect(sign(state)).rejects.toMatchObject({ code: 'KEY_STATE', facts: { state, needs: 'current' } });
  const used = keysOf(desk).filter(({ uses }) => uses > 0);
  expect(used).toEqual([]);
});

it('the current key signs, named or not', async () => {
  const kid = kidIn(desk, tenant, 'current');
  expect(await sign('current')).toMatchObject({ kid });
  expect(await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 })).toMatchObject({ kid });
});
