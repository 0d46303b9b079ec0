// A rotation as an object: one concrete pair of keys, one of the two orders, and the waits that the policy asks for.
// It can be hashed, shown with dates before anything is done, rehearsed elsewhere, and run step by step.
import type { ApprovalPlace } from '../approval.ts';
import type { BitesReading, ClockPart } from '../timing/key-clocks.ts';
import type { StepProblem } from './step-problem.ts';
import type { Instant } from '../timing/instant.ts';

export const PLAN_ORDERS = ['apps-first', 'rotate-first'] as const;

/** Who moves first: the applications that hold the certificate by hand, or the ring. */
export type PlanOrder = (typeof PLAN_ORDERS)[number];

/** Every member is part of the hash; dates are not, so that a plan survives waiting but not another key or policy. */
export interface RotationPlan {
  /** Whose plan it is, and where it publishes: part of the hash. */
  place: ApprovalPlace;
  tenantId: string;
  ringId: string;
  order: PlanOrder;
  /** kid of the key that is replaced. */
  from: string;
  /** kid of the key that takes over. */
  to: string;
  waits: {
    verifierCacheSeconds: number;
    tokenLifetimeSeconds: number;
    clockSkewSeconds: number;
    safetySeconds: number;
  };
  /** False when neither policy nor register asks for one: the steps are listed but stop nobody. */
  confirmConsumers: boolean;
  /** False for a ring that the tenant cannot publish. */
  published: boolean;
}

export type StepKind =
  /** Push, so that the next key is public and seen outside. */
  | 'publish'
  /** Give the new certificate to the consumers that hold it by hand. */
  | 'hand-out'
  /** A person says that they have it. */
  | 'confirm-consumers'
  /** Until verifiers know the new key. */
  | 'wait-ready'
  | 'rotate'
  /** Push again: the new current key first, and its successor. */
  | 'publish-after'
  /** A probe token of the new key, verified from outside. */
  | 'prove'
  /** The consumers say that they need the old key no more. Only where some hold keys by hand. */
  | 'let-go'
  /** Until the last token of the old key has ended. */
  | 'wait-safe'
  | 'revoke'
  /** Push without the old key and see that it is gone. */
  | 'publish-without'
  | 'prove-again';

export type StepState =
  /** A fact shows it. */
  | 'done'
  /** A later rotation or revocation was made without it, by override or outside the plan. */
  | 'passed'
  | 'not-needed'
  /** Can be done now. */
  | 'due'
  /** Time alone will do it, at `until`. */
  | 'waiting'
  /** Needs a person. */
  | 'person'
  /** Needs the step `blockedBy` first. */
  | 'blocked';

/** A registered consumer that holds keys by hand, at a step that is about it. */
export interface StepConsumer {
  name: string;
  /** Since when the step is done for it; `null` while it is not. */
  at: Instant | null;
}

export interface PlanStep {
  kind: StepKind;
  state: StepState;
  /** When it was done, as far as the facts tell; else when it can be at the earliest if nobody loses time. */
  at: Instant | null;
  /** End of a wait that runs. */
  until: Instant | null;
  /** The sum behind a wait; empty for other steps. */
  parts: ClockPart[];
  blockedBy: StepKind | null;
  /** Why doing it does not end it; `null` unless the step is due. */
  problem: StepProblem | null;
  /** True when the push was made and confirmed, and only the view from outside is missing. */
  sent: boolean;
  /** The policy's date for a rotation or revocation (announceDays, keepDays): later than the clock asks, and only advice. */
  advisedAt: Instant | null;
  /** Empty where the step is about nobody in the register. */
  consumers: StepConsumer[];
  /** The ring's part of the public set around this step, in publishing order; `null` stands for a key not made yet. */
  kidsBefore: (string | null)[];
  kidsAfter: (string | null)[];
}

export interface PlanView {
  plan: RotationPlan;
  hash: string;
  steps: PlanStep[];
  complete: boolean;
  /** When the last step was done, or can be at the earliest. */
  endsAt: Instant | null;
  /** When the revocation has reached every verifier, foreseen or known. */
  bites: BitesReading;
}

/** A plan that was run to its end: what counts as a rehearsal. */
export interface CompletedPlan {
  tenantId: string;
  order: PlanOrder;
  hash: string;
  at: Instant;
}

/** Nothing is left to do for the step. Once settled, a step stays so as long as no fact is taken back. */
export function isSettled(state: StepState): boolean {
  return state === 'done' || state === 'passed' || state === 'not-needed';
}
