// The files of a backup as what they say. All of it comes from outside.
import { z } from 'zod';
import { entryMembers } from '../audit/entry-members.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import {
  anyHeadSchema,
  BACKUP_FILES,
  BACKUP_VERSION,
  type BackupHead,
  backupHeadSchema,
} from '../../../shared/domain/backup/format.ts';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { BackupFlaw } from '../../../shared/problems/backup.ts';
import type { CopiedRow } from '../../ports/registry-copy.ts';

export const flawed = (problem: BackupFlaw, cause?: unknown): CustodianError<'BACKUP_UNREADABLE'> =>
  new CustodianError('BACKUP_UNREADABLE', { problem }, { cause });

/** A text file of the backup. */
export interface TextFile {
  path: string;
  content: Uint8Array;
}

export function headIn(file: TextFile, knownSchema: number): BackupHead {
  const value = jsonIn(file);
  const any = anyHeadSchema.safeParse(value);
  if (!any.success) {
    throw flawed({ code: 'no-backup' });
  }
  if (any.data.version > BACKUP_VERSION) {
    throw new CustodianError('BACKUP_TOO_NEW', { found: any.data.version, known: BACKUP_VERSION });
  }
  const head = fitting(backupHeadSchema, { path: BACKUP_FILES.head, value });
  if (head.schema > knownSchema) {
    throw new CustodianError('BACKUP_TOO_NEW', { found: head.schema, known: knownSchema });
  }
  return head;
}

export function fitting<S extends z.ZodType>(
  schema: S,
  { path, value }: { path: string; value: unknown },
): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw flawed({ code: 'unreadable', path });
  }
  return result.data;
}

export const jsonIn = ({ path, content }: TextFile): unknown => readJson(path, Buffer.from(content).toString('utf8'));

function readJson(path: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw flawed({ code: 'unreadable', path });
  }
}

export function* linesIn({ path, content }: TextFile): Generator {
  for (const line of Buffer.from(content).toString('utf8').split('\n')) {
    if (line !== '') {
      yield readJson(path, line);
    }
  }
}

/** STRICT tables hold nothing else, and what is NULL is left out. */
const rowSchema = z.record(z.string(), z.union([z.string(), z.int()]));

export const rowIn = (path: string, value: unknown): CopiedRow => fitting(rowSchema, { path, value });

/** Nothing else: what is under the hash and is not kept would break the chain here. */
const entrySchema = z.strictObject({ ...entryMembers, state: z.string().optional() });

export function entryIn(path: string, value: unknown): AuditEntry {
  const { state, ...entry } = fitting(entrySchema, { path, value });
  return state === undefined ? entry : { ...entry, state };
}
