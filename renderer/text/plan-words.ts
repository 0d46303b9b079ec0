// The step that a run is at, which the main process reports by its code.
import type { StepKind } from '../../shared/domain/plan/plan.ts';
import { words } from '../words/words.ts';

const { planStep } = words.shared;

const isStep = (text: string): text is StepKind => text in planStep;

export const stepWord = (code: string): string => (isStep(code) ? planStep[code] : code);
