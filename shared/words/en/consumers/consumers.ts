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
    question: `Is ${key} installed there?`,
    questionToAll: `Is ${key} installed at each of them?`,
    verb: 'Yes, installed',
    said: `has ${key}`,
    means: `Confirm when ${key} is installed there. A consumer without it rejects every token that it signs.`,
  }),
  'let-go': (key) => ({
    question: `Has it removed ${key}?`,
    questionToAll: `Has each of them removed ${key}?`,
    verb: 'Yes, removed',
    said: `has removed ${key}`,
    means: `Confirm when ${key} is removed there, or is no longer used. It can be revoked when all have removed it.`,
  }),
};

const note = {
  'handed-out': <Kid>(kid: Kid) => phrase`was given ${kid}`,
  has: <Kid>(kid: Kid) => phrase`has ${kid}`,
  'let-go': <Kid>(kid: Kid) => phrase`has removed ${kid}`,
} satisfies Record<ConsumerNote['kind'], unknown>;

export const consumers = {
  title: 'Consumers',
  lead: 'Who verifies the tokens of this tenant. Waits follow the slowest cache among them; those with manually installed keys are asked.',
  register: 'Register a consumer…',
  nobody: 'Nobody is registered yet',
  /** What the register is for, while it is empty. */
  purpose:
    'Write down who verifies your tokens: gateways, applications, partners. Rotations then wait for the slowest cache among them, and revocations for everybody who installs keys manually.',
  toConfirm: 'Still to confirm',
  asks: 'A key signs when everybody here has it, and is revoked when everybody here has removed it.',
  nobodyOpen: 'Nobody has anything to confirm.',
  registerTitle: 'Register',
  answer,
  note,
  open: {
    table: 'Answers that are missing',
    consumer: 'Consumer',
    file: 'File',
    answer: 'Answer',
    asked: { has: 'Installed?', 'let-go': 'Removed?' } satisfies Record<ConsumerAnswer, string>,
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
    acts: 'Actions',
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
    name: { label: 'Name', description: 'Display name.' },
    contact: {
      label: 'Contact',
      description: 'Whom to ask, and how.',
      placeholder: 'e.g. portal team, +49 30 555 0100',
    },
    cache: {
      label: 'Keeps a key set',
      description: 'Only when it was set there. Blank: the default of the product.',
    },
    format: {
      label: 'File format',
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
    working: 'Saving',
    done: (name: string) => `Registered ${name}`,
  },
  edit: {
    title: (name: string) => `Change ${name}`,
    working: 'Saving',
    done: (name: string) => `Saved ${name}`,
    nobodyAsks: 'It will no longer be asked for confirmations.',
    onlyCache: 'Rotations and revocations will only wait for its cache.',
  },
  remove: {
    title: (name: string) => `Remove ${name} from the register?`,
    verb: 'Remove consumer',
    working: 'Removing it',
    done: (name: string) => `Removed ${name}`,
    pinned:
      'Rotations and revocations will no longer wait for its answers, also those that it has not given yet. Remove it when it verifies no tokens of this tenant. What it confirmed stays in the audit log.',
    fetching:
      'Rotations will no longer wait for its cache. Remove it when it verifies no tokens of this tenant. What it confirmed stays in the audit log.',
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
      'Confirm when everybody who installs the certificate manually has the new one: pinned certificates, SAML service providers, inline key sets, firmware. A consumer without it rejects tokens after the rotation.',
    recordedFor: (names: string) => `It is recorded for each of them: ${names}.`,
  },
};
