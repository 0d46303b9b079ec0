// Why a step that is due does not end by being run: told from the facts, so that whoever looks at the plan later reads the same.
import type { Coded } from '../../problems/coded.ts';
import type { ProofStep } from '../evidence/proof.ts';
import type { Instant } from '../timing/instant.ts';

export interface StepProblems {
  /** It was sent, and the public set does not show it yet. */
  'not-seen': null;
  /** The tenant has no place for the next key: it waits until others leave. */
  'no-place': { kid: string };
  /** The newest proof failed at this step. */
  'not-proven': { kid: string; at: Instant; failed: ProofStep };
  /** What cannot be taken back wants a reason in a person's own words. */
  'wants-reason': null;
}

export type StepProblem = Coded<StepProblems>;
