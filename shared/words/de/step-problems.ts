// German words for why a step of a plan does not end yet.
import { proofStep } from './proof.ts';
import type { StepProblem, StepProblems } from '../../domain/plan/step-problem.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const stepProblems: CodedWords<StepProblems> = {
  'not-seen': 'er ist gesendet, und der öffentliche Satz zeigt ihn noch nicht',
  'no-place': ({ kid }) =>
    `${kid} wartet auf einen Platz im Satz des Mandanten. Sperren Sie einen vorigen Schlüssel, legen Sie einen Ring still oder nehmen Sie einen fremden Schlüssel heraus`,
  'not-proven': ({ kid, failed }) => `der letzte Nachweis von ${kid} ist gescheitert: ${proofStep(failed)}`,
  'wants-reason': 'was sich nicht zurücknehmen lässt, braucht einen Grund in Ihren Worten',
};

/** Ergänzt „Er endet nicht, denn …“. */
export const stepProblem: (problem: StepProblem) => string = told(stepProblems);
