// Two stores, one promise: no record without its private half, no private half without a note. The order is: note
// the intent, write the secret, read it back, then record the key and clear the note in one transaction. A crash
// between any two steps leaves a note, and the notes are settled from facts: at once, or at the next start.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import type { SecretVault } from '../../ports/keychain.ts';
import { secretName } from '../../ports/secret-name.ts';
import { keeping, Secret } from './secret.ts';
import { settleIntents } from './settle-intents.ts';

interface NewSecret {
  keyId: string;
  kid: string;
  secret: Secret;
}

type Stores = Pick<Ports, 'vault' | 'registry' | 'clock'>;
type RecordThem<T> = (clearNotes: (writer: RegistryWriter) => void) => T;

/**
 * Puts the secrets into the keychain and then runs `record`, which must write the key records. The secrets' bytes
 * are overwritten in any case. When anything fails, secrets without a record are removed again.
 */
export function takeIntoCustody<T>(stores: Stores, secrets: readonly NewSecret[], record: RecordThem<T>): Promise<T> {
  return keepSecrets(
    stores,
    secrets.map(({ keyId, kid, secret }) => ({ name: secretName(keyId), kid, secret })),
    record,
  );
}

/** The same for secrets with a name of their own; `kid` is what errors call them. */
export async function keepSecrets<T>(
  { vault, registry, clock }: Stores,
  secrets: readonly { name: string; kid: string; secret: Secret }[],
  record: RecordThem<T>,
): Promise<T> {
  const names = secrets.map(({ name }) => name);
  try {
    const at = clock.now().toISOString();
    registry.noteIntents(names.map((name) => ({ name, purpose: 'write', at })));
    for (const { name, kid, secret } of secrets) {
      await secret.use((bytes) => putAndCheck(vault, name, kid, bytes));
    }
    return record((writer) => names.forEach(writer.removeIntent));
  } catch (error) {
    // When this fails too (a keychain just locked), the notes stay and the next start settles them.
    await settleIntents({ registry, vault }).catch(() => undefined);
    throw error;
  } finally {
    secrets.forEach(({ secret }) => secret.dispose());
  }
}

/** Hands the private half to `work` and overwrites it afterwards. */
export async function withSecret<T>(
  vault: SecretVault,
  key: SigningKey,
  work: (pkcs8: Uint8Array) => Promise<T>,
): Promise<T> {
  if (key.destroyedAt !== null) {
    throw new CustodianError('KEY_DESTROYED', { kid: key.kid });
  }
  const secret = await readSecret(vault, secretName(key.id)).catch((error: unknown) => {
    throw nameKey(error, key.kid);
  });
  return keeping([secret], () => secret.use(work));
}

/** The caller disposes of it. */
export const readSecret = async (vault: SecretVault, name: string): Promise<Secret> =>
  new Secret(await vault.get(name));

/** A key counts as held only when the keychain gives back what it was given. */
async function putAndCheck(vault: SecretVault, name: string, kid: string, pkcs8: Uint8Array): Promise<void> {
  await vault.put(name, pkcs8);
  const stored = await readSecret(vault, name);
  const same = await keeping([stored], () => stored.use((bytes) => Buffer.compare(bytes, pkcs8) === 0));
  if (!same) {
    throw new CustodianError('VAULT_SECRET_DAMAGED', { kid });
  }
}

/** The vault knows entry names only; people know kids. */
function nameKey(error: unknown, kid: string): unknown {
  if (isCustodianError(error, 'VAULT_SECRET_MISSING') || isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
    return new CustodianError(error.code, { kid }, { cause: error });
  }
  return error;
}
