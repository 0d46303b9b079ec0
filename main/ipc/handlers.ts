// What answers each call of the page. A use case answers for itself; what the desktop does, and what asks people in between,
// stands here. Files are chosen and read on this side, so the window never holds a key or a path.
import type { AppStatus, Notice } from '../../shared/acts/app.ts';
import type { z } from 'zod';
import { ACTS } from '../../shared/acts/acts.ts';
import type { Preferences } from '../../shared/app-info.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { UseCaseChannel } from '../acts/bound.ts';
import { callsOf, type Custodian } from '../acts/custodian.ts';
import { answerInDialogs, saveRequest, takeAnswer } from './approval-flow.ts';
import { acceptRegistry } from './acceptance-flow.ts';
import { acceptReply } from './certificate-flow.ts';
import { checked } from './checked.ts';
import { tenantFacts } from './confirmation/facts.ts';
import { plainPush } from './confirmation/publishing.ts';
import { convertInDialogs } from './convert-flow.ts';
import { compareInDialogs } from './compare-flow.ts';
import { saveBundle, takeReceipt } from './courier-flow.ts';
import { removeInDialogs, storeInDialogs } from './credentials-flow.ts';
import type { FileDialogs } from './dialogs.ts';
import { backUpInDialogs } from './backup-flow.ts';
import { reportInDialogs } from './evidence-flow.ts';
import { handOverInDialogs } from './hand-over-flow.ts';
import { importManyInDialogs } from './import-many-flow.ts';
import { importInDialogs } from './import-flow.ts';
import { inspectChosen, inspectDropped, inspectOpened, inspectPasted } from './inspect-flow.ts';
import { addAuthority, removeAuthority, setProxy, storeAccount } from './network-flow.ts';
import type { Kept } from './kept.ts';
import { drillInDialogs, lookInDialogs, restoreInDialogs } from './restore-flow.ts';
import type { CallContext, Handlers } from './router.ts';
import { saveOne } from './save-one.ts';
import { allowInDialogs, lookForReleaseInDialogs, takeInDialogs } from './update-flow.ts';
import { changeInDialogs, unlockInDialogs } from './vault-flow.ts';
import { type DialogWords, dialogWords } from '../../shared/words/words.ts';

/** The window's looks, wherever the desktop keeps them. */
export interface PreferenceStore {
  read(): Preferences;
  /** The language to speak: the chosen one, or the system's. */
  language(): Language;
  /** What is left out stays as it is. */
  write(change: ParsedArgsOf<'preferences.write'>): void;
  /** Whether a person allows it to ask for newer versions by itself. */
  allowReleases(allowed: boolean): void;
}

/** Where public text is copied to. */
export interface PublicClipboard {
  copy(text: string): Promise<void>;
}

/** What else the desktop lends. */
export interface Desktop {
  clipboard: PublicClipboard;
  /** What others made and is in this program. */
  notices(): Promise<readonly Notice[]>;
}

