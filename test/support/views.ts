// Rings and tenants as they are shown, for tests of what the window makes of them: records without any custody behind.
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { KeyRing, RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import { aRing, aTenant } from './keys.ts';

export const ringView = (keys: SigningKey[], over: Partial<KeyRing> = {}): RingView => ({
  ring: { ...aRing, ...over },
  keys,
  clocks: {},
  valued: {},
});

export const tenantView = (rings: RingView[], over: Partial<TenantView> = {}): TenantView => ({
  tenant: aTenant,
  rings,
  policy: null,
  rehearsalTenant: null,
  keptForeign: [],
  certificateFaults: {},
  drift: null,
  lastPublication: null,
  ...over,
});
