// The words of libsecret, D-Bus, macOS and Windows, translated into VAULT_* codes. Native texts may name paths and
// differ by language, so none is passed on: the facts are ours, the native error stays behind as the cause.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { KeychainDetail } from '../../../shared/keychain-words.ts';

type Known = readonly [text: RegExp, code: 'VAULT_LOCKED' | 'VAULT_UNAVAILABLE', detail: KeychainDetail];

export const NO_ANSWER: KeychainDetail = 'the keyring service does not answer';

/** The first that fits decides. The Linux texts were met on a real bus, those of macOS belong to the status named. */
const KNOWN: readonly Known[] = [
  [/locked collection|locked object|Error\.IsLocked/i, 'VAULT_LOCKED', 'the keyring is locked'],
  [/dismissed|cancell?ed/i, 'VAULT_LOCKED', 'the unlock prompt was cancelled'],
  [/autolaunch|spawn a message bus|could not connect|connection is closed/i, 'VAULT_UNAVAILABLE', 'no D-Bus session'],
  // libsecret keeps the address of the service that it met first; only a new process asks again.
  [/name :[\d.]+ was not/i, 'VAULT_UNAVAILABLE', 'the keyring service was restarted; restart Key Custodian too'],
  [/not provided by any|ServiceUnknown|NameHasNoOwner|exited with/i, 'VAULT_UNAVAILABLE', 'no keyring service runs'],
  [/secrets\/(collection|aliases)/i, 'VAULT_UNAVAILABLE', 'the keyring service has no login keyring yet'],
  [/timeout was reached|Error\.NoReply/i, 'VAULT_UNAVAILABLE', NO_ANSWER],
  // errSecAuthFailed, errSecInteractionNotAllowed
  [/passphrase you entered is not correct/i, 'VAULT_LOCKED', 'the keychain did not accept the password'],
  [/user interaction is not allowed/i, 'VAULT_LOCKED', 'the keychain may not ask for its password here'],
  // errSecNoDefaultKeychain, errSecNoSuchKeychain, errSecNotAvailable
  [/keychain could not be found|no keychain is available/i, 'VAULT_UNAVAILABLE', 'this user has no keychain'],
  // ERROR_NO_SUCH_LOGON_SESSION
  [/logon session does not exist/i, 'VAULT_UNAVAILABLE', 'this logon session has no credential store'],
];

/** RPC_X_BAD_STUB_DATA: how Windows refuses an entry above its 2,560 bytes. */
const TOO_LARGE = /stub received bad data/i;

export const vaultLocked = (detail: KeychainDetail): CustodianError => new CustodianError('VAULT_LOCKED', { detail });

export const vaultForeign = (detail: KeychainDetail): CustodianError => new CustodianError('VAULT_FOREIGN', { detail });

export const REFUSED: KeychainDetail = 'it refused the request';

/** The coded form of whatever a keychain call rejected with. `bytes` is the size of what was to be written. */
export function vaultError(error: unknown, bytes = 0): CustodianError {
  if (isCustodianError(error)) {
    return error;
  }
  const text = error instanceof Error ? error.message : String(error);
  if (TOO_LARGE.test(text)) {
    return new CustodianError('VAULT_TOO_LARGE', { bytes }, { cause: error });
  }
  const [, code, detail] = KNOWN.find(([known]) => known.test(text)) ?? [];
  return new CustodianError(code ?? 'VAULT_UNAVAILABLE', { detail: detail ?? REFUSED }, { cause: error });
}
