// The contract on every kind of key store that runs here; that of the real keychain is in test/keychain. And what no kind may
// do: give a private key to whoever asks for a secret.
import { expect, it } from 'vitest';
import { openKeychain } from '../../main/key-store/keychain/kind.ts';
import { createSecretBox } from '../../main/key-store/secret-box.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { DEVICE_KEY, secretName } from '../../main/ports/secret-name.ts';
import { Secret } from '../../main/ports/secret.ts';
import { CHEAP } from '../support/cheap-derivation.ts';
import { createMemoryKeychain } from '../fakes/memory-keychain.ts';
import { createMemoryKeyStore } from '../fakes/memory-key-store.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import { describeKeyStore } from './key-store-contract.ts';

describeKeyStore('software keys in memory', async () => {
  const vault = createMemoryVault();
  return { keys: createSoftwareKeys(vault, pooledKeys()), lock: async () => vault.become('locked') };
});

describeKeyStore('the keychain, in memory', async () => {
  const keytar = createMemoryKeychain();
  const known = new Map<string, string>();
  const { keys } = openKeychain({
    names: { service: 'test', vaultId: 'a0f6c1de-0000-4000-8000-000000000001', canary: 'tweet' },
    facts: {
      known: (name) => known.get(name) ?? null,
      lasting: (name, make) => known.get(name) ?? (known.set(name, make()), make()),
    },
    clock: { now: () => new Date() },
    keytar,
  });
  return {
    keys,
    lock: async () => {
      keytar.locked = true;
    },
  };
});

describeKeyStore('software keys under a passphrase', async () => {
  const clock = { now: () => new Date() };
  const { vault, lock } = sealedVault(createMemoryVault(), { store: 'memory', clock, cost: CHEAP });
  using passphrase = Secret.ofText('correct horse battery staple');
  await lock.set(passphrase, []);
  return { keys: createSoftwareKeys(vault, pooledKeys()), lock: async () => lock.lock() };
});

describeKeyStore('keys that cannot leave', async () => {
  const keys = createMemoryKeyStore(pooledKeys());
  return { keys, lock: async () => keys.become('locked') };
});

it('finds no private key where other secrets lie', async () => {
  const vault = createMemoryVault();
  const secrets = createSecretBox(vault);
  using secret = Secret.ofText('a password');
  for (const name of [secretName('1'), DEVICE_KEY]) {
    await vault.put(name, Buffer.from('a private key'));
    await expect(secrets.find(name)).rejects.toThrow(TypeError);
    await expect(secrets.put(name, secret)).rejects.toThrow(TypeError);
    await expect(secrets.remove(name)).rejects.toThrow(TypeError);
    await expect(secrets.tidy(name)).rejects.toThrow(TypeError);
    expect(Buffer.from(await vault.get(name)).toString()).toBe('a private key');
  }
});
