// Why a step of a plan does not end yet: codes -> what a person reads.
import { proofStepIn } from '../proof.ts';
import { proofFactWords } from './proof.ts';
import type { StepProblem, StepProblems } from '../../domain/plan/step-problem.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const stepProblems: CodedWords<StepProblems> = {
  'not-seen': 'it was sent, and the public set does not show it yet',
  'no-place': ({ kid }) =>
    `${kid} waits for a key slot in the tenant’s set. Revoke a previous key, retire a ring or remove a foreign key`,
  'not-proven': ({ kid, failed }) => `the last proof of ${kid} failed: ${proofStepIn(proofFactWords)(failed)}`,
  'wants-reason': 'what cannot be undone needs a reason in your own words',
};

/** Completes “It does not end, because …”. */
export const stepProblem: (problem: StepProblem) => string = told(stepProblems);
