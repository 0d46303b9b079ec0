// Making a backup from the window. The passphrase, the recipient and the place are asked for here, in dialogs that the page can
// neither see nor answer.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { Backup } from '../../shared/domain/backup/backup.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { BackupProtection } from '../ports/backup.ts';
import type { FileDialogs } from './dialogs.ts';

/** `null` when the person closed one of the dialogs. */
export async function backUpInDialogs(
  custodian: Pick<Custodian, 'createBackup'>,
  dialogs: Pick<FileDialogs, 'newPassphrase' | 'chooseFile' | 'chooseProvenPlace'>,
  { protection: kind }: ParsedArgsOf<'backup.create'>,
  { backup: words }: DialogWords,
): Promise<Backup | null> {
  const protection = await protectionFor(kind, dialogs, words);
  if (protection === null) {
    return null;
  }
  try {
    const place = await dialogs.chooseProvenPlace('key-custodian-backup.age');
    return place === null
      ? null
      : await custodian.createBackup({ protection, credentials: false }, async (chunks, prove) => ({
          file: place.name,
          ...(await place.save(chunks, prove)),
        }));
  } finally {
    protection.passphrase?.fill(0);
  }
}

async function protectionFor(
  kind: ParsedArgsOf<'backup.create'>['protection'],
  dialogs: Pick<FileDialogs, 'newPassphrase' | 'chooseFile'>,
  words: DialogWords['backup'],
): Promise<BackupProtection | null> {
  if (kind === 'recipient') {
    const file = await dialogs.chooseFile(words.recipient);
    return file && { passphrase: null, recipients: [file.bytes] };
  }
  const passphrase = await dialogs.newPassphrase(words.passphrase);
  return passphrase && { passphrase, recipients: [] };
}
