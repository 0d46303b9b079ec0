// English sentences for errors: what can go wrong anywhere.
import { optionOf } from '../options.ts';
import { usageProblem } from '../problems/usage.ts';
import { inputProblem } from '../problems/input.ts';
import { askedAct, stoppedAct } from '../problems/acts.ts';
import { say, type Sentences } from '../../sentence.ts';

export const generalSentences = {
  USAGE: ({ problem }) => say(usageProblem(problem), 'Run the command with --help to see how it is used.'),
  INPUT_INVALID: ({ field, problem }) =>
    say(`${optionOf(field)}: ${inputProblem(problem)}.`, 'Correct the value and try again.'),
  CONFIRMATION_REQUIRED: ({ action }) =>
    say(
      `Nothing was done: ${askedAct(action)} needs a clear yes.`,
      'Look at the preview, then repeat the command with --yes.',
    ),
  CANCELLED: ({ action }) =>
    say(`${stoppedAct(action)} was cancelled. Nothing was changed.`, 'Start again when you are ready.'),
  CONFIRMATION_CHANGED: () =>
    say('Nothing was done: something changed since it was shown to you.', 'Look again, then decide again.'),
  CONVERSATION_BUSY: () =>
    say('Nothing was done: Key Custodian is asking you something else.', 'Answer or close that first.'),
  TENANT_IN_CONVERSATION: ({ tenant }) =>
    say(
      `Nothing was changed: a question about “${tenant}” is open, and until it is answered “${tenant}” stays as it is.`,
      'Answer or close it first.',
    ),
  INTERNAL: ({ reference }) =>
    say(`Something went wrong inside Key Custodian (${reference}).`, 'Try again; if it happens twice, report it.'),
} satisfies Partial<Sentences>;
