// English sentences for errors: the keychain.
import { keychainDetail } from '../problems/keychain.ts';
import { say, type Sentences } from '../../sentence.ts';

export const keychainSentences = {
  VAULT_UNAVAILABLE: ({ detail }) =>
    say(
      `This machine's keychain cannot be reached (${keychainDetail(detail)}).`,
      'On Linux, log in to a desktop session or start gnome-keyring; then try again.',
    ),
  VAULT_LOCKED: () =>
    say('The keychain is locked, so private keys cannot be reached.', 'Unlock your login keychain and try again.'),
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
} satisfies Partial<Sentences>;
