// The audit chain as a file that needs nothing but itself to be checked: JSON lines. The first line says what it is and
// holds the device's public key and signature, every other line is one entry. Cutting lines off shows, because the
// signature names the last entry that it covers.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import type { AuditEntry, AuditVerdict } from '../../shared/model/audit.ts';
import type { Instant } from '../../shared/model/instant.ts';
import { announcedKey, signedHead, verdictOn } from './audit-anchor.ts';
import { EMPTY_CHAIN, follows } from './audit-chain.ts';
import { auditBatches } from './audit-entries.ts';
import type { AuditAnchor } from './ports/records.ts';
import type { RegistryReader } from './ports/registry-reader.ts';

const FORMAT = 'key-custodian/audit';
const VERSION = 1;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  anchor: z.object({ deviceKey: z.string(), seal: z.string().nullable() }).nullable(),
});

/** Whatever else a line may hold is kept, and so is under its hash too: nothing can be slipped in beside these. */
const entrySchema = z.looseObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});

export interface AuditFile {
  bytes: Uint8Array;
  sha256: string;
  entries: number;
}

export function writeAuditFile(reader: RegistryReader, exportedAt: Instant): AuditFile {
  const anchor = reader.auditAnchor();
  const lines = [JSON.stringify({ format: FORMAT, version: VERSION, exportedAt, anchor })];
  for (const batch of auditBatches(reader)) {
    lines.push(...batch.map((entry) => JSON.stringify(entry)));
  }
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), entries: lines.length - 1 };
}

/** Throws FILE_UNREADABLE when it is no such file; a chain that does not hold is in the verdict. */
export async function verifyAuditFile(file: string, lines: AsyncIterable<string>): Promise<AuditVerdict> {
  let anchor: AuditAnchor | null | undefined;
  let announced: string | null = null;
  let head = EMPTY_CHAIN;
  let broken = false;
  let signedHash: string | null = null;
  for await (const line of lines) {
    if (anchor === undefined) {
      anchor = readHeader(file, line);
      continue;
    }
    const entry = readEntry(line);
    if (entry === null || !follows(head, entry)) {
      broken = true;
      break;
    }
    head = { seq: entry.seq, hash: entry.hash };
    announced = announcedKey(entry) ?? announced;
    signedHash = head.seq === signedHead(anchor)?.seq ? head.hash : signedHash;
  }
  if (anchor === undefined) {
    throw notOurs(file);
  }
  const chain = { ok: !broken, brokenAt: broken ? head.seq + 1 : null, head };
  return verdictOn(chain, announced, { anchor, hashAt: () => signedHash }, null);
}

function readHeader(file: string, line: string): AuditAnchor | null {
  const header = headerSchema.safeParse(jsonOf(line));
  if (!header.success) {
    throw notOurs(file);
  }
  return header.data.anchor;
}

function readEntry(line: string): AuditEntry | null {
  const entry = entrySchema.safeParse(jsonOf(line));
  return entry.success ? entry.data : null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const notOurs = (file: string): CustodianError =>
  new CustodianError('FILE_UNREADABLE', { file, problem: 'it is no exported audit chain' });
