// A key ceremony on paper: the script beforehand, and the minutes afterwards. Pages that stand alone.
import type { StepKind } from '../../../domain/ceremony/steps.ts';
import type { StepProblem } from '../../../domain/ceremony/ceremony.ts';
import { actions } from '../audit/actions.ts';
import { count } from '../numbers.ts';
import { does } from './does.ts';
import { problems, roles, steps } from './steps.ts';

const ACTIONS: Readonly<Record<string, string>> = actions;

const kinds: Record<StepKind, string> = {
  said: 'said',
  check: 'the program looks',
  act: 'done',
  'read-back': 'read out, typed by the witness',
};

export const ceremonyPapers = {
  language: 'en',
  roles,
  steps,
  does,
  scriptTitle: (tenant: string) => `Script of a key ceremony: ${tenant}`,
  minutesTitle: (tenant: string) => `Minutes of a key ceremony: ${tenant}`,
  facts: {
    tenant: 'Tenant',
    domain: 'Domain',
    environment: 'Environment',
    ring: 'Key ring',
    algorithm: 'Algorithm',
    current: 'Current key',
    next: 'Next key before',
    place: 'Place',
    date: 'Date',
    begun: 'Begun',
    ended: 'Ended',
    id: 'Ceremony',
    device: 'Device',
    signedBy: 'Signed by the device',
    before: 'Anchor before',
    after: 'Anchor after',
    drawn: 'Script made at',
  },
  none: '–',
  utc: 'All times in UTC.',
  people: {
    title: 'Who takes part',
    heads: ['Part', 'Name', 'Signature'],
    means: 'Nobody has two parts. Who types what was read out looks at no screen while it is read.',
  },
  script: {
    title: 'Step by step',
    heads: ['No.', 'Who', 'What', 'Time', 'Initials'],
    command: (tenant: string) => `custodian ceremony step ${tenant}`,
    means:
      'The program leads through these steps and goes to the next one only when a step holds. Where something is gone past, the reason goes into the minutes. It may be stopped at any time and goes on where it was.',
    notes: 'Notes',
  },
  outcome: {
    closed: 'Every step was taken, or gone past with a reason.',
    abandoned: (reason: string) => `ABANDONED: ${reason}`,
    open: 'NOT CLOSED: these are the minutes so far.',
    counts: (done: number, deviated: number, failures: number) =>
      `${count(done, 'step', 'steps')} done, ${deviated} gone past, ${failures} tried without success.`,
  },
  minutes: {
    title: 'What was done',
    heads: ['No.', 'When', 'Step', 'Who', 'Outcome'],
    state: { done: 'done', deviated: 'GONE PAST', open: 'not done' },
    failures: (times: number, last: string) => `${times} × without success: ${last}`,
    kinds,
    reason: 'Reason',
  },
  notes: { title: 'Notes', heads: ['When', 'Note'], none: 'None.' },
  entries: {
    title: 'Every entry of the audit chain in this time',
    heads: ['No.', 'When', 'What', 'Subject', 'Who', 'Details'],
  },
  check: {
    title: 'How to check them',
    means:
      'This page is named, with its SHA-256, in minutes.json, which the device signed and which holds every entry of the audit chain from the first to the last of this ceremony. With Node.js, and with nothing of Key Custodian but the script verify-audit.mjs of its guide:',
    compare: 'Compare device and anchors with what was noted on paper.',
  },
  fact: {
    anchor: 'anchor',
    entry: 'entry',
    file: 'file',
    format: 'format',
    hash: 'hash of the preview',
    id: 'id',
    keys: 'keys',
    kid: 'kid',
    last: 'last backup',
    protection: 'protection',
    sha256: 'SHA-256',
    sound: 'sound',
    time: 'time',
    to: 'to',
    value: 'read and typed',
    warnings: 'warnings',
  } as Readonly<Record<string, string>>,
  problem: (problem: StepProblem): string => problems[problem],
  action: (action: string): string => ACTIONS[action] ?? action,
};
