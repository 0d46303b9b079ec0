// English sentences for errors: key ceremonies.
import { say, type Sentences } from '../../sentence.ts';
import type { StepProblem } from '../../../domain/ceremony/ceremony.ts';
import { problems, steps } from '../ceremony/steps.ts';

const ADVICE: Partial<Record<StepProblem, string>> = {
  'not-done':
    'Do it, here with the command behind “custodian ceremony step TENANT --” or in a window of its own, then take the step.',
  'not-read': 'Have it typed by the one who heard it: --read-back TEXT.',
  'read-back': 'Read it out once more, slowly. It was noted that it was wrong.',
  alarms: 'Look with “custodian doctor”.',
  chain: 'Look with “custodian audit verify”.',
  unsaved: 'Make a backup now, then take the step again.',
};

const ELSE = 'Or go past it with “custodian ceremony deviate”, which wants a reason and stays in the minutes.';

export const ceremonySentences = {
  CEREMONY_NONE: ({ tenant }) =>
    say(`“${tenant}” has no ceremony that is open.`, 'Begin one with “custodian ceremony begin”.'),
  CEREMONY_OPEN: ({ tenant, at }) =>
    say(
      `A ceremony of “${tenant}” is open since ${at}.`,
      'Go on with “custodian ceremony step”, or end it with “custodian ceremony abandon”.',
    ),
  CEREMONY_STEP_FAILED: ({ step, problem }) =>
    say(
      `The step “${steps[step]}” is not done: ${problems[problem]}.`,
      `${ADVICE[problem] ?? 'Set it right, then take the step again.'} ${ELSE}`,
    ),
  CEREMONY_STEPS_LEFT: ({ step }) =>
    say(
      `It cannot be closed: the step “${steps[step]}” comes first.`,
      'Take it, go past it with a reason, or end the ceremony with “custodian ceremony abandon”.',
    ),
  CEREMONY_STEPS_DONE: () =>
    say('Every step is behind you.', 'Close it: “custodian ceremony close” writes the minutes.'),
} satisfies Partial<Sentences>;
