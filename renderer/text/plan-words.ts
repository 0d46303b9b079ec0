// The words for the states of a plan's steps. The steps and orders themselves are named in shared/waiting-words.ts.
import type { StepKind, StepState } from '../../shared/plan.ts';
import { STEP_WORDS } from '../../shared/waiting-words.ts';

export const STEP_STATE: Record<StepState, { word: string; means: string }> = {
  done: { word: 'Done', means: 'A fact shows it.' },
  passed: { word: 'Passed over', means: 'A later step was made without it.' },
  'not-needed': { word: 'Not needed', means: 'The policy or the tenant does not ask for it.' },
  due: { word: 'Due now', means: 'A run does it.' },
  waiting: { word: 'Waiting', means: 'Time alone does it.' },
  person: { word: 'Needs you', means: 'Only a person can do it.' },
  blocked: { word: 'Later', means: 'Another step comes first.' },
};

const isStep = (text: string): text is StepKind => text in STEP_WORDS;

/** The main process reports the step that it is at by its code. */
export const stepWord = (code: string): string => (isStep(code) ? STEP_WORDS[code] : code);
