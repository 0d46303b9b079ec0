// A tenant on record without any custody behind it: rings, keys and publications as a test of one act wants them.
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Publication } from '../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import { START, type Desk } from './desk.ts';
import { aRing, aTenant, AT } from './keys.ts';

interface Records {
  tenant?: Tenant;
  rings?: readonly KeyRing[];
  keys?: readonly SigningKey[];
  publications?: readonly Publication[];
}

type AtDesk = Pick<Desk, 'ports'>;

export function putOnRecord({ ports }: AtDesk, records: Records = {}): Tenant {
  const { tenant = aTenant, rings = [aRing], keys = [], publications = [] } = records;
  ports.registry.change({ action: 'test.filled', subject: tenant.name, details: {} }, (writer) => {
    writer.addTenant(tenant);
    rings.forEach(writer.addRing);
    keys.forEach(writer.addKey);
    publications.forEach(writer.addPublication);
  });
  return tenant;
}

/** Action, subject and details of the newest entries. */
export const newestEntries = ({ ports }: AtDesk, count: number): [string, string, unknown][] =>
  ports.registry
    .read((reader) => reader.audit(0, 1000))
    .slice(-count)
    .map(({ action, subject, details }) => [action, subject, details]);

/** So many seconds after the desk was opened. */
export const after = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

let counter = 0;

/** Confirmed; of these keys. */
export function aPublication(keys: readonly Pick<SigningKey, 'jwk'>[], part: Partial<Publication> = {}): Publication {
  counter += 1;
  return {
    id: `publication-${counter}`,
    tenantId: 'tenant',
    act: 'push',
    at: AT,
    hash: 'hash',
    kids: keys.map(({ jwk }) => jwk.kid),
    replaced: '{"keys":[]}',
    sent: JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }),
    confirmedAt: AT,
    variations: [],
    ...part,
  };
}
