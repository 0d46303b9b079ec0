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
import type { Proof } from '../acts/vault/proof.ts';
import { cancelled } from '../ports/stopping.ts';
import { askProven, type Proving } from './confirmation/proven.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';

type Asking = Pick<
  FileDialogs,
  'ask' | 'askSystem' | 'newPassphrase' | 'chooseFile' | 'chooseProvenPlace' | 'handOverSheet'
>;
type Args = ParsedArgsOf<'backup.create'>;

export interface BackingUp extends Proving {
  provided(...given: Parameters<Custodian['provided']>): Pick<Custodian, 'createBackup'>;
}

interface Spoken {
  words: DialogWords;
  language: Language;
}

/** `null` when the person closed one of the dialogs. */
export async function backUpInDialogs(
  custodian: BackingUp,
  dialogs: Asking,
  args: Args,
  { words: said, language }: Spoken,
): Promise<Backup | null> {
  const agreed = await whoIsThere(custodian, dialogs, said);
  const protection = agreed === null ? null : await protectionFor(args.protection, dialogs, said.backup);
  if (agreed === null || protection === null) {
    return null;
  }
  const proven = custodian.provided(
    () => undefined,
    () => Promise.resolve(agreed.proof),
  );
  try {
    const place = await dialogs.chooseProvenPlace('key-custodian-backup.age');
    return place === null
      ? null
      : await proven.createBackup(
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

/** Under a vault passphrase it is taken once more. Without one the dialogs that follow are question enough. */
async function whoIsThere(
  custodian: BackingUp,
  dialogs: Asking,
  said: DialogWords,
): Promise<{ proof: Proof | null } | null> {
  if ((await custodian.vault.sealState()).stage === 'none') {
    return { proof: null };
  }
  const { ask: title, means, yes } = said.backup;
  const question: Question = { title, tenant: null, facts: [], means, yes, grave: true, fields: [] };
  return askProven(custodian, dialogs, question, { words: said });
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
