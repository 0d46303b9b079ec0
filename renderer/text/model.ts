// The closed lists of the model in the window's language.
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { words } from './words.ts';

export function provenanceOf({ provenance }: Pick<SigningKey, 'provenance'>): string {
  return provenance.kind === 'generated' ? words.model.generatedHere : words.model.imported(provenance.source);
}

const ACTIONS: Record<string, string> = words.actions;

/** `key.revoked` -> `Key revoked`; an action without words is shown as it is recorded. */
export const actionWord = (action: string): string => ACTIONS[action] ?? action;
