// What can be said of a keychain besides its condition. The English words are the code, since the command line, `--json`
// and facts of errors carry them; words/de/keychain.ts says the same in German.
export const KEYCHAIN_DETAILS = [
  'it is open and belongs to this registry',
  'it does not answer; an unlock prompt may be waiting',
  'it refused the request',
  'it belongs to another registry',
  'it is open but knows nothing of this registry',
  'the keyring is locked',
  'the unlock prompt was cancelled',
  'no D-Bus session',
  'the keyring service was restarted; restart Key Custodian too',
  'no keyring service runs',
  'the keyring service has no login keyring yet',
  'the keyring service does not answer',
  'the keychain did not accept the password',
  'the keychain may not ask for its password here',
  'the keychain did not let an entry be deleted',
  'this user has no keychain',
  'this logon session has no credential store',
  'the library libsecret is not installed; the package is libsecret-1-0 or libsecret',
] as const;

export type KnownKeychainDetail = (typeof KEYCHAIN_DETAILS)[number];

const NOT_LOADED = 'the keychain module does not load on ';

/** The platform stands behind the words. */
export type KeychainDetail = KnownKeychainDetail | `${typeof NOT_LOADED}${string}`;

export type KeychainWords = Readonly<Record<KnownKeychainDetail, string>> & { notLoaded: (platform: string) => string };

/** What is not known, such as the words of an older version on record, stays as it is. */
export const keychainDetailIn =
  (words: KeychainWords) =>
  (detail: string): string => {
    const known = KEYCHAIN_DETAILS.find((one) => one === detail);
    if (known !== undefined) {
      return words[known];
    }
    return detail.startsWith(NOT_LOADED) ? words.notLoaded(detail.slice(NOT_LOADED.length)) : detail;
  };
