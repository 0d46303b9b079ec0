// File names that a person understands and that every file system takes: letters, digits, `-`, `_`, `.` only.
import type { KeyRing } from '../../shared/model/ring.ts';
import type { SigningKey } from '../../shared/model/key.ts';
import type { Tenant } from '../../shared/model/tenant.ts';

/** `Büro Süd / 1` -> `buro-sud-1` */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
}

export const tenantSlug = ({ name }: Tenant): string => slug(name) || 'tenant';

/** `current-3f9a0c12` */
export const fileLabel = ({ state, kid }: SigningKey): string =>
  `${state}-${kid.slice(0, 8).replaceAll(/[^A-Za-z0-9_-]/g, '_')}`;

/**
 * A label for each key that no other key of the tenant has, also where capital letters do not count:
 * `default-current-3f9a0c12`, and for the second of two alike `default-current-3f9a0c12-2`.
 */
export function uniqueLabels(rings: readonly KeyRing[], keys: readonly SigningKey[]): Map<SigningKey, string> {
  const taken = new Map<string, number>();
  return new Map(
    keys.map((key) => {
      const ring = rings.find(({ id }) => id === key.ringId)?.name ?? '';
      const label = `${slug(ring) || 'ring'}-${fileLabel(key)}`;
      const count = (taken.get(label.toLowerCase()) ?? 0) + 1;
      taken.set(label.toLowerCase(), count);
      return [key, count === 1 ? label : `${label}-${count}`];
    }),
  );
}
