// The window's words for the kinds of credential.
import type { CredentialKind } from '../../shared/model.ts';

interface CredentialWords {
  word: string;
  /** On the button that begins. */
  give: string;
  /** What the main process asks for next. */
  next: string;
}

export const CREDENTIAL: Record<CredentialKind, CredentialWords> = {
  'client-secret': {
    word: 'Client id and secret',
    give: 'Give a client secret…',
    next: 'The secret is asked for in a window of its own, and goes from there to the keychain.',
  },
  'private-key-jwt': {
    word: 'Client id and a key in custody (private_key_jwt)',
    give: 'Use a key in custody…',
    next: 'No secret is needed: the tenant knows the public half, and the private half signs here.',
  },
  token: {
    word: 'A token that was given',
    give: 'Give a token…',
    next: 'The token is asked for in a window of its own, and goes from there to the keychain.',
  },
  basic: {
    word: 'User and password',
    give: 'Give user and password…',
    next: 'The password is asked for in a window of its own, and goes from there to the keychain.',
  },
  'client-certificate': {
    word: 'TLS client certificate',
    give: 'Give a client certificate…',
    next: 'The certificate and its private key are read from two PEM files of your choice.',
  },
};