export function createHandlers(
  custodian: Custodian,
  dialogs: FileDialogs,
  preferences: PreferenceStore,
  desktop: Desktop,
  facts: Omit<AppStatus, 'vault' | 'seal' | 'registry' | 'sandbox' | 'auditHead' | 'clock' | 'releases'>,
  kept: Kept,
): Handlers {
  const words = (): DialogWords => dialogWords(preferences.language());
  return {
    ...useCases(custodian),
    'app.status': async () => ({
      ...facts,
      ...(await custodian.status()),
      releases: custodian.pinnedRelease().address,
    }),
    'app.openFolder': async () => {
      await dialogs.showFolder(facts.dataFolder);
      return null;
    },
    'app.notices': () => desktop.notices(),
    'preferences.read': () => preferences.read(),
    'preferences.write': (args) => {
      preferences.write(args);
      return null;
    },
    'clipboard.copy': async ({ text }) => {
      await desktop.clipboard.copy(text);
      return null;
    },
    'work.cancel': ({ call }, { cancel }) => {
      cancel(call);
      return null;
    },
    'file.inspect': () => inspectChosen(custodian, dialogs),
    'file.inspectDropped': () => inspectDropped(custodian, dialogs),
    'file.inspectPasted': () => inspectPasted(custodian, dialogs),
    'file.inspectOpened': () => inspectOpened(custodian, dialogs),
    'file.compare': () => compareInDialogs(custodian, dialogs, words()),
    'file.convert': (args) => convertInDialogs(custodian, dialogs, args),
    'key.import': (args) => importInDialogs(custodian, dialogs, args, words()),
    'key.importMany': (args, context) => importManyInDialogs(custodian, dialogs, args, words(), context),
    'certificate.request': async (args) => saveOne(dialogs, await custodian.requestCertificate(args)),
    'certificate.accept': (args) => acceptReply(custodian, dialogs, args, words()),
    'consumer.export': async (args) => {
      const { file, kids } = await custodian.exportForConsumer(args);
      return saveOne(dialogs, file, (saved) =>
        custodian.recordConsumerExport(args, { kids, file: { ...file, ...saved } }),
      );
    },
    'fleet.calendar': (args) =>
      saveOne(dialogs, {
        fileName: 'key-custodian.ics',
        bytes: Buffer.from(custodian.dueCalendar(args), 'utf8'),
      }),
    'export.save': async (args) => {
      const file = await custodian.exportFile(args);
      return saveOne(dialogs, file, (saved) =>
        custodian.recordExport(args.tenant, args.kid ?? null, { ...file, ...saved }),
      );
    },
    'export.all': ({ tenant, as }, { signal, progress }) =>
      custodian.exportAll(tenant, (folder) => {
        const written = (count: number): void => progress(count, folder.count, words().progress.writing);
        return dialogs.saveAllAs(as, folder, { signal, written });
      }),
    'export.private': (args) => handOverInDialogs(custodian, dialogs, args, words()),
    'vault.passphrase': (args, { progress }) => changeInDialogs(custodian, dialogs, args, words(), progress),
    'vault.unlock': () => unlockInDialogs(custodian, dialogs),
    'vault.lock': () => {
      custodian.vault.lock();
      return null;
    },
    'backup.create': (args) =>
      backUpInDialogs(custodian, dialogs, args, { words: words(), language: preferences.language() }),
    'backup.drill': (args, context) => drillInDialogs(custodian, dialogs, args, { context, words: words() }),
    'backup.look': (args, context) =>
      lookInDialogs(custodian, dialogs, args, { context, words: words(), looked: kept.looked }),
    'backup.restore': (args, context) =>
      restoreInDialogs(custodian, dialogs, args, { context, words: words(), looked: kept.looked }),
    'credentials.store': (args) => storeInDialogs(custodian, dialogs, args, words()),
    'credentials.remove': ({ tenant }) => removeInDialogs(custodian, dialogs, tenant, words()),
    'publish.push': (args, context) =>
      custodian.pushPublication(args, {
        ...context,
        progress: (step, of, label) => context.progress(step, of, spoken(words().progress, label)),
      }),
    'publish.agree': ({ pushes }) => {
      kept.agreements.agree(
        pushes.map((one) => ({ args: plainPush(one), tenant: tenantFacts(custodian, one.tenant) })),
      );
      return null;
    },
    'publish.verify': (args, { progress, signal }) =>
      custodian.provePublication(args, {
        signal,
        waiting: (wait) => progress(wait.passed, wait.limit, words().publicWait(wait)),
      }),
    'evidence.save': async (args) => saveOne(dialogs, await custodian.evidenceFile(args)),
    'bundle.save': (args) => saveBundle(custodian, dialogs, args),
    'receipt.accept': (args) => takeReceipt(custodian, dialogs, args, words()),
    'remote.export': async (args, { signal }) => {
      const file = await custodian.exportOwnKeys(args, { signal });
      return saveOne(dialogs, file, (saved) => custodian.recordOwnExport(args.tenant, { ...file, ...saved }));
    },
    'network.addAuthority': () => addAuthority(custodian, dialogs, words()),
    'network.removeAuthority': ({ sha256 }) => removeAuthority(custodian, dialogs, sha256, words()),
    'network.setProxy': (args) => setProxy(custodian, dialogs, args, words()),
    'network.storeAccount': (args) => storeAccount(custodian, dialogs, args, words()),
    'audit.export': async () => {
      const { bytes, entries, signed } = await custodian.exportAudit();
      const file = { fileName: 'key-custodian-audit.jsonl', bytes };
      const saved = await saveOne(dialogs, file, (made) => custodian.recordAuditExport({ ...made, entries, signed }));
      return saved && { ...saved, entries, signed };
    },
    'approval.save': (args) => saveRequest(custodian, dialogs, args),
    'approval.take': (args) => takeAnswer(custodian, dialogs, args, words()),
    'approval.answer': (args) => answerInDialogs(custodian, dialogs, args, words()),
    'evidence.report': (args) => reportInDialogs(custodian, dialogs, args, words()),
    'update.look': (_args, context) => lookForReleaseInDialogs(custodian, dialogs, preferences, words(), context),
    'update.take': () => takeInDialogs(custodian, dialogs, words()),
    'update.show': async () => {
      await dialogs.showRelease();
      return null;
    },
    'update.allow': ({ allowed }) => allowInDialogs(custodian, dialogs, preferences, words(), allowed),
    'audit.accept': () => acceptRegistry(custodian, dialogs, words()),
  };
}

/** What the page said is held against what the act takes, where the officer was to say the rest. */
function useCases(custodian: Custodian): Pick<Handlers, UseCaseChannel> {
  const calls = Object.entries<unknown>(callsOf(custodian)).map(([channel, call]) => [
    channel,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- bound to this channel, and given what its schema let pass
    (args: object, context: CallContext) => (call as AnyCall)(whole(channel as UseCaseChannel, args), context),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each channel that is bound
  return Object.fromEntries(calls) as Pick<Handlers, UseCaseChannel>;
}

type AnyCall = (args: unknown, work: CallContext) => unknown;

function whole(channel: UseCaseChannel, said: object): unknown {
  const { args, page }: { args: z.ZodType; page: z.ZodType } = ACTS[channel];
  if (page === args) {
    return said;
  }
  const { overriding: _wish, ...rest } = { overriding: undefined, ...said };
  return checked(args, rest);
}

/** The steps that core tells by name, in the language of the window. */
const spoken = (words: Readonly<Record<string, string>>, label: string): string => words[label] ?? label;
