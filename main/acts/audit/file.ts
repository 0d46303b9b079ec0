// The audit chain as a file that needs nothing but itself to be checked: JSON lines. The first line says what it is and is
// signed by the device (audit-file-header.ts), every other line is one entry, byte for byte what is hashed. Which device may
// sign is for the reader to say: whoever makes up a chain can sign it with a key of his own.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type {
  AuditEntry,
  AuditFileFacts,
  AuditFileVerdict,
  AuditProblem,
  AuditVerdict,
} from '../../../shared/domain/audit/entry.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { announcedAfter, signedHead, verdictOn } from './anchor.ts';
import { type ChainHead, EMPTY_CHAIN, follows } from '../../../shared/domain/audit/chain.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import {
  type AnyAuditFileHeader,
  AUDIT_FILE_PURPOSE,
  AUDIT_FORMAT,
  type AuditFileHeader,
  isHeaderSigned,
  readHeader,
  signedContent,
} from './file-header.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import type { Device } from './device.ts';
import { entryMembers } from './entry-members.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';

/** Whatever else an entry may hold is under its hash too: nothing can be slipped in beside these. */
const entrySchema = z.looseObject(entryMembers);

export interface AuditFile {
  bytes: Uint8Array;
  sha256: string;
  entries: number;
  /** Whether the device signed it; without that it proves nothing to anybody. */
  signed: boolean;
}

/** What the file is to hold, read in one go. */
export interface AuditFileDraft {
  header: AuditFileHeader;
  lines: string[];
}

export function draftAuditFile(reader: RegistryReader, exportedAt: Instant): AuditFileDraft {
  const lines: string[] = [];
  let head: AuditFileHeader['head'] = null;
  for (const batch of auditBatches(reader)) {
    for (const entry of batch) {
      lines.push(`${canonicalJson(entry)}\n`);
      head = { seq: entry.seq, hash: entry.hash };
    }
  }
  const linesSha256 = createHash('sha256').update(lines.join('')).digest('hex');
  const facts = { exportedAt, anchor: reader.auditAnchor(), count: lines.length, head, linesSha256 };
  return { header: { format: AUDIT_FORMAT, version: 2, ...facts, signature: null }, lines };
}

/** `device` is `null` when there is none that signs now. */
export async function writeAuditFile({ header, lines }: AuditFileDraft, device: Device | null): Promise<AuditFile> {
  const signature = device === null ? null : partsOf(await device.sign(AUDIT_FILE_PURPOSE, signedContent(header)));
  const bytes = Buffer.from(`${canonicalJson({ ...header, signature })}\n${lines.join('')}`, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, entries: lines.length, signed: signature !== null };
}

/** Of the document that the device signed; its payload is the header itself. */
const partsOf = (document: string): AuditFileHeader['signature'] =>
  z.object({ protected: z.string(), signature: z.string() }).parse(JSON.parse(document));

/** What the reader of a file knows from elsewhere. */
interface KnownElsewhere {
  device: string | null;
  noted: ChainHead | null;
}

/**
 * Throws FILE_UNREADABLE when it is no such file; a chain that does not hold is in the verdict. `device` is the fingerprint
 * of the device that must have signed, `noted` an entry that must be in it.
 */
export async function verifyAuditFile(
  file: string,
  lines: AsyncIterable<string>,
  { device = null, noted = null }: Partial<KnownElsewhere> = {},
): Promise<AuditFileVerdict> {
  let header: AnyAuditFileHeader | null = null;
  let announced: string | null = null;
  let head = EMPTY_CHAIN;
  let broken = false;
  let signedHash: string | null = null;
  let hasNoted = noted === null;
  const hash = createHash('sha256');
  for await (const line of lines) {
    if (header === null) {
      header = readHeader(line);
      if (header === null) {
        break;
      }
      continue;
    }
    const entry = readEntry(line, header.version);
    if (entry === null || !follows(head, entry)) {
      broken = true;
      break;
    }
    hash.update(`${line}\n`);
    head = { seq: entry.seq, hash: entry.hash };
    announced = announcedAfter(entry, announced);
    signedHash = head.seq === signedHead(header.anchor)?.seq ? head.hash : signedHash;
    hasNoted ||= head.seq === noted?.seq && head.hash === noted.hash;
  }
  if (header === null) {
    throw new CustodianError('FILE_UNREADABLE', { file, problem: { code: 'no-audit-chain' } });
  }
  const { anchor, version, exportedAt } = header;
  const chain = { ok: !broken, brokenAt: broken ? head.seq + 1 : null, head };
  const verdict = verdictOn(chain, announced, { anchor, hashAt: () => signedHash }, null);
  const found = { count: head.seq, head, linesSha256: hash.digest('hex') };
  const problem =
    verdict.problem ??
    (broken ? null : (problemOf(header, found, verdict, device) ?? (hasNoted ? null : 'other-than-noted')));
  const covered = version === 2 && problem === null && !broken;
  return {
    ...verdict,
    ok: verdict.ok && problem === null,
    problem,
    signedThrough: covered ? verdict.entries : verdict.signedThrough,
    file: { version, exportedAt: covered ? exportedAt : null, deviceNamed: device !== null },
  };
}

function problemOf(
  header: AnyAuditFileHeader,
  found: Pick<AuditFileHeader, 'count' | 'linesSha256'> & { head: { seq: number; hash: string } },
  { deviceKey, signedThrough }: AuditVerdict,
  device: string | null,
): AuditProblem | null {
  const isSigned = header.version === 2 ? header.signature !== null : signedThrough > 0;
  if (!isSigned) {
    return 'not-signed';
  }
  if (header.version === 2 && !(isHeaderSigned(header) && isAsSigned(header, found))) {
    return 'header-wrong';
  }
  return device === null || deviceKey === device ? null : 'device-not-named';
}

const isAsSigned = (
  { count, head, linesSha256 }: AuditFileHeader,
  found: Pick<AuditFileHeader, 'count' | 'linesSha256'> & { head: { seq: number; hash: string } },
): boolean =>
  count === found.count &&
  linesSha256 === found.linesSha256 &&
  head?.seq === found.head.seq &&
  head.hash === found.head.hash;

/** The line must be spelt as it was written: nothing stands in it that is not under the hash of the entry. */
function readEntry(line: string, version: AuditFileFacts['version']): AuditEntry | null {
  let odd = false;
  let value: unknown;
  try {
    value = parseJson(line, (name, held: unknown) => {
      odd ||= name === '__proto__';
      return held;
    });
  } catch {
    return null;
  }
  const entry = entrySchema.safeParse(value);
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- what reads the line sets it
  if (odd || !entry.success) {
    return null;
  }
  // Files of version 1 hold the members in the order in which they were recorded.
  const written = version === 2 ? canonicalJson(value) : JSON.stringify(value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the schema just found; its copy may lack members
  return written === line ? (value as AuditEntry) : null;
}
