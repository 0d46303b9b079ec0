// Importing a file from the window: whatever the file turns out to need (a passphrase, a choice among several keys) is
// asked for here, so that neither the file's bytes nor a passphrase pass through the page. A file that was only inspected so
// far is shown once more before its key is taken: choosing it then was no yes to this.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { type CustodianError, isCustodianError } from '../../shared/errors.ts';
import { kidSchema } from '../../shared/fields.ts';
import type { ImportedKey } from '../../shared/acts/keys.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { KeyInFile } from '../acts/keys/import.ts';
import { checked } from './checked.ts';
import { replacingQuestion } from './confirmation/making-room.ts';
import type { ChosenFile, FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';
import type { DialogWords } from '../../shared/words/words.ts';

type Dialogs = Pick<FileDialogs, 'refresh' | 'chooseKeyFile' | 'askPassphrase' | 'chooseEntry' | 'ask'>;
type Keeper = Pick<Custodian, 'importKey' | 'lookIntoFile' | 'showTenant'>;
type Target = Omit<ParsedArgsOf<'key.import'>, 'inspected'>;

/** `null` when the person said no or closed one of the dialogs; nothing was changed then. */
export async function importInDialogs(
  custodian: Keeper,
  dialogs: Dialogs,
  { inspected = false, ...target }: ParsedArgsOf<'key.import'>,
  words: DialogWords,
): Promise<ImportedKey | null> {
  const known = inspected ? await dialogs.refresh() : null;
  const file = known ?? (await dialogs.chooseKeyFile());
  if (file === null) {
    return null;
  }
  const opened: Opened = { passphrase: null, entry: target.entry, kid: target.kid, replace: undefined };
  /** With copies: whatever is given to the custodian is overwritten. */
  const withFile = <T>(
    act: (args: Target, bytes: Uint8Array, secrets: { passphrase: Uint8Array | null }) => Promise<T>,
  ): Promise<T> =>
    act({ ...target, entry: opened.entry, kid: opened.kid, replace: opened.replace }, Uint8Array.from(file.bytes), {
      passphrase: opened.passphrase === null ? null : Uint8Array.from(opened.passphrase),
    });
  const { tenant } = custodian.showTenant({ tenant: target.tenant });
  const until = <T>(open: () => Promise<T>) => untilOpened(dialogs, { file, tenant, words }, opened, open);
  try {
    if (known === null) {
      return await until(() => withFile(custodian.importKey));
    }
    const key = await until(() => withFile(custodian.lookIntoFile));
    const agreed = key === null ? null : await dialogs.ask(questionAbout(custodian, { target, file, key }, words));
    return agreed === null ? null : await until(() => withFile(custodian.importKey));
  } finally {
    file.bytes.fill(0);
    opened.passphrase?.fill(0);
  }
}

/** What was found out about the file so far, and what the person said about it. */
interface Opened {
  passphrase: Uint8Array | null;
  entry: string | undefined;
  kid: string | undefined;
  /** The key that may make room. The page cannot say so. */
  replace: string | undefined;
}

interface Talk {
  file: ChosenFile;
  tenant: Tenant;
  words: DialogWords;
}

/** Asks for what the file needs, as often as it needs it. `null` when the person closed a dialog. */
async function untilOpened<T>(
  dialogs: Pick<Dialogs, 'askPassphrase' | 'chooseEntry' | 'ask'>,
  { file, tenant, words }: Talk,
  opened: Opened,
  open: () => Promise<T>,
): Promise<T | null> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (isCustodianError(error, 'KEY_ENCRYPTED') || isCustodianError(error, 'KEY_PASSPHRASE_WRONG')) {
        opened.passphrase?.fill(0);
        opened.passphrase = await dialogs.askPassphrase(file.name, error.code === 'KEY_PASSPHRASE_WRONG');
        if (opened.passphrase === null) {
          return null;
        }
      } else if (isCustodianError(error, 'KEY_CHOICE_NEEDED')) {
        const choice = await dialogs.chooseEntry(file.name, error.facts.entries);
        if (choice === null) {
          return null;
        }
        opened.entry = String(choice + 1);
      } else if (isCustodianError(error, 'KEY_KID_TAKEN') || isCustodianError(error, 'KEY_KID_UNFIT')) {
        const typed = await dialogs.ask(questionOfKid(tenant, error, words));
        if (typed === null) {
          return null;
        }
        opened.kid = checked(kidSchema, typed.kid);
      } else if (isCustodianError(error, 'KEY_WOULD_BE_REPLACED') && opened.replace === undefined) {
        const { kid, worth } = error.facts;
        const question = replacingQuestion(words, tenant, { kid, worth });
        if ((await dialogs.ask(question)) === null) {
          return null;
        }
        opened.replace = kid;
      } else {
        throw error;
      }
    }
  }
}

function questionOfKid(
  tenant: Tenant,
  { code, facts: { kid } }: CustodianError<'KEY_KID_TAKEN'> | CustodianError<'KEY_KID_UNFIT'>,
  { confirmation: { label, field, kidNeeded } }: DialogWords,
): Question {
  const { title, means, yes } = kidNeeded;
  const problem = code === 'KEY_KID_TAKEN' ? kidNeeded.taken(kid) : kidNeeded.unfit(kid);
  return {
    title,
    means,
    yes,
    tenant,
    facts: [{ label: label.key, values: [problem], mono: true }],
    grave: false,
    fields: [{ name: 'kid', label: field.ownKid, hint: '', exactly: null }],
  };
}

function questionAbout(
  { showTenant }: Pick<Custodian, 'showTenant'>,
  { target, file, key }: { target: Target; file: ChosenFile; key: KeyInFile },
  { confirmation: { label, importInspected }, shared }: DialogWords,
): Question {
  return {
    ...importInspected,
    tenant: showTenant({ tenant: target.tenant }).tenant,
    facts: [
      { label: label.file, values: [file.name], mono: true },
      { label: label.kind, values: [shared.fileFormat(key.source)], mono: false },
      { label: label.key, values: key.kid === key.thumbprint ? [key.kid] : [key.kid, key.thumbprint], mono: true },
      { label: label.ring, values: [key.ring], mono: true },
      { label: label.as, values: [importInspected.state[target.as]], mono: false },
    ],
    grave: false,
    fields: [],
  };
}
