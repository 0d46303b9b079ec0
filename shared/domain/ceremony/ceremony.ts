// A key ceremony as the audit chain holds it. Nothing else is kept of one: whatever stopped in the middle, where it stands is
// read from the entries, and the minutes are these entries.
import { z } from 'zod';
import { nameSchema, reasonSchema } from '../../fields.ts';
import type { ChainHead } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Instant } from '../timing/instant.ts';
import { peopleSchema } from './people.ts';
import { type KnownFacts, STEP_NAMES, type StepFacts, type StepName } from './steps.ts';

export const CEREMONY_ACTIONS = {
  begun: 'ceremony.begun',
  done: 'ceremony.step-done',
  failed: 'ceremony.step-failed',
  deviated: 'ceremony.deviated',
  noted: 'ceremony.noted',
  closed: 'ceremony.closed',
  abandoned: 'ceremony.abandoned',
} as const;

export const planSchema = z.strictObject({
  tenant: nameSchema,
  ring: nameSchema.default('default'),
  /** Where it is held. */
  place: nameSchema,
  /** Whether a copy of the private key is handed over in it. */
  handOver: z.boolean().default(false),
  people: peopleSchema,
});
export type CeremonyPlan = z.output<typeof planSchema>;

export const noteSchema = z.strictObject({ tenant: nameSchema, text: reasonSchema });
export const reasonedSchema = z.strictObject({ tenant: nameSchema, reason: reasonSchema });
export const stepSchema = z.strictObject({ readBack: z.string().max(500).optional() });

/** Why a step is not done. */
export const STEP_PROBLEMS = [
  'not-done',
  'not-read',
  'read-back',
  'clock',
  'alarms',
  'chain',
  'unsaved',
  'not-in-backup',
  'no-key',
  'no-backup',
  'not-wanted',
  'set-refused',
] as const;
export type StepProblem = (typeof STEP_PROBLEMS)[number];

/** Nobody tried yet: that is no failure, and not counted. */
export const isUntried = (problem: StepProblem): boolean => problem === 'not-done' || problem === 'not-read';

export interface CeremonyStep {
  step: StepName;
  state: 'done' | 'deviated' | 'open';
  /** When it was done or gone past; `null` while it is open. */
  at: Instant | null;
  facts: StepFacts;
  /** Why it was gone past. */
  reason: string | null;
  /** How often it was tried and did not hold, and of what. */
  failures: StepProblem[];
}

export interface Ceremony extends CeremonyPlan {
  id: string;
  /** The entry that begins it, and the one before that. */
  begun: ChainHead & { at: Instant };
  before: ChainHead;
  steps: CeremonyStep[];
  notes: { at: Instant; text: string }[];
  /** The entry that ends it; `null` while it is open. */
  ended: (ChainHead & { at: Instant; how: 'closed' | 'abandoned'; reason: string | null }) | null;
}

const stepName = z.enum(STEP_NAMES);
const begunDetails = planSchema.omit({ tenant: true }).extend({ id: z.string(), steps: z.array(stepName) });
const doneDetails = z.object({ step: stepName, facts: z.record(z.string(), z.union([z.string(), z.number()])) });
const failedDetails = z.object({ step: stepName, problem: z.enum(STEP_PROBLEMS) });
const deviatedDetails = z.object({ step: stepName, reason: z.string() });

/** The newest one in `entries` of a tenant, oldest first; `null` where there is none. `tenant`: its name of today. */
export function newestCeremony(entries: readonly AuditEntry[], tenant: string): Ceremony | null {
  const first = entries.findLast(({ action }) => action === CEREMONY_ACTIONS.begun);
  const plan = begunDetails.safeParse(first?.details);
  if (first === undefined || !plan.success) {
    return null;
  }
  const { steps, ...told } = plan.data;
  const { seq, hash, at, previousHash } = first;
  const ceremony: Ceremony = {
    ...told,
    tenant,
    begun: { seq, hash, at },
    before: { seq: seq - 1, hash: previousHash },
    steps: steps.map((step) => ({ step, state: 'open', at: null, facts: {}, reason: null, failures: [] })),
    notes: [],
    ended: null,
  };
  entries
    .filter((entry) => entry.seq > seq && entry.details['id'] === told.id)
    .forEach((entry) => {
      happened(ceremony, entry);
    });
  return ceremony;
}

function happened(ceremony: Ceremony, { action, at, seq, hash, details }: AuditEntry): void {
  const of = (name: StepName) => ceremony.steps.filter(({ step }) => step === name);
  switch (action) {
    case CEREMONY_ACTIONS.done: {
      const { step, facts } = doneDetails.parse(details);
      of(step).forEach((one) => Object.assign(one, { state: 'done', at, facts }));
      break;
    }
    case CEREMONY_ACTIONS.failed: {
      const { step, problem } = failedDetails.parse(details);
      of(step).forEach(({ failures }) => failures.push(problem));
      break;
    }
    case CEREMONY_ACTIONS.deviated: {
      const { step, reason } = deviatedDetails.parse(details);
      of(step).forEach((one) => Object.assign(one, { state: 'deviated', at, reason }));
      break;
    }
    case CEREMONY_ACTIONS.noted:
      ceremony.notes.push({ at, text: textOf(details['text']) ?? '' });
      break;
    case CEREMONY_ACTIONS.closed:
    case CEREMONY_ACTIONS.abandoned: {
      const how = action === CEREMONY_ACTIONS.closed ? 'closed' : 'abandoned';
      ceremony.ended = { seq, hash, at, how, reason: textOf(details['reason']) };
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `null` when all are behind it, or it ended. */
export const nextStep = ({ steps, ended }: Ceremony): StepName | null =>
  ended === null ? (steps.find(({ state }) => state === 'open')?.step ?? null) : null;

/** The entries since the step before the next one ended: what was done before its turn does not count. `since`: its begin. */
export const sinceItsTurn = (since: readonly AuditEntry[], id: string): readonly AuditEntry[] =>
  since.slice(since.findLastIndex(({ action, details }) => details['id'] === id && ENDS_STEP.has(action)) + 1);

const ENDS_STEP: ReadonlySet<string> = new Set([CEREMONY_ACTIONS.done, CEREMONY_ACTIONS.deviated]);

/** What the steps so far found. `next`: of the ring, which it is about where none was made in it. */
export function knownIn({ tenant, ring, steps }: Ceremony, next: string | null): KnownFacts {
  const fact = (step: StepName, name: string): string | null =>
    textOf(steps.find((one) => one.step === step)?.facts[name]);
  return { tenant, ring, kid: fact('generate', 'kid') ?? next, backup: fact('backup', 'id') };
}

/** People have to be able to see at a glance whether it went as it was written. */
export const countsOf = ({ steps }: Ceremony): { done: number; deviated: number; failures: number } => ({
  done: steps.filter(({ state }) => state === 'done').length,
  deviated: steps.filter(({ state }) => state === 'deviated').length,
  failures: steps.reduce((sum, { failures }) => sum + failures.length, 0),
});
