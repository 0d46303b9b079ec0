// What was published before, as the fake bridge keeps it.
import type { PastPublication } from '../../../shared/acts/publishing.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { madeUpHex } from './fake-data.ts';
import type { FakeWorld } from './fake-world.ts';

export interface FakePast extends PastPublication {
  /** The kids that were there before. */
  replaced: string[];
}

export const pastOf = ({ past }: FakeWorld, tenant: string): FakePast[] => past.get(tenant) ?? [];

/** To be called before the endpoint gets the new set. */
export function remember(
  world: FakeWorld,
  tenant: string,
  made: Pick<PastPublication, 'act' | 'at' | 'hash' | 'kids'>,
): FakePast {
  const former = pastOf(world, tenant);
  const replaced = (world.remote.get(tenant) ?? []).map(({ kid }) => kid);
  const readBack = { confirmedAt: made.at, variations: [] };
  const added = { ...made, ...readBack, id: fakeId(former.length), canComeBack: true, replaced };
  world.past.set(tenant, [added, ...former]);
  return added;
}

const fakeId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Two publications for a set that is out: before the last one, a key was in it that is revoked today. */
export function pastFor({ lastPublication: last, rings }: TenantView): FakePast[] {
  if (last === null) {
    return [];
  }
  const revoked = rings.flatMap(({ keys }) => keys.filter(({ state }) => state === 'revoked').map(({ kid }) => kid));
  const older = [...last.kids.slice(1), ...revoked.slice(0, 1)];
  const { act, at, hash, kids, confirmedAt, variations } = last;
  return [
    { id: fakeId(1), act, at, hash, kids, confirmedAt, variations, canComeBack: true, replaced: older },
    {
      id: fakeId(0),
      act: 'push',
      at: '2026-10-12T10:06:00.000Z',
      hash: madeUpHex(`${hash} before`),
      kids: older,
      confirmedAt: '2026-10-12T10:06:00.000Z',
      variations: [],
      canComeBack: true,
      replaced: [],
    },
  ];
}
