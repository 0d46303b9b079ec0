// What goes into a backup, part by part, so that it never is in memory as a whole.
import { createHash } from 'node:crypto';
import {
  type AbsentKey,
  auditPath,
  BACKUP_FILES,
  BACKUP_PURPOSE,
  type BackupHead,
  type BackupManifest,
  certificatePath,
  credentialPath,
  keyFactsPath,
  type ListedFile,
  privateKeyPath,
  tablePath,
} from '../../../shared/domain/backup/format.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { backupReadMe } from '../../../shared/words/en/command-line/backup-read-me.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { armour } from '../../../shared/encoding/pem.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { BackupPart } from '../../ports/backup.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryCopy } from '../../ports/registry-copy.ts';
import { credentialName, secretName } from '../../ports/secret-name.ts';
import type { Device } from '../audit/device.ts';

export interface Contents {
  copy: RegistryCopy;
  head: BackupHead;
  device: Device;
  secrets: Ports['secrets'];
  /** Whether what lets us in at tenants goes along. */
  credentials: boolean;
  /** Of the parts so far; filled while they are written. */
  listed: readonly ListedFile[];
  absent: AbsentKey[];
}

export async function* partsOf(contents: Contents): AsyncGenerator<BackupPart, void, undefined> {
  const { copy, head, device, listed, absent } = contents;
  yield { path: BACKUP_FILES.readMe, bytes: Buffer.from(backupReadMe) };
  yield { path: BACKUP_FILES.head, bytes: jsonFile(head) };
  yield* recordParts(copy);
  const tenants = copy.reader.tenants();
  for (const tenant of tenants) {
    yield* keyParts(contents, tenant);
  }
  if (contents.credentials) {
    for (const tenant of tenants) {
      yield* credentialPart(contents, tenant);
    }
  }
  const manifest: BackupManifest = { format: BACKUP_PURPOSE, id: head.id, absent, files: [...listed] };
  const bytes = jsonFile(manifest);
  const manifestSha256 = createHash('sha256').update(bytes).digest('hex');
  yield { path: BACKUP_FILES.manifest, bytes };
  const signed = canonicalJson({ purpose: BACKUP_PURPOSE, id: head.id, manifestSha256 });
  yield { path: BACKUP_FILES.signature, bytes: Buffer.from(await device.sign(BACKUP_PURPOSE, signed)) };
}

function* recordParts(copy: RegistryCopy): Generator<BackupPart> {
  for (const table of copy.tables()) {
    yield* inPieces(copy.rows(table), (part) => tablePath(table, part));
  }
  yield* inPieces(entriesOf(copy), auditPath);
}

function* entriesOf({ reader }: RegistryCopy): Generator {
  for (const batch of auditBatches(reader)) {
    yield* batch;
  }
}

const PIECE = 1024 * 1024;

/** JSON lines in files of about a megabyte. */
function* inPieces(values: Iterable<unknown>, pathOf: (part: number) => string): Generator<BackupPart> {
  let lines: string[] = [];
  let length = 0;
  let part = 0;
  const piece = (): BackupPart => {
    part += 1;
    const bytes = Buffer.from(lines.join(''));
    [lines, length] = [[], 0];
    return { path: pathOf(part), bytes };
  };
  for (const value of values) {
    const line = `${canonicalJson(value)}\n`;
    lines.push(line);
    length += line.length;
    if (length > PIECE) {
      yield piece();
    }
  }
  if (lines.length > 0) {
    yield piece();
  }
}

function* keyParts({ copy, absent }: Contents, tenant: Tenant): Generator<BackupPart> {
  const rings = new Map(copy.reader.rings(tenant.id).map(({ id, name }) => [id, name]));
  for (const key of copy.reader.keys(tenant.id)) {
    const { certificate, ...facts } = key;
    const named = { ...facts, tenant: tenant.name, ring: rings.get(key.ringId) ?? '' };
    yield { path: keyFactsPath(key.id), bytes: Buffer.from(`${canonicalJson(named)}\n`) };
    const pem = armour(Buffer.from(certificate, 'base64'), { label: 'CERTIFICATE' });
    yield { path: certificatePath(key.id), bytes: Buffer.from(pem) };
    if (mayGo(key)) {
      yield { path: privateKeyPath(key.id), key: secretName(key.id) };
    } else if (key.destroyedAt === null) {
      absent.push({ id: key.id, tenant: tenant.name, kid: key.kid, why: 'stays-here' });
    }
  }
}

/** What must never leave the keychain in a file leaves in none; what was erased is not there. */
const mayGo = ({ exportable, destroyedAt }: SigningKey): boolean => exportable && destroyedAt === null;

async function* credentialPart({ secrets }: Contents, { id }: Tenant): AsyncGenerator<BackupPart> {
  using secret = await secrets.find(credentialName(id));
  if (secret !== null) {
    yield { path: credentialPath(id), secret };
  }
}

const jsonFile = (value: unknown): Uint8Array => Buffer.from(`${canonicalJson(value)}\n`);
