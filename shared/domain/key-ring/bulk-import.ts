// Many keys at once: what each file holds, where each key would go, and which cannot go anywhere and why. The plan is shown
// before anything is done, and the report afterwards has the same rows. Pure.
import type { SigningAlgorithm } from '../algorithms.ts';
import type { WireError } from '../../errors.ts';
import type { FileFormat, KeyKind } from '../reading/schemes.ts';
import type { ImportPlace } from './life-cycle.ts';

/** More at once are several imports. */
export const MAX_BULK_FILES = 1000;
export const MAX_BULK_KEYS = 1000;

/** One private key of a file. */
export interface ListedKey {
  /** Counted from one; by it the import chooses the key. */
  number: number;
  name: string | null;
  kind: KeyKind;
  source: FileFormat;
  /** RFC 7638; `null` for a key that does not open. */
  thumbprint: string | null;
  /** The rings that may take it. */
  algs: SigningAlgorithm[];
  /** Why no ring may; `null` where one may. */
  why: WireError | null;
}

export interface FileKeys {
  keys: ListedKey[];
  /** Why there are none; `null` where there are some. */
  why: WireError | null;
}

export type BulkRefusal =
  | { code: 'refused'; error: WireError }
  /** The tenant has no ring for a key of this kind, or not the one that was named. */
  | { code: 'no-ring'; algs: SigningAlgorithm[] }
  /** The same key lies in an earlier file too. */
  | { code: 'twice'; file: string }
  /** Stopped before its turn came. */
  | { code: 'stopped' };

export interface BulkRow {
  file: string;
  /** `null` for a file without a key. */
  key: ListedKey | null;
  /** What the key will be called, once that is known. */
  kid: string | null;
  goes: { ring: string; as: ImportPlace } | null;
  why: BulkRefusal | null;
}

export interface BulkPlan {
  tenant: string;
  rows: BulkRow[];
}

/** After it was done: `goes` says where each key went. */
export type BulkReport = BulkPlan;

export interface RingForBulk {
  name: string;
  alg: SigningAlgorithm;
  /** Whether the place of the next key can be had without asking. */
  isNextFree: boolean;
}

/**
 * Where a key goes: into the first ring of its algorithm, as its next key while that place is free, else as a previous one,
 * which verifies and never signs. `taken`: the rings whose next place an earlier key of the same plan takes.
 */
export function placeFor(
  algs: readonly SigningAlgorithm[],
  rings: readonly RingForBulk[],
  taken: ReadonlySet<string>,
  as: ImportPlace | undefined,
): { ring: string; as: ImportPlace } | null {
  const fitting = rings.filter(({ alg }) => algs.includes(alg));
  const open = fitting.find(({ name, isNextFree }) => isNextFree && !taken.has(name));
  const ring = (as === undefined ? (open ?? fitting[0]) : fitting[0])?.name;
  return ring === undefined ? null : { ring, as: as ?? (open === undefined ? 'previous' : 'next') };
}
