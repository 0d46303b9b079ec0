// The register of consumers: who verifies, what each was asked, and what it said.
import type { ConsumerAnswer, ConsumerNote } from '../../../domain/consumers/consumer.ts';
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

/** `key` as the officer sees it on the screen. */
const answer: Record<
  ConsumerAnswer,
  (key: string) => {
    /** The question, as it is put to the consumer. */
    question: string;
    /** The same to more than one. */
    questionToAll: string;
    /** On the button that records it. */
    verb: string;
    /** After its name. */
    said: string;
    means: string;
  }
> = {
  has: (key) => ({
    question: `Does it have ${key} in place?`,
    questionToAll: `Does each of them have ${key} in place?`,
    verb: 'Yes, it has it',
    said: `has ${key}`,
    means: `Confirm when ${key} is in place there. Whoever has not got it refuses every token that it signs.`,
  }),
  'let-go': (key) => ({
    question: `Does it need ${key} no more?`,
    questionToAll: `Does each of them need ${key} no more?`,
    verb: 'It needs it no more',
    said: `needs ${key} no more`,
    means: `Confirm when ${key} is taken out there, or is not used any more. It can be revoked when all have let it go.`,
  }),
};

const note = {
  'handed-out': <Kid>(kid: Kid) => phrase`was given ${kid}`,
  has: <Kid>(kid: Kid) => phrase`has ${kid}`,
  'let-go': <Kid>(kid: Kid) => phrase`needs no more ${kid}`,
} satisfies Record<ConsumerNote['kind'], unknown>;

export const consumers = {
  title: 'Consumers',
  lead: 'Who verifies the tokens of this tenant. The slowest cache among them is waited for; those that hold keys by hand are asked.',
  register: 'Register a consumer…',
  nobody: 'Nobody is registered yet',
  /** What the register is for, while it is empty. */
  purpose:
    'Write down who verifies your tokens: gateways, applications, partners. Rotations then wait for the slowest cache among them, and revocations for everybody who holds a key by hand.',
  toConfirm: 'Still to confirm',
  asks: 'A key signs when everybody here has it, and is revoked when everybody here has let it go.',
  nobodyOpen: 'Nobody has anything to confirm.',
  registerTitle: 'Register',
  answer,
  note,
  open: {
    table: 'Answers that are missing',
    consumer: 'Consumer',
    file: 'File',
    answer: 'Answer',
    asked: { has: 'Has it in place?', 'let-go': 'Needs it no more?' } satisfies Record<ConsumerAnswer, string>,
    stateOf: (state: string, ring: string) => `${state} of ${ring}`,
    given: <At>(at: At) => phrase`given ${at}`,
    notGiven: 'not given yet',
    confirm: 'Confirm…',
    confirmOf: (consumer: string, said: string) => `Confirm… ${consumer} ${said}`,
    aboutKey: (question: string, kid: string) => `${question} ${kid}`,
    missing: (answers: number) => count(answers, 'answer missing', 'answers missing'),
    confirmAll: 'Confirm for all…',
    confirmAllOf: (said: string) => `Confirm for all… ${said}`,
  },
  table: {
    caption: 'The register',
    verifiesWith: 'Verifies with',
    rings: 'Rings',
    lastWord: 'Last word',
    acts: 'Acts',
    keeps: (span: string) => `keeps keys ${span}`,
    keepsUntilReplaced: 'keeps keys until a person replaces them',
    allRings: 'all',
    fetches: 'fetches the set',
    edit: 'Edit…',
    editOf: (name: string) => `Edit… ${name}`,
    removeOf: (name: string) => `Remove… ${name}`,
    noWord: 'none',
    saidBy: <At>(at: At, by: string) => phrase`${at}, by ${by}`,
  },
  fields: {
    name: { label: 'Name', description: 'How you call it here.' },
    contact: {
      label: 'Contact',
      description: 'Whom to ask, and how.',
      placeholder: 'e.g. portal team, +49 30 555 0100',
    },
    cache: {
      label: 'Keeps a key set',
      description: 'Only when it was set there. Blank: as the product does by itself.',
    },
    format: {
      label: 'File that it takes',
      none: 'None: it fetches the published set',
      noneMeans: 'None is saved for it.',
    },
    note: { label: 'Note', description: 'What else is worth knowing when a key changes.' },
    rings: {
      label: 'Rings whose tokens it verifies',
      description: 'None chosen: all, also those that will be added.',
    },
  },
  add: {
    title: (tenant: string) => `Register a consumer of ${tenant}`,
    verb: 'Register',
    working: 'Writing it down',
    done: (name: string) => `Registered ${name}`,
  },
  edit: {
    title: (name: string) => `Change ${name}`,
    working: 'Saving',
    done: (name: string) => `Saved ${name}`,
    nobodyAsks: 'Nobody will ask it for confirmations any more.',
    onlyCache: 'Rotations and revocations will only wait for its cache.',
  },
  remove: {
    title: (name: string) => `Remove ${name} from the register?`,
    verb: 'Remove consumer',
    working: 'Removing it',
    done: (name: string) => `Removed ${name}`,
    pinned:
      'Rotations and revocations will not wait for its answers any more, also those that it has not given yet. Remove it when it verifies no tokens of this tenant. What it confirmed stays in the audit log.',
    fetching:
      'Its cache will not be waited for any more. Remove it when it verifies no tokens of this tenant. What it confirmed stays in the audit log.',
  },
  file: {
    save: 'Save its file…',
    saveFor: (consumer: string) => `Save its file… for ${consumer}`,
    saved: (file: string, consumer: string) => `Saved ${file} for ${consumer}`,
  },
  confirm: {
    /** `said` about a key by those that are named. */
    done: (names: string, said: string) => `Confirmed: ${names} ${said}`,
    titleOf: (consumer: string, question: string) => `${consumer}: ${question}`,
    allOfThem: 'Yes, all of them',
    working: 'Recording the confirmation',
    contact: (contact: string) => `Contact: ${contact}`,
    underYourName: 'Your confirmation goes into the audit log under your name.',
  },
  confirmAll: {
    title: (kid: string) => `Do all consumers have ${kid}?`,
    verb: 'Yes, they have it',
    done: (kid: string) => `Confirmed: consumers have ${kid}`,
    means:
      'Confirm when everybody who holds the certificate by hand has put the new one in place: pinned certificates, SAML service providers, inline key sets, firmware. Whoever has not refuses tokens after the rotation.',
    recordedFor: (names: string) => `It is recorded for each of them: ${names}.`,
  },
};
