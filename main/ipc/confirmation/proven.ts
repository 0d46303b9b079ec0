// One question that is a yes and a proof that it is the officer: where there is a vault passphrase it is typed into the window
// that confirms, or the system asks in its own way. Never a second question of ours.
import { isCustodianError } from '../../../shared/errors.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Custodian } from '../../acts/custodian.ts';
import type { Proof } from '../../acts/vault/proof.ts';
import type { FileDialogs } from '../dialogs.ts';
import type { Field, Question, Typed } from '../question.ts';

interface Agreed {
  typed: Typed;
  /** `null` where none is taken. */
  proof: Proof | null;
}

export interface Proving {
  vault: Pick<Custodian['vault'], 'sealState' | 'prove' | 'proveBySystem'>;
}

type Asking = Pick<FileDialogs, 'ask' | 'askSystem'>;

/** `null` for a no. Throws VAULT_GUESSES, and VAULT_PASSPHRASE_WRONG when the next try has to wait. */
export async function askProven(
  { vault }: Proving,
  { ask, askSystem }: Asking,
  question: Question,
  { words, signal }: { words: DialogWords; signal?: AbortSignal },
): Promise<Agreed | null> {
  const { stage } = await vault.sealState();
  if (stage === 'none') {
    const typed = await ask(question, signal);
    return typed && { typed, proof: null };
  }
  if (askSystem !== null) {
    const typed = await ask(question, signal);
    const proof = typed && (await vault.proveBySystem(() => askSystem(question.title)));
    return typed && proof && { typed, proof };
  }
  for (let again = false; ; again = true) {
    const asked = { ...question, fields: [...question.fields, passphraseField(words, again)] };
    const answer = await ask(asked, signal);
    if (answer === null) {
      return null;
    }
    const { passphrase = '', ...typed } = answer;
    try {
      return { typed, proof: await vault.prove(new TextEncoder().encode(passphrase)) };
    } catch (error) {
      if (!isCustodianError(error, 'VAULT_PASSPHRASE_WRONG') || error.facts.seconds > 0) {
        throw error;
      }
    }
  }
}

const passphraseField = ({ confirmation: { field } }: DialogWords, again: boolean): Field => ({
  name: 'passphrase',
  label: field.passphrase,
  hint: again ? field.passphraseWrong : field.passphraseAsked,
  exactly: null,
});
