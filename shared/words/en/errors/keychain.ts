// English sentences for errors: the keychain.
import { keychainDetail } from '../problems/keychain.ts';
import { say, type Sentences } from '../../sentence.ts';

export const keychainSentences = {
  VAULT_UNAVAILABLE: ({ detail }) =>
    say(
      `This machine's keychain cannot be reached (${keychainDetail(detail)}).`,
      'On Linux, log in to a desktop session or start gnome-keyring; then try again.',
    ),
  VAULT_LOCKED: ({ detail }) =>
    detail.code === 'passphrase-needed'
      ? say(
          'This is locked: it takes the vault passphrase.',
          'Unlock it in the window, or with “custodian unlock”. What is public can be looked at meanwhile.',
        )
      : say('The keychain is locked, so private keys cannot be reached.', 'Unlock your login keychain and try again.'),
  VAULT_TIMEOUT: ({ seconds }) =>
    say(
      `The keychain did not answer within ${seconds} seconds.`,
      'Look for an unlock prompt behind other windows, answer it, and try again.',
    ),
  VAULT_FOREIGN: ({ detail }) =>
    say(
      `The open keychain is not the one that holds these keys (${keychainDetail(detail)}).`,
      'Log in as the user, or restore the keychain, with which this registry was made. Nothing was changed.',
    ),
  VAULT_TOO_LARGE: ({ bytes }) =>
    say(`The secret of ${bytes} bytes is larger than the keychain takes.`, 'Use a smaller key.'),
  VAULT_SECRET_MISSING: ({ kid }) =>
    say(
      `The private key of ${kid} is not in the keychain, although it should be.`,
      'Do not delete anything. Check that this is the right keychain, or restore from a backup.',
    ),
  VAULT_SECRET_DAMAGED: ({ kid }) =>
    say(`The private key of ${kid} was read but is not what was stored.`, 'Restore it from a backup.'),
  VAULT_PASSPHRASE_WRONG: ({ seconds }) =>
    say(
      'That is not the vault passphrase.',
      seconds === 0 ? 'Try once more.' : `Nothing was changed. The next try has to wait ${seconds} seconds.`,
    ),
  VAULT_GUESSES: ({ until }) =>
    say(
      `The vault passphrase was wrong several times: no more tries until ${until}.`,
      'Wait until then and try again.',
    ),
  VAULT_PASSPHRASE_SET: () => say('There is a vault passphrase already.', 'Change it instead.'),
  VAULT_PASSPHRASE_NONE: () =>
    say('There is no vault passphrase, so nothing is locked.', 'Set one with “custodian passphrase set”.'),
  VAULT_WINDOW_SILENT: ({ seconds }) =>
    say(
      `The window did not say within ${seconds} seconds that it is locked.`,
      'Lock it there with Ctrl+L, or close it.',
    ),
  VAULT_SEAL_GONE: () =>
    say(
      'What is kept in the keychain is sealed, and the entry that opens it is gone.',
      'Do not delete anything. Put the keychain back as it was, or restore from a backup.',
    ),
  VAULT_PROOF_NEEDED: ({ tenant }) =>
    say(
      `${tenant === null ? 'This' : `At “${tenant}” this`} takes the vault passphrase once more. Nothing was changed.`,
      'Give it when you are asked, or as a file with --vault-passphrase-file.',
    ),
} satisfies Partial<Sentences>;
