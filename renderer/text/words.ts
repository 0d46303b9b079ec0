// The closed lists of the model in the window's language. Error sentences are in shared/sentences.ts.
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import { words } from '../words/words.ts';

export const {
  state: STATE,
  environment: ENVIRONMENT,
  endpoint: ENDPOINT,
  address: ADDRESS,
  credentialsNote: CREDENTIALS_NOTE,
  diff: DIFF,
  proofStep: PROOF_STEP,
  vaultAdvice: VAULT_ADVICE,
} = words.model;

const { vault } = words.model;
export const VAULT: Record<VaultCondition, { word: string; good: boolean }> = {
  available: { word: vault.available, good: true },
  locked: { word: vault.locked, good: false },
  unavailable: { word: vault.unavailable, good: false },
  foreign: { word: vault.foreign, good: false },
};

export function provenanceOf({ provenance }: Pick<SigningKey, 'provenance'>): string {
  return provenance.kind === 'generated' ? words.model.generatedHere : words.model.imported(provenance.source);
}

const ACTIONS: Record<string, string> = words.actions;

/** `key.revoked` -> `Key revoked`; an action without words is shown as it is recorded. */
export const actionWord = (action: string): string => ACTIONS[action] ?? action;
