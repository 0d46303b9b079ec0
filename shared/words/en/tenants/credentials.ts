// What lets us in at a tenant.
import { phrase } from '../../phrase.ts';

const asked = (secret: string) =>
  `The ${secret} is asked for in a window of its own, and goes from there to the keychain.`;

export const credentials = {
  title: 'Credentials',
  lead: 'How this app authenticates at its endpoint. The secret part never enters this page.',
  sandbox: { lead: 'A sandbox tenant gives itself its credentials.', means: 'There is nothing to do here.' },
  none: {
    title: 'No credentials yet.',
    means: 'Nothing can be read from or published to this tenant without them.',
  },
  moved: {
    title: 'The address of the tenant changed since they were set.',
    means: 'So they are sent nowhere. Set them again for the new address.',
  },
  /** Scopes of the Management API. */
  grants: {
    publishing: 'Scopes to publish',
    ownKeys: 'Scopes for the tenant’s own keys',
    copied: 'scopes',
  },
  kindLabel: 'Kind',
  whose: 'For',
  signedBy: 'Signed by',
  sentTo: 'Sent to',
  theSandbox: 'the sandbox',
  only: <Origin>(origin: Origin) => phrase`${origin} only`,
  nothingStored: 'Nothing was stored',
  stored: (tenant: string) => `Stored the credentials of ${tenant}`,
  forgotten: (tenant: string) => `Removed the credentials of ${tenant}`,
  stay: 'The credentials stay',
  forget: 'Remove…',
  answer: 'Answer the question that Key Custodian asks',
  replace: 'New credentials replace the existing ones.',
  /** `give` on the button that begins; `next`: what the main process asks for then. */
  kind: {
    'client-secret': {
      word: 'Client id and secret',
      give: 'Set client secret…',
      next: asked('secret'),
    },
    'private-key-jwt': {
      word: 'Client id and a key in custody (private_key_jwt)',
      give: 'Use a key in custody…',
      next: 'No secret is needed: the tenant knows the public key, and the private key signs here.',
    },
    token: { word: 'A token', give: 'Set token…', next: asked('token') },
    basic: { word: 'User and password', give: 'Set user and password…', next: asked('password') },
    'client-certificate': {
      word: 'TLS client certificate',
      give: 'Set client certificate…',
      next: 'The certificate and its private key are read from two PEM files of your choice.',
    },
  },
  dialog: {
    next: 'Continue…',
    user: { label: 'User', means: 'As the endpoint knows it.' },
    clientId: { label: 'Client id', means: 'The application that is registered for us at the tenant.' },
    key: { label: 'Key', means: 'Its public key must be registered at the application.' },
    noKey: 'No such key',
    option: (tenant: string, ring: string, state: string, kid: string) =>
      `${tenant}, ring ${ring}, ${state.toLowerCase()}: ${kid}`,
  },
};
