// What is in a backup: a tar of plain files in standard formats, inside one age file (docs/guide/backup.md). The first file
// says what it is, the last but one names every file with its hash, the last is the signature of the device over that.
import { z } from 'zod';
import { hashSchema, instantSchema } from '../../fields.ts';

export const BACKUP_FORMAT = 'key-custodian/backup';
export const BACKUP_VERSION = 1;

/** The `typ` of the signature, and the purpose in what is signed. */
export const BACKUP_PURPOSE = 'key-custodian/backup-manifest';

/** How it is closed, as records say it. */
export const PROTECTION = {
  passphrase: 'age, under a passphrase (scrypt)',
  recipients: 'age, for recipients',
  shares: 'age, for shares',
} as const;

/** Files of a fixed name. */
export const BACKUP_FILES = {
  readMe: 'README.txt',
  head: 'backup.json',
  manifest: 'manifest.json',
  signature: 'manifest.jws',
} as const;

const count = z.int().nonnegative();

export const backupHeadSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  id: z.uuid(),
  madeAt: instantSchema,
  /** Of the tables in registry/: how many steps had made them. */
  schema: z.int().positive(),
  tenants: count,
  /** On record, with those whose private key was erased. */
  keys: count,
  audit: z.strictObject({ entries: count, head: hashSchema }),
  /** Lower-case hex SHA-256 of the public key of the device that made it. */
  device: hashSchema,
});
export type BackupHead = z.output<typeof backupHeadSchema>;

/** Enough to tell a newer backup from something else. */
export const anyHeadSchema = z.looseObject({ format: z.literal(BACKUP_FORMAT), version: z.int().positive() });

const listedSchema = z.strictObject({ path: z.string(), bytes: count, sha256: hashSchema });
export type ListedFile = z.output<typeof listedSchema>;

/** Why a private key is not in it. */
export const ABSENCES = ['stays-here', 'missing', 'damaged'] as const;

const absentSchema = z.strictObject({
  id: z.string(),
  tenant: z.string(),
  kid: z.string(),
  /** `stays-here`: it must never leave the keychain. The others: the keychain did not have it, or not whole. */
  why: z.enum(ABSENCES),
});
export type AbsentKey = z.output<typeof absentSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(BACKUP_PURPOSE),
  id: z.uuid(),
  absent: z.array(absentSchema),
  files: z.array(listedSchema),
});
export type BackupManifest = z.output<typeof manifestSchema>;

/** What the device signs: short, whatever the size of the manifest. */
export const signedManifestSchema = z.strictObject({
  purpose: z.literal(BACKUP_PURPOSE),
  id: z.uuid(),
  manifestSha256: hashSchema,
});

/** Facts of a key beside its files. */
export const keyFactsSchema = z.looseObject({ id: z.string(), kid: z.string(), spkiSha256: hashSchema });

export const privateKeyPath = (id: string): string => `keys/${id}/private-key.pem`;
export const certificatePath = (id: string): string => `keys/${id}/certificate.pem`;
export const keyFactsPath = (id: string): string => `keys/${id}/key.json`;
export const credentialPath = (tenantId: string): string => `credentials/${tenantId}.json`;
export const tablePath = (table: string, part: number): string => `registry/${table}-${numbered(part)}.jsonl`;
export const auditPath = (part: number): string => `audit/${numbered(part)}.jsonl`;

const numbered = (part: number): string => String(part).padStart(4, '0');

/** What a path of a backup may be: nothing that leads out of the folder into which somebody unpacks it. */
const PATH =
  /^(?:README\.txt|backup\.json|manifest\.(?:json|jws)|(?:registry\/([a-z_]{1,40})-|audit\/)\d{4,6}\.jsonl|(keys)\/([0-9a-f-]{36})\/(private-key\.pem|certificate\.pem|key\.json)|credentials\/([0-9a-f-]{36})\.json)$/;

export type PathMeaning =
  | { is: 'head' | 'manifest' | 'signature' | 'audit' | 'other' }
  | { is: 'table'; table: string }
  | { is: 'private-key' | 'key-facts'; id: string }
  | { is: 'credential'; tenantId: string };

/** `null` for what is no path of a backup. */
export function meaningOf(path: string): PathMeaning | null {
  const found = PATH.exec(path);
  if (found === null) {
    return null;
  }
  const [, table, , id, file, tenantId] = found;
  if (table !== undefined) {
    return { is: 'table', table };
  }
  if (tenantId !== undefined) {
    return { is: 'credential', tenantId };
  }
  if (id !== undefined && file !== 'certificate.pem') {
    return { is: file === 'key.json' ? 'key-facts' : 'private-key', id };
  }
  return { is: FIXED[path] ?? (path.startsWith('audit/') ? 'audit' : 'other') };
}

const FIXED: Readonly<Record<string, 'head' | 'manifest' | 'signature'>> = {
  [BACKUP_FILES.head]: 'head',
  [BACKUP_FILES.manifest]: 'manifest',
  [BACKUP_FILES.signature]: 'signature',
};
