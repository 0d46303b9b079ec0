// Which key may sign a token: the current one and no other, whatever a caller names.
import { beforeEach, expect, it } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME } from '../../../support/desk.ts';
import { keysOf, kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  await desk.custodian.rotateRing({ tenant });
});

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
