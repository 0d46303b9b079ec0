// The list of a backup: every file that was found stands in it as it is, none is missing, and the device signed it.
import {
  BACKUP_PURPOSE,
  type BackupHead,
  type BackupManifest,
  type ListedFile,
  signedManifestSchema,
} from '../../../shared/domain/backup/format.ts';
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import type { Reading } from '../../ports/reading.ts';
import { deviceKeyFingerprint } from '../audit/seal.ts';
import { flawed } from './parse.ts';

export function requireListed(found: readonly ListedFile[], listed: readonly ListedFile[]): void {
  const byPath = new Map(listed.map((file) => [file.path, file]));
  for (const { path, sha256, bytes } of found) {
    const wanted = byPath.get(path);
    if (wanted === undefined) {
      throw flawed({ code: 'not-listed', path });
    }
    if (wanted.sha256 !== sha256 || wanted.bytes !== bytes) {
      throw flawed({ code: 'file-other', path });
    }
    byPath.delete(path);
  }
  const [missing] = byPath.keys();
  if (missing !== undefined) {
    throw flawed({ code: 'file-missing', path: missing.slice(0, 200) });
  }
}

interface Signed {
  head: BackupHead;
  manifest: BackupManifest;
  manifestSha256: string;
}

/** By the device that the backup names; whether to believe that device is for the officer to say. */
export async function requireSigned(
  reading: Reading,
  signature: string,
  { head, manifest, manifestSha256 }: Signed,
): Promise<void> {
  const opened = await reading.openDocument(signature, BACKUP_PURPOSE, 'bundle').catch(() => null);
  const signed = signedManifestSchema.safeParse(opened === null ? null : jsonOf(opened.content));
  const holds =
    opened !== null &&
    signed.success &&
    [signed.data.id, manifest.id].every((id) => id === head.id) &&
    signed.data.manifestSha256 === manifestSha256 &&
    deviceKeyFingerprint(opened.deviceKey) === head.device;
  if (!holds) {
    throw flawed({ code: 'signature-wrong' });
  }
}
