// Making a backup. It counts only when the file was read back and is what was written; until then no key is called backed up.
import { createHash } from 'node:crypto';
import type { Backup } from '../../../shared/domain/backup/backup.ts';
import {
  type AbsentKey,
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupHead,
  type ListedFile,
} from '../../../shared/domain/backup/format.ts';
import type { ShareOrder } from '../../../shared/domain/backup/shares.ts';
import { CHAIN_START } from '../../../shared/domain/audit/chain.ts';
import { notedText } from '../../../shared/domain/audit/noted-head.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { BackupPart, BackupProtection, PartTold, SealedShares } from '../../ports/backup.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryCopy } from '../../ports/registry-copy.ts';
import { secretName } from '../../ports/secret-name.ts';
import { openDevice } from '../audit/device.ts';
import { queuedProven } from '../bound.ts';
import type { BackupSource } from './check.ts';
import { partsOf } from './contents.ts';
import { proveBackup } from './prove.ts';
import type { SharesOrder } from './share-sheets.ts';

export interface BackupOrder {
  protection: BackupProtection;
  /** Whether what lets us in at tenants goes along. */
  credentials: boolean;
  /** Whom the sheets are for that open it together; `undefined` for none. */
  shares?: SharesOrder | undefined;
}

/** A file as it was written: what `prove` accepts has its place, what it throws leaves nothing. */
export type SaveBackup = (
  chunks: AsyncIterable<Uint8Array>,
  prove: (again: BackupSource) => Promise<void>,
) => Promise<{ file: string; sha256: string; bytes: number }>;

export interface MadeBackup extends Backup {
  absent: AbsentKey[];
  /** Keys that are in a backup for the first time: what came since the last one. */
  newInIt: { tenant: string; kid: string }[];
  credentials: number;
  recipients: string[];
  /** The entry of the audit chain up to which it goes, as people note it. */
  anchor: string;
  /** How it was read back: `opened` and held against itself, or `compared`, since only its recipients can open it. */
  proven: 'opened' | 'compared';
  /** `null` where there are none. */
  shares: MadeShares | null;
}

/** Later backups for this recipient open by the same shares. */
interface MadeShares extends ShareOrder {
  set: string;
  recipient: string;
}

async function makeBackup(
  ports: Ports,
  { protection, credentials, shares }: BackupOrder,
  save: SaveBackup,
): Promise<MadeBackup> {
  const { registry, keys, secrets, clock, random } = ports;
  if (keys.sealBackup === undefined) {
    throw new CustodianError('BACKUP_NOT_POSSIBLE', {});
  }
  requireOne(protection, shares);
  const id = random.uuid();
  registry.change({ action: 'backup.begun', subject: 'backup', details: { id, credentials } }, () => undefined);
  const device = await openDevice(ports, 'backup');
  using copy = registry.copy();
  const head = headOf(copy, { id, madeAt: clock.now().toISOString(), device: device.fingerprint });
  const written = writtenParts(copy);
  const contents = { copy, head, device, secrets, credentials, listed: written.listed, absent: written.absent };
  const at = clock.now();
  const split = shares && { threshold: shares.threshold, count: shares.holders.length };
  const sealed = await keys.sealBackup(partsOf(contents), { ...protection, shares: split }, { told: written.told, at });
  const { passphrase } = protection;
  const saved = await save(sealed.chunks, (again) =>
    proveBackup(ports, again, { head, keys: written.keys.length }, { passphrase, shares, sealed }),
  ).finally(() => sealed.shares?.codes.forEach((code) => code[Symbol.dispose]()));
  const backup: Backup = {
    id,
    at: head.madeAt,
    ...saved,
    keys: written.keys.length,
    protection: sealed.protection,
    drilledAt: null,
    drill: null,
  };
  const made = {
    absent: written.absent,
    newInIt: newIn(copy, written),
    credentials: written.credentials,
    recipients: sealed.recipients,
    proven: passphrase === null && shares === undefined ? 'compared' : 'opened',
    shares: shares === undefined || sealed.shares === null ? null : madeShares(shares, sealed.shares),
  } as const;
  const { keys: count, drill: _drill, drilledAt: _drilledAt, ...facts } = backup;
  const { newInIt: _newInIt, shares: among, ...told } = made;
  const details = { ...facts, ...told, privateHalves: count, ...(among === null ? {} : { shares: among }) };
  registry.change({ action: 'backup.made', subject: 'backup', details }, (writer) =>
    writer.addBackup(backup, written.keys),
  );
  return { ...backup, ...made, anchor: notedText({ seq: head.audit.entries, hash: head.audit.head }) };
}

