// Two stores, one promise: no record without its private key, no private key without a note. The order is: note
// the intent, write the secret, read it back, then record the key and clear the note in one transaction. A crash
// between any two steps leaves a note, and the notes are settled from facts: at once, or at the next start.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import type { Secret } from '../../ports/secret.ts';
import { secretName } from '../../ports/secret-name.ts';
import { settleIntents } from './settle-intents.ts';

export type Stores = Pick<Ports, 'keys' | 'secrets' | 'registry' | 'clock'>;

/** To be called in the transaction that records what was noted. */
export type ClearNotes = (writer: RegistryWriter) => void;

/**
 * For work that writes under these names and then records it. When anything fails, what has no record is removed again: what
 * is written together must have settled together.
 */
export async function underNotes<T>(
  stores: Stores,
  names: readonly string[],
  work: (clearNotes: ClearNotes) => Promise<T>,
): Promise<T> {
  const at = stores.clock.now().toISOString();
  try {
    if (names.length > 0) {
      stores.registry.noteIntents(names.map((name) => ({ name, purpose: 'write', at })));
    }
    return await work((writer) => names.forEach(writer.removeIntent));
  } catch (error) {
    // When this fails too (a keychain just locked), the notes stay and the next start settles them.
    await settleIntents(stores, names).catch(() => undefined);
    throw error;
  }
}

/** Puts a secret that is no key into the keychain, and then runs `record`. `called` is how errors name it. */
export function keepSecret<T>(
  stores: Stores,
  { name, called, secret }: { name: string; called: string; secret: Secret },
  record: (clearNotes: ClearNotes) => T,
): Promise<T> {
  return underNotes(stores, [name], async (clearNotes) => {
    await stores.secrets.put(name, secret);
    using stored = await stores.secrets.find(name);
    if (stored?.equals(secret) !== true) {
      throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: called });
    }
    return record(clearNotes);
  });
}

/** Asks the store for something of the key, by its name there. Throws KEY_DESTROYED. */
export async function ofKey<T>({ id, kid, destroyedAt }: SigningKey, ask: (name: string) => Promise<T>): Promise<T> {
  if (destroyedAt !== null) {
    throw new CustodianError('KEY_DESTROYED', { kid });
  }
  return naming(kid, () => ask(secretName(id)));
}

/** The stores know names only; people know kids. */
export async function naming<T>(kid: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING') || isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
      throw new CustodianError(error.code, { kid }, { cause: error });
    }
    throw error;
  }
}
