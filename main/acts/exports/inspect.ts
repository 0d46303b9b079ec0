// Saying what a file is, without bringing anything into custody. It needs neither registry nor keychain.
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';
import type { Ports } from '../../ports/ports.ts';
import { type FileSecrets, overwriteFile } from '../keys/file-secrets.ts';
import { looking } from '../bound.ts';

/** Overwrites `file` and `secrets` before it settles. */
export async function inspection(
  { reading, clock }: Pick<Ports, 'reading' | 'clock'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<FoundFile> {
  try {
    return await reading.inspect(file, secrets.passphrase, clock.now());
  } finally {
    overwriteFile(file, secrets);
  }
}

export const inspectFile = looking(inspection);
