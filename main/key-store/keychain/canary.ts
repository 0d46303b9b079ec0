// Tells a keychain that has no such entry from one that is locked, absent or another person's: they all answer
// "nothing". Every registry leaves a canary in its keychain; "nothing" is believed only where the canary is found.
import { vaultForeign, vaultLocked } from './errors.ts';
import type { Entries } from './keychain-queue.ts';

export interface Canary {
  /** The account of the canary entry. */
  account: string;
  /** What it holds: random, public, kept by the registry. */
  value: string;
  /** An account that nothing else uses, for the trial write. */
  trial: string;
}

/** Returns when the keychain is open and is the one that holds the canary; otherwise throws the code that says why not. */
export async function assertOpen(entries: Entries, canary: Canary): Promise<void> {
  const found = await entries.get(canary.account);
  if (found === canary.value) {
    return;
  }
  if (found !== null) {
    throw vaultForeign({ code: 'other-registry' });
  }
  // Only a write tells locked from empty.
  await entries.set(canary.trial, 'trial');
  await entries.delete(canary.trial);
  // The write may have been let in by a person who has just unlocked the keychain.
  if ((await entries.get(canary.account)) !== canary.value) {
    throw vaultForeign({ code: 'knows-nothing' });
  }
}

/** The entry's text, or `null` only when the keychain surely has no such entry. */
export async function readSurely(entries: Entries, canary: Canary, account: string): Promise<string | null> {
  const text = await entries.get(account);
  if (text !== null) {
    return text;
  }
  await assertOpen(entries, canary);
  // Again, as the keychain may have been opened between the first look and the canary.
  return entries.get(account);
}

/** Deletes the entry. Throws VAULT_LOCKED when it is still there afterwards. */
export async function eraseEntry(entries: Entries, account: string): Promise<void> {
  if (!(await entries.delete(account)) && (await entries.get(account)) !== null) {
    throw vaultLocked({ code: 'not-deleted' });
  }
}

/** Leaves the canary. Throws VAULT_FOREIGN when another registry's is there. */
export async function placeCanary(entries: Entries, canary: Canary): Promise<void> {
  const found = await entries.get(canary.account);
  if (found === null) {
    await entries.set(canary.account, canary.value);
  }
  await assertOpen(entries, canary);
}
