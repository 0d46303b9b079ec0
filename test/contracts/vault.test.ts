import { createKeytarVault } from '../../main/key-store/keychain/keytar-vault.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import { Secret } from '../../main/ports/secret.ts';
import { CHEAP } from '../support/cheap-derivation.ts';
import { createMemoryKeychain } from '../fakes/memory-keychain.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { describeVault } from './vault-contract.ts';

describeVault('the memory vault', async () => {
  const vault = createMemoryVault();
  return { vault, lock: async () => vault.become('locked') };
});

describeVault('the keytar vault over a keychain in memory', async () => {
  const keytar = createMemoryKeychain();
  const vault = createKeytarVault({ keytar, vaultId: 'a0f6c1de-0000-4000-8000-000000000001', canary: 'tweet' });
  await vault.initialise();
  return {
    vault,
    lock: async () => {
      keytar.locked = true;
    },
  };
});

describeVault('a vault under a passphrase', async () => {
  const clock = { now: () => new Date() };
  const { vault, lock } = sealedVault(createMemoryVault(), { store: 'memory', clock, cost: CHEAP });
  using passphrase = Secret.ofText('correct horse battery staple');
  await lock.set(passphrase, []);
  return { vault, lock: async () => lock.lock(), most: 64 * 1024 - 36 };
});