/** The passphrase is overwritten before it settles. */
export const createBackup = queuedProven(
  makeBackup,
  { act: 'backup.create', seen: ([order]) => whoOpens(order), at: 'everywhere' },
  ([{ protection }]) => void protection.passphrase?.fill(0),
);

/** For a second officer: by whom it can be opened, and nothing that opens it. */
const whoOpens = ({ protection: { passphrase, recipients }, credentials, shares }: BackupOrder): object => ({
  passphrase: passphrase !== null,
  recipientsSha256: recipients.map((file) => createHash('sha256').update(file).digest('hex')),
  shares: shares === undefined ? null : { holders: shares.holders, threshold: shares.threshold },
  credentials,
});

/** For the record and the officer: nothing of it opens anything. */
const madeShares = ({ threshold, holders }: ShareOrder, { set, recipient }: SealedShares): MadeShares => ({
  set,
  recipient,
  threshold,
  holders,
});

function requireOne({ passphrase, recipients }: BackupProtection, shares: SharesOrder | undefined): void {
  if ((passphrase === null) === (recipients.length === 0 && shares === undefined)) {
    const problem = { code: 'passphrase-or-recipient' } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem });
  }
}

function headOf({ reader, schema }: RegistryCopy, made: Pick<BackupHead, 'id' | 'madeAt' | 'device'>): BackupHead {
  const last = reader.auditHead();
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    ...made,
    schema,
    tenants: reader.tenants().length,
    keys: reader.allKeyDates().length,
    audit: { entries: last?.seq ?? 0, head: last?.hash ?? CHAIN_START },
  };
}

/** What was in none when the copy was made, and is in this one. */
function newIn({ reader }: RegistryCopy, { keys }: Written): MadeBackup['newInIt'] {
  const here = new Set(keys.map(({ id }) => id));
  return reader.tenants().flatMap(({ id: tenantId, name }) => {
    const before = reader.backedUpKeys(tenantId);
    return reader
      .keys(tenantId)
      .filter(({ id }) => here.has(id) && !before.has(id))
      .map(({ kid }) => ({ tenant: name, kid }));
  });
}

interface Written {
  listed: ListedFile[];
  absent: AbsentKey[];
  /** Whose private key is in it. */
  keys: Pick<SigningKey, 'id' | 'tenantId'>[];
  credentials: number;
  told: PartTold;
}

function writtenParts({ reader }: RegistryCopy): Written {
  const names = new Map(reader.tenants().map(({ id, name }) => [id, name]));
  const known = new Map(reader.allKeyDates().map((key) => [secretName(key.id), key]));
  const written: Written = {
    listed: [],
    absent: [],
    keys: [],
    credentials: 0,
    told(part: BackupPart, file) {
      const key = 'key' in part ? known.get(part.key) : undefined;
      if (file === 'missing' || file === 'damaged') {
        if (key !== undefined) {
          written.absent.push({ id: key.id, tenant: names.get(key.tenantId) ?? '', kid: key.kid, why: file });
        }
        return;
      }
      written.listed.push(file);
      written.credentials += 'secret' in part ? 1 : 0;
      if (key !== undefined) {
        written.keys.push({ id: key.id, tenantId: key.tenantId });
      }
    },
  };
  return written;
}
