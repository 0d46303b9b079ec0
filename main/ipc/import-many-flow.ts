// Importing many keys from the window: the files are chosen and read, their passphrases asked for, and the one yes given on this
// side of the border. The page learns what became of each key.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { BulkPlan, BulkReport, BulkRow } from '../../shared/domain/key-ring/bulk-import.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import { type BulkFile, takesIn } from '../acts/keys/import-many.ts';
import { overwriteFile } from '../acts/keys/file-secrets.ts';
import { secondOfficerFact } from './confirmation/second-officer.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';
import type { CallContext } from './router.ts';

type Dialogs = Pick<FileDialogs, 'chooseKeyFiles' | 'askPassphrase' | 'ask'>;
type Keeper = Pick<Custodian, 'planMany' | 'importMany' | 'showTenant' | 'secondWanted' | 'approvalsBrought'>;

/** `null` when the person said no or chose no file; nothing was changed then. */
export async function importManyInDialogs(
  custodian: Keeper,
  dialogs: Dialogs,
  args: ParsedArgsOf<'key.importMany'>,
  words: DialogWords,
  { signal, progress }: Pick<CallContext, 'signal' | 'progress'>,
): Promise<BulkReport | null> {
  const chosen = await dialogs.chooseKeyFiles();
  if (chosen === null) {
    return null;
  }
  const files: BulkFile[] = named(chosen).map(({ name, bytes }) => ({ name, bytes, secrets: { passphrase: null } }));
  try {
    const plan = await planned(custodian, dialogs, args, files, { signal, progress });
    const isNothing = plan.rows.every(({ goes }) => goes === null);
    if (!isNothing && (await dialogs.ask(questionAbout(custodian, plan, words), signal)) === null) {
      return null;
    }
    return await custodian.importMany(args, files, plan, { signal, progress });
  } finally {
    files.forEach(({ bytes, secrets }) => overwriteFile(bytes, secrets));
  }
}

/** Two files of one name are told apart. */
function named<F extends { name: string }>(files: readonly F[]): F[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let { name } = file;
    for (let count = 2; taken.has(name); count += 1) {
      name = `${file.name} (${count})`;
    }
    taken.add(name);
    return { ...file, name };
  });
}

/** Asks for the passphrase of each file that wants one; a person who closes the dialog leaves that file out. */
async function planned(
  { planMany }: Keeper,
  dialogs: Dialogs,
  args: ParsedArgsOf<'key.importMany'>,
  files: readonly BulkFile[],
  work: Pick<CallContext, 'signal' | 'progress'>,
): Promise<BulkPlan> {
  const givenUp = new Set<string>();
  for (;;) {
    const plan = await planMany(args, files, work);
    const closed = plan.rows.find((row) => wantsPassphrase(row) && !givenUp.has(row.file));
    const file = files.find(({ name }) => name === closed?.file);
    if (file === undefined) {
      return plan;
    }
    const typed = await dialogs.askPassphrase(file.name, file.secrets.passphrase !== null);
    file.secrets.passphrase?.fill(0);
    file.secrets.passphrase = typed;
    if (typed === null) {
      givenUp.add(file.name);
    }
  }
}

const wantsPassphrase = ({ why }: BulkRow): boolean =>
  why?.code === 'refused' && ['KEY_ENCRYPTED', 'KEY_PASSPHRASE_WRONG'].includes(why.error.code);

function questionAbout(custodian: Keeper, plan: BulkPlan, words: DialogWords): Question {
  const {
    importMany,
    shared: { bulkImport: said },
  } = words;
  // The page does not know which keys take a place.
  const second = { act: 'key.importMany', args: { tenant: plan.tenant, takes: takesIn(plan.rows) } } as const;
  const lines = (wanted: boolean): string[] =>
    plan.rows
      .filter(({ goes }) => (goes !== null) === wanted)
      .map((row) => {
        const { file, goes, why } = row;
        const end = goes !== null ? said.goes(goes) : why === null ? '' : said.refusal(why);
        return [file, said.what(row), end].filter((part) => part !== '').join(' · ');
      });
  const facts = [
    { label: said.goingTitle, values: lines(true), mono: false },
    { label: said.staysTitle, values: lines(false), mono: false },
  ];
  return {
    title: importMany.title,
    means: `${said.planned(plan)} ${importMany.means}`,
    yes: importMany.yes,
    tenant: custodian.showTenant({ tenant: plan.tenant }).tenant,
    facts: [...facts.filter(({ values }) => values.length > 0), ...secondOfficerFact(custodian, [second], words)],
    grave: false,
    fields: [],
  };
}
