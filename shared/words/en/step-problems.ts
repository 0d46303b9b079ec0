// English for what stands in the way of a step of a plan.
import type { StepProblem, StepProblems } from '../../domain/plan/step-problem.ts';
import { type CodedWords, told } from '../../problems/coded.ts';
import { proofStepIn } from '../proof.ts';
import { proofFactWords } from './proof.ts';

const stepProblems: CodedWords<StepProblems> = {
  'not-seen': 'it was sent, and the public set does not show it yet',
  'no-place': ({ kid }) =>
    `${kid} waits for a place in the tenant’s set. Revoke a previous key, retire a ring or take a key of others down`,
  'not-proven': ({ kid, failed }) => `the last proof of ${kid} failed: ${proofStepIn(proofFactWords)(failed)}`,
  'wants-reason': 'what cannot be taken back wants a reason in your own words',
};

/** Completes “It does not end, because …”. */
export const stepProblem: (problem: StepProblem) => string = told(stepProblems);
