// keytar, loaded at its first call: a machine without libsecret can still start the product, look at public facts and
// be told what is missing.
import { CustodianError } from '../../../shared/errors.ts';
import type { KeychainDetail } from '../../../shared/keychain-words.ts';
import type { KeychainBackend } from './backend.ts';

type LoadModule = () => Promise<KeychainBackend>;

export function nativeKeychain(loadModule: LoadModule = importKeytar): KeychainBackend {
  let loading: Promise<KeychainBackend> | null = null;
  const keytar = (): Promise<KeychainBackend> => {
    loading ??= loadModule().catch((error: unknown) => {
      throw new CustodianError('VAULT_UNAVAILABLE', { detail: whyNotLoaded(process.platform) }, { cause: error });
    });
    return loading;
  };
  return {
    getPassword: async (service, account) => (await keytar()).getPassword(service, account),
    setPassword: async (service, account, password) => (await keytar()).setPassword(service, account, password),
    deletePassword: async (service, account) => (await keytar()).deletePassword(service, account),
  };
}

/** keytar is CommonJS: its functions are on the default export, which its typings do not show. */
async function importKeytar(): Promise<KeychainBackend> {
  const module: KeychainBackend & { default?: KeychainBackend } = await import('keytar');
  return module.default ?? module;
}

/** keytar hides the loader's own message. On Linux the one common cause is the missing library. */
function whyNotLoaded(platform: NodeJS.Platform): KeychainDetail {
  return platform === 'linux'
    ? 'the library libsecret is not installed; the package is libsecret-1-0 or libsecret'
    : `the keychain module does not load on ${platform} ${process.arch}`;
}
