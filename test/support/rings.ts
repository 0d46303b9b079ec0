// Rings for tests that read and make keys.
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';

export const ringOf = (alg: SigningAlgorithm): KeyRing => ({
  id: 'ring',
  tenantId: 'tenant',
  name: 'default',
  alg,
  bits: /^[RP]S/.test(alg) ? 2048 : null,
  writtenAs: null,
  brought: false,
  createdAt: '2026-11-22T08:00:00.000Z',
  retirement: null,
});
