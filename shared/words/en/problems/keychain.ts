// What a keychain says of itself.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { KeychainDetails } from '../../../problems/keychain.ts';

const words: CodedWords<KeychainDetails> = {
  'passphrase-needed': 'the passphrase of the vault was not given',
  open: 'it is open and belongs to this registry',
  waiting: 'it does not answer; an unlock prompt may be waiting',
  refused: 'it refused the request',
  'other-registry': 'it belongs to another registry',
  'knows-nothing': 'it is open but knows nothing of this registry',
  'keyring-locked': 'the keyring is locked',
  'prompt-cancelled': 'the unlock prompt was cancelled',
  'no-session': 'no D-Bus session',
  'service-restarted': 'the keyring service was restarted; restart Key Custodian too',
  'no-service': 'no keyring service runs',
  'no-login-keyring': 'the keyring service has no login keyring yet',
  'service-silent': 'the keyring service does not answer',
  'password-refused': 'the keychain did not accept the password',
  'may-not-ask': 'the keychain may not ask for its password here',
  'not-deleted': 'the keychain did not let an entry be deleted',
  'user-has-none': 'this user has no keychain',
  'session-has-none': 'this logon session has no credential store',
  'no-libsecret': 'the library libsecret is not installed; the package is libsecret-1-0 or libsecret',
  'not-loaded': ({ platform }) => `the keychain module does not load on ${platform}`,
};

export const keychainDetail = told(words);
