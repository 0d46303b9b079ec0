// Making a backup from the window. The passphrase, the recipient and the place are asked for here, in dialogs that the page can
// neither see nor answer.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { Backup } from '../../shared/domain/backup/backup.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { Language } from '../../shared/language.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { SharesOrder } from '../acts/backup/share-sheets.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { BackupProtection } from '../ports/backup.ts';
import { cancelled } from '../ports/stopping.ts';
import type { FileDialogs } from './dialogs.ts';

type Asking = Pick<FileDialogs, 'newPassphrase' | 'chooseFile' | 'chooseProvenPlace' | 'handOverSheet'>;
type Args = ParsedArgsOf<'backup.create'>;

interface Spoken {
  words: DialogWords;
  language: Language;
}

/** `null` when the person closed one of the dialogs. */
export async function backUpInDialogs(
  custodian: Pick<Custodian, 'createBackup'>,
  dialogs: Asking,
  args: Args,
  { words: { backup: words }, language }: Spoken,
): Promise<Backup | null> {
  const protection = await protectionFor(args.protection, dialogs, words);
  if (protection === null) {
    return null;
  }
  try {
    const place = await dialogs.chooseProvenPlace('key-custodian-backup.age');
    return place === null
      ? null
      : await custodian.createBackup(
          { protection, credentials: false, shares: sharesOf(args, dialogs, language) },
          async (chunks, prove) => ({ file: place.name, ...(await place.save(chunks, prove)) }),
        );
  } catch (error) {
    // A sheet was not taken, so there is no backup.
    if (isCustodianError(error, 'CANCELLED')) {
      return null;
    }
    throw error;
  } finally {
    protection.passphrase?.fill(0);
  }
}

function sharesOf(args: Args, dialogs: Asking, language: Language): SharesOrder | undefined {
  if (args.protection !== 'shares') {
    return undefined;
  }
  return {
    ...args.shares,
    language,
    async handOver(sheets) {
      for (const sheet of sheets) {
        if (!(await dialogs.handOverSheet(sheet, sheets.length))) {
          throw cancelled();
        }
      }
    },
  };
}

async function protectionFor(
  kind: Args['protection'],
  dialogs: Asking,
  words: DialogWords['backup'],
): Promise<BackupProtection | null> {
  switch (kind) {
    case 'shares':
      return { passphrase: null, recipients: [] };
    case 'recipient': {
      const file = await dialogs.chooseFile(words.recipient);
      return file && { passphrase: null, recipients: [file.bytes] };
    }
    case 'passphrase': {
      const passphrase = await dialogs.newPassphrase(words.passphrase);
      return passphrase && { passphrase, recipients: [] };
    }
  }
}
