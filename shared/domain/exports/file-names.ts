// File names that a person understands and that every file system takes: letters, digits, `-`, `_`, `.` only.
import type { DiskProblem } from '../../problems/disk.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Devices of Windows, whatever stands behind the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** UTF-16 units that Windows and exFAT take; the file systems of Linux say for themselves that it is too long. */
const MAX_NAME = 255;

/** What is wrong with the name of a file for Windows and for the file systems of sticks; `null` when nothing is. */
export function nameProblem(name: string): DiskProblem | null {
  if (/[\p{Cc}<>:"/\\|?*]/u.test(name)) {
    return { code: 'name-characters' };
  }
  if (/[. ]$/.test(name)) {
    return { code: 'name-end' };
  }
  if (name.length > MAX_NAME) {
    return { code: 'name-too-long' };
  }
  return RESERVED.test(name) ? { code: 'name-of-device' } : null;
}

/** `Büro Süd / 1` -> `buro-sud-1` */
export function slug(name: string): string {
  const plain = plainName(name);
  return RESERVED.test(plain) ? `${plain}-name` : plain;
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
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
  const taken = new Set<string>();
  return new Map(
    keys.map((key) => {
      const ring = rings.find(({ id }) => id === key.ringId)?.name ?? '';
      const plain = `${slug(ring) || 'ring'}-${fileLabel(key)}`;
      let label = plain;
      for (let count = 2; taken.has(label.toLowerCase()); count += 1) {
        label = `${plain}-${count}`;
      }
      taken.add(label.toLowerCase());
      return [key, label];
    }),
  );
}
