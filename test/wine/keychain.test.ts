// The contracts of vault and key store on the keychain of Windows, its Credential Manager, through the keytar that ships for it.
// Only here: these leave nothing in it, but the keychain of a person is not for tests. It has no lock of its own.
import { randomUUID } from 'node:crypto';
import { createKeytarVault } from '../../main/key-store/keychain/keytar-vault.ts';
import { nativeKeychain } from '../../main/key-store/keychain/load-keytar.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { describeKeyStore } from '../contracts/key-store-contract.ts';
import { describeVault } from '../contracts/vault-contract.ts';
import { pooledKeys } from '../support/pooled-keys.ts';

async function openVault() {
  const vault = createKeytarVault({ keytar: nativeKeychain(), vaultId: randomUUID(), canary: 'tweet' });
  await vault.initialise();
  return { vault, keys: createSoftwareKeys(vault, pooledKeys()) };
}

describeVault('the keytar vault on the Credential Manager', openVault);
describeKeyStore('the keychain, the Credential Manager', openVault);
