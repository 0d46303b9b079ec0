// Bringing many private keys into custody: first a plan that says of each key what it is and where it goes, then, after one
// yes, each key by an import of its own. What cannot go in is told and does not keep the others out.
import {
  type BulkPlan,
  type BulkRefusal,
  type BulkReport,
  type BulkRow,
  type ListedKey,
  MAX_BULK_KEYS,
  placeFor,
  type RingForBulk,
} from '../../../shared/domain/key-ring/bulk-import.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError, isCustodianError, toWireError } from '../../../shared/errors.ts';
import { mayGoOn, mayReplaceNext } from '../../../shared/domain/key-ring/may.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Work } from '../../ports/stopping.ts';
import { findRing, findTenant, keysOfRing, tenantInUse } from '../find.ts';
import { looking, piece, seconded } from '../bound.ts';
import { type FileSecrets, overwriteFile } from './file-secrets.ts';
import { keyInFile, takeIn } from './import.ts';
import { consentIn } from './ring-acts.ts';

export type ManyArgs = ActArgs<'key.importMany'>;

/** One file that was chosen. The caller overwrites it. */
export interface BulkFile {
  name: string;
  bytes: Uint8Array;
  secrets: FileSecrets;
}

/** Changes nothing. Throws what speaks against the tenant or the ring that was named. */
export const planMany = looking(
  async (ports, args: ManyArgs, files: readonly BulkFile[], work: Work = {}): Promise<BulkPlan> => {
    const rings = ringsOf(ports, args);
    const taken = new Set<string>();
    const seen = new Map<string, string>();
    const rows: BulkRow[] = [];
    for (const [index, file] of files.entries()) {
      work.progress?.(index + 1, files.length, file.name);
      if (work.signal?.aborted === true) {
        throw new CustodianError('CANCELLED', { action: { code: 'request' } });
      }
      const { keys, why } = await ports.reading.keysIn(file.bytes, {
        passphrase: file.secrets.passphrase,
        allowLongWork: args.allowLongWork,
      });
      if (why !== null) {
        rows.push({ file: file.name, key: null, kid: null, goes: null, why: { code: 'refused', error: why } });
      }
      for (const key of keys.slice(0, MAX_BULK_KEYS - rows.length)) {
        const row = await rowOf(ports, args, { file, key, rings, taken, seen });
        rows.push(row);
        if (row.goes?.as === 'next') {
          taken.add(row.goes.ring);
        }
        if (row.goes !== null && key.thumbprint !== null) {
          seen.set(key.thumbprint, file.name);
        }
      }
    }
    return { tenant: args.tenant, rows };
  },
);

function ringsOf({ registry }: Ports, { tenant: name, ring: named }: ManyArgs): RingForBulk[] {
  return registry.read((reader) => {
    const tenant = tenantInUse(reader, name);
    const rings = named === undefined ? reader.rings(tenant.id) : [findRing(reader, tenant, named)];
    return rings
      .filter((ring) => mayGoOn(ring) === null)
      .map((ring) => {
        const keys = keysOfRing(reader, ring);
        const isNextFree = mayReplaceNext(ring.name, keys, consentIn(reader, undefined)) === null;
        return { name: ring.name, alg: ring.alg, isNextFree };
      });
  });
}

interface Candidate {
  file: BulkFile;
  key: ListedKey;
  rings: readonly RingForBulk[];
  taken: ReadonlySet<string>;
  seen: ReadonlyMap<string, string>;
}

/** Whether it would be taken is import's own answer. */
async function rowOf(ports: Ports, args: ManyArgs, { file, key, rings, taken, seen }: Candidate): Promise<BulkRow> {
  const row = { file: file.name, key, kid: null, goes: null };
  const before = seen.get(key.thumbprint ?? '');
  if (before !== undefined) {
    return { ...row, why: { code: 'twice', file: before } };
  }
  if (key.why !== null) {
    return { ...row, why: { code: 'refused', error: key.why } };
  }
  const goes = placeFor(key.algs, rings, taken, args.as);
  if (goes === null) {
    return { ...row, why: { code: 'no-ring', algs: key.algs } };
  }
  try {
    const { kid } = await keyInFile(ports, importArgs(args, key, goes), file.bytes, file.secrets);
    return { ...row, kid, goes, why: null };
  } catch (error) {
    return { ...row, why: refusalOf(error) };
  }
}

function refusalOf(error: unknown): BulkRefusal {
  if (isCustodianError(error)) {
    return { code: 'refused', error: toWireError(error) };
  }
  throw error;
}

const importArgs = (
  { tenant, exportable, allowSmallExponent, allowLongWork }: ManyArgs,
  { number }: ListedKey,
  goes: BulkRow['goes'] & {},
): ActArgs<'key.import'> => ({ tenant, ...goes, entry: String(number), exportable, allowSmallExponent, allowLongWork });

/** As planned, key by key, each an act of its own; stops between two keys. Overwrites the files before it settles. */
export const importMany = piece(
  (room) =>
    async (args: ManyArgs, files: readonly BulkFile[], plan: BulkPlan, work: Work = {}): Promise<BulkReport> => {
      const { looking: ports, queued } = room;
      const going = plan.rows.filter(({ goes }) => goes !== null);
      const byName = new Map(files.map((file) => [file.name, file]));
      const done: BulkRow[] = [];
      try {
        // One yes to all of them.
        await seconded(
          room,
          { act: 'key.importMany', args: { ...args, takes: takesIn(going) }, at: null },
          () => undefined,
        );
        for (const row of plan.rows) {
          const { key, goes } = row;
          const file = byName.get(row.file);
          if (key === null || goes === null || file === undefined) {
            done.push(row);
          } else if (work.signal?.aborted === true) {
            done.push({ ...row, goes: null, why: { code: 'stopped' } });
          } else {
            work.progress?.(going.indexOf(row) + 1, going.length, row.file);
            const take = (acting: Ports) => takeIn(acting, importArgs(args, key, goes), file.bytes, file.secrets);
            const why = await queued(take).then(() => null, refusalOf);
            done.push(why === null ? row : { ...row, goes: null, why });
          }
        }
        return { tenant: ports.registry.read((reader) => findTenant(reader, args.tenant)).name, rows: done };
      } finally {
        files.forEach(({ bytes, secrets }) => overwriteFile(bytes, secrets));
      }
    },
);

/** What takes the place of a key that signs or will sign next, as a second officer sees it. */
export const takesIn = (
  rows: readonly BulkRow[],
): { kid: string | null; thumbprint: string | null; ring: string; as: string }[] =>
  rows.flatMap(({ key, kid, goes }) =>
    goes === null || goes.as === 'previous' ? [] : [{ kid, thumbprint: key?.thumbprint ?? null, ...goes }],
  );
