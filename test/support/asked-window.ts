// The window's calls over a whole custodian, with somebody who answers every question.
import type { Custodian } from '../../main/acts/custodian.ts';
import { confirmedHandlers } from '../../main/ipc/confirmation/confirmed-handlers.ts';
import type { FileDialogs } from '../../main/ipc/dialogs.ts';
import { createHandlers } from '../../main/ipc/handlers.ts';
import type { Kept } from '../../main/ipc/kept.ts';
import { createLookedInto } from '../../main/ipc/looked-into.ts';
import type { Question, Typed } from '../../main/ipc/question.ts';
import { answer, type Handlers } from '../../main/ipc/router.ts';
import { dialogWords } from '../../shared/words/words.ts';
import type { Channel } from '../../shared/channels.ts';
import type { Language } from '../../shared/language.ts';
import type { Desk } from './desk.ts';

interface Options {
  respond: (question: Question) => Promise<Typed | null>;
  language?: Language;
  now?: () => number;
  /** Handlers in the place of the product's. */
  instead?: (acts: Custodian) => Partial<Handlers>;
}

export interface AskedWindow {
  call(channel: Channel, args: object): ReturnType<typeof answer>;
  /** What was asked so far. */
  asked: Question[];
  /** As the window does when it locks. */
  forget(): void;
}

const refuse = async (): Promise<never> => {
  throw new Error('not expected');
};

export const noDialogs: FileDialogs = {
  chooseKeyFile: refuse,
  chooseKeyFiles: refuse,
  readDropped: refuse,
  readPasted: refuse,
  refresh: refuse,
  askPassphrase: refuse,
  chooseEntry: refuse,
  chooseFile: refuse,
  askCredential: refuse,
  newPassphrase: refuse,
  askVaultPassphrase: refuse,
  newVaultPassphrase: refuse,
  askSystem: null,
  chooseBackup: refuse,
  askShare: refuse,
  handOverSheet: refuse,
  ask: refuse,
  choosePlace: refuse,
  choosePicturedPlace: refuse,
  chooseProvenPlace: refuse,
  chooseRelease: refuse,
  showRelease: refuse,
  saveAllAs: refuse,
  showFolder: refuse,
  printed: refuse,
  saveAs: async () => null,
};

export function openWindow(
  { custodian }: Desk,
  { respond, language = 'en', now = () => 0, instead = () => ({}) }: Options,
): AskedWindow {
  const asked: Question[] = [];
  let forget = (): void => undefined;
  const handlers = confirmedHandlers({
    custodian,
    dialogs: {
      ...noDialogs,
      ask: async (question) => {
        asked.push(question);
        return respond(question);
      },
    },
    words: () => dialogWords(language),
    now,
    onLock: (given) => {
      forget = given;
    },
    handlers: (acts, asking, kept) => ({
      ...handlersOver(acts, asking, { language, kept }),
      ...instead(acts),
    }),
  });
  return { asked, forget: () => forget(), call: (channel, args) => answer(handlers, channel, args, noContext) };
}

const FACTS = {
  version: '',
  runtime: '',
  dataFolder: '',
  edition: 'product',
  custodyOf: 'product',
  formerFolder: null,
} as const;

/** The handlers of the real product over an officer's dialogs; preferences and clipboard refuse. */
export const handlersOver = (
  custodian: Custodian,
  dialogs: FileDialogs,
  {
    language = 'en',
    kept = { agreements: { agree: () => undefined }, looked: createLookedInto() },
  }: { language?: Language; kept?: Kept } = {},
) =>
  createHandlers(
    custodian,
    dialogs,
    { read: refuse, language: () => language, write: () => undefined } as never,
    { clipboard: { copy: refuse }, notices: refuse },
    FACTS,
    kept,
  );

/** A call that reports to nobody and is not stopped. */
export const noContext = {
  progress: () => undefined,
  sending: () => undefined,
  signal: new AbortController().signal,
  cancel: () => undefined,
};
