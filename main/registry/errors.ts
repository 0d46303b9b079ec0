// What SQLite and the disk below it say, translated into REGISTRY_* codes: at opening and at every statement later.
// Result codes: sqlite.org/rescode.html. The lower eight bits say what it is, the rest where it happened.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { getSystemErrorName } from 'node:util';
import { CustodianError } from '../../shared/errors.ts';
import { diskProblem, errorCode } from '../ports/disk-problems.ts';
import { readHolder } from './holder.ts';

const FILE = 'registry.db';
const IOERR = 10;
const CANTOPEN = 14;
/** What the system says of a failed write that says why. */
const BELIEVED = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'ESTALE', 'ENODEV', 'ENOMEM']);

const full = (): CustodianError => new CustodianError('REGISTRY_FULL', { file: FILE });
const readOnly = (): CustodianError => new CustodianError('REGISTRY_READ_ONLY', { file: FILE });
const damaged = (detail: string): CustodianError => new CustodianError('REGISTRY_DAMAGED', { detail });
const unreachable = (problem: string): CustodianError => new CustodianError('REGISTRY_UNREACHABLE', { problem });
const inUse = (folder: string | null): CustodianError =>
  new CustodianError('REGISTRY_IN_USE', { holder: readHolder(folder) });

const IN_WORDS: Readonly<Record<number, (folder: string | null) => CustodianError>> = {
  // ERROR: a statement of ours that does not fit the tables.
  1: () => damaged('its tables are not as they should be'),
  // PERM
  3: () => unreachable('permission denied'),
  // BUSY, LOCKED
  5: inUse,
  6: inUse,
  // NOMEM
  7: () => unreachable('the machine is out of memory'),
  // READONLY
  8: readOnly,
  // CORRUPT
  11: () => damaged('its pages are damaged'),
  // FULL
  13: full,
  // SCHEMA
  17: () => damaged('its tables are not as they should be'),
  // TOOBIG
  18: () => unreachable('a record is larger than it takes'),
  // AUTH
  23: () => unreachable('permission denied'),
  // FORMAT, NOTADB
  24: () => damaged('it is not a database'),
  26: () => damaged('it is not a database'),
};

/** The coded form of what the database or its file threw; anything else stays as it is. */
export function registryError(error: unknown, folder: string | null): unknown {
  if (!(error instanceof Error) || error instanceof CustodianError) {
    return error;
  }
  const coded = codedForm(error, folder);
  return coded === undefined ? error : Object.assign(coded, { cause: error });
}

function codedForm(error: Error, folder: string | null): CustodianError | undefined {
  // The driver's word for a number that this program never writes.
  if (error instanceof RangeError && error.message.startsWith('Value is too large to be represented')) {
    return damaged('its tables are not as they should be');
  }
  if (!('errcode' in error)) {
    // An error of the file system has the name of its call.
    return 'syscall' in error ? fromDisk(errorCode(error), diskProblem(error)) : undefined;
  }
  const code = Number(error.errcode) & 0xff;
  if (code !== CANTOPEN && code !== IOERR) {
    return IN_WORDS[code]?.(folder);
  }
  const below = namedError('systemErrno' in error ? Number(error.systemErrno) : 0);
  if (code === IOERR && BELIEVED.has(errorCode(below))) {
    return fromDisk(errorCode(below), diskProblem(below));
  }
  return whyNot(folder, code === IOERR ? 'the disk or the share fails' : 'the file cannot be opened');
}

/**
 * SQLite says only that it could not, and the number that the system gave may be of another call. It needs to write beside
 * the file even for reading.
 */
function whyNot(folder: string | null, otherwise: string): CustodianError {
  const vague = unreachable(otherwise);
  if (folder === null) {
    return vague;
  }
  const file = path.join(folder, FILE);
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    return fromDisk(errorCode(error), diskProblem(error));
  }
  try {
    accessSync(file, constants.W_OK);
    accessSync(folder, constants.W_OK);
    return vague;
  } catch {
    return readOnly();
  }
}

const namedError = (errno: number): Error =>
  Object.assign(new Error('system'), errno > 0 ? { code: getSystemErrorName(-errno) } : {});

/** Runs `work`; what the database says goes on in words. */
export function inWords<T>(work: () => T, folder: string | null): T {
  try {
    return work();
  } catch (error) {
    throw registryError(error, folder);
  }
}

function fromDisk(code: string, problem: string): CustodianError {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return full();
    case 'EROFS':
      return readOnly();
    default:
      return unreachable(problem);
  }
}
