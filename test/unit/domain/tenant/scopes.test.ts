// What an application of ours is granted, by the names of the Management API: what its acts need and no more.
import { expect, it } from 'vitest';
import { GRANTS } from '../../../../shared/domain/tenant/scopes.ts';

it('may replace the custom set and read domains, and only rotates and revokes where the tenant signs', () => {
  const custom = ['read', 'create', 'update', 'delete'].map((verb) => `${verb}:custom_signing_keys`);
  const own = ['read', 'create', 'update'].map((verb) => `${verb}:signing_keys`);
  expect(GRANTS).toEqual({ publishing: [...custom, 'read:custom_domains'], ownKeys: own });
});
