// The script of a key ceremony: what is done, in which order, by whom, and what each step wants. It orders acts that there are;
// it has none of its own. One table, which the printed script, the run and the minutes are made from.
import { sameName } from '../names.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Role } from './people.ts';

/**
 * `said`: people agree on something; `check`: the program looks; `act`: somebody does an act of this program, and the audit
 * chain shows it; `read-back`: one reads out what the program shows, another types what they heard.
 */
export type StepKind = 'said' | 'check' | 'act' | 'read-back';

interface Row {
  kind: StepKind;
  /** Who does it, or reads out. */
  by: Role;
  /** Who types what was read out. */
  heard?: Role;
  /** Only where it was asked for. */
  optional?: boolean;
}

const STEPS = {
  people: { kind: 'said', by: 'administrator' },
  clock: { kind: 'check', by: 'witness' },
  machine: { kind: 'check', by: 'custodian' },
  chain: { kind: 'check', by: 'auditor' },
  'read-device': { kind: 'read-back', by: 'administrator', heard: 'witness' },
  'saved-before': { kind: 'check', by: 'custodian' },
  generate: { kind: 'act', by: 'custodian' },
  'read-kid': { kind: 'read-back', by: 'custodian', heard: 'witness' },
  'read-certificate': { kind: 'read-back', by: 'custodian', heard: 'witness' },
  backup: { kind: 'act', by: 'custodian' },
  'read-backup': { kind: 'read-back', by: 'custodian', heard: 'witness' },
  drill: { kind: 'act', by: 'custodian' },
  'hand-over': { kind: 'act', by: 'custodian', optional: true },
  preview: { kind: 'check', by: 'custodian' },
} as const satisfies Record<string, Row>;

export type StepName = keyof typeof STEPS;
const isStep = (name: string): name is StepName => Object.hasOwn(STEPS, name);
export const STEP_NAMES: readonly StepName[] = Object.keys(STEPS).filter(isStep);

export const stepRow = (step: StepName): Row => STEPS[step];

/** With the steps that stand in a ceremony only where it was asked for. */
export const scriptOf = ({ handOver }: { handOver: boolean }): StepName[] =>
  STEP_NAMES.filter((step) => handOver || stepRow(step).optional !== true);

/** What a step found out or left behind, by its name: public facts. */
export type StepFacts = Readonly<Record<string, string | number>>;

/** What is known so far from the steps before. */
export interface KnownFacts {
  tenant: string;
  ring: string;
  /** Of the key that the ceremony is about; `null` before there is one. */
  kid: string | null;
  /** Of the backup that was made in it; `null` before there is one. */
  backup: string | null;
}

/**
 * The act of a step as the chain shows it; `null` where it is not done yet. `since`: the entries since the step before it of
 * the same ceremony, oldest first, so that nothing done before its turn counts.
 */
export function actShown(step: StepName, since: readonly AuditEntry[], known: KnownFacts): StepFacts | null {
  const act = ACTS[step];
  if (act === undefined) {
    return null;
  }
  const found = since.findLast((entry) => act.isIn(entry, known));
  return found === undefined ? null : { entry: found.seq, ...textsIn(found, act.facts) };
}

const textsIn = ({ details }: AuditEntry, names: readonly string[]): StepFacts =>
  Object.fromEntries(names.flatMap((name) => (typeof details[name] === 'string' ? [[name, details[name]]] : [])));

interface ShownAct {
  isIn: (entry: AuditEntry, known: KnownFacts) => boolean;
  /** The details of its entry that are facts of the step. */
  facts: readonly string[];
}

const ACTS: Partial<Record<StepName, ShownAct>> = {
  generate: {
    isIn: ({ action, subject }, { tenant, ring }) =>
      action === 'key.generated' && sameName(subject, `${tenant}/${ring}`),
    facts: ['kid'],
  },
  backup: { isIn: ({ action }) => action === 'backup.made', facts: ['id', 'file', 'sha256', 'protection'] },
  drill: {
    isIn: ({ action, details }, { backup }) =>
      action === 'backup.drilled' && details['outcome'] === 'passed' && details['backup'] === backup,
    facts: ['file'],
  },
  'hand-over': {
    isIn: ({ action, details }, { kid }) => action === 'key.handed-over' && details['kid'] === kid,
    facts: ['to', 'format'],
  },
};
