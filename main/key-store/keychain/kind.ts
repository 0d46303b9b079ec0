// The first kind of key store: software keys in the keychain of the operating system, beside the other secrets.
import type { KeychainBackend } from './backend.ts';
import { createSecretBox } from '../secret-box.ts';
import type { OpenedStores, Place } from '../opened.ts';
import { sealedVault } from '../seal/sealed-vault.ts';
import { createSoftwareKeys } from '../software/keys.ts';
import { withCanaryAtFirstUse } from './first-use.ts';
import { createKeytarVault } from './keytar-vault.ts';
import { nativeKeychain } from './load-keytar.ts';
import { silenceHere } from './secret-service.ts';

export function openKeychain({ names, facts, keytar, ...place }: Place & { keytar?: KeychainBackend }): OpenedStores {
  const silent = keytar === undefined ? silenceHere() : () => Promise.resolve(null);
  const keytarVault = createKeytarVault({ keytar: keytar ?? nativeKeychain(), silent, ...names });
  const store = `keychain ${names.service} ${names.vaultId}`;
  const { vault, lock } = sealedVault(withCanaryAtFirstUse(keytarVault, facts), { store, ...place });
  return { keys: createSoftwareKeys(vault), secrets: createSecretBox(vault), lock };
}
