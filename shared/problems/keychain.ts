// What a keychain says of itself besides its condition: code -> its values.
import type { Coded } from './coded.ts';

export interface KeychainDetails {
  open: null;
  'passphrase-needed': null;
  waiting: null;
  refused: null;
  'other-registry': null;
  'knows-nothing': null;
  'keyring-locked': null;
  'prompt-cancelled': null;
  'no-session': null;
  'service-restarted': null;
  'no-service': null;
  'no-login-keyring': null;
  'service-silent': null;
  'password-refused': null;
  'may-not-ask': null;
  'not-deleted': null;
  'user-has-none': null;
  'session-has-none': null;
  'no-libsecret': null;
  'not-loaded': { platform: string };
}

export type KeychainDetail = Coded<KeychainDetails>;
