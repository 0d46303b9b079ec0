// The window's words for the closed lists of the model. Error sentences are in shared/sentences.ts.
import type {
  DiffKind,
  EndpointKind,
  Environment,
  KeyState,
  ProofStep,
  SigningKey,
  VaultCondition,
} from '../../shared/model.ts';

interface StateWords {
  word: string;
  /** The name of NIST SP 800-57 part 1, section 7. */
  nist: string;
  means: string;
  empty: string;
}

export const STATE: Record<KeyState, StateWords> = {
  next: {
    word: 'Next',
    nist: 'pre-activation',
    means: 'Announced to verifiers, does not sign yet.',
    empty: 'No next key. Generate or import one, then publish it before you rotate.',
  },
  current: {
    word: 'Current',
    nist: 'active',
    means: 'Signs tokens now.',
    empty: 'Nothing signs yet. Rotate to bring the next key into use.',
  },
  previous: {
    word: 'Previous',
    nist: 'deactivated',
    means: 'Signs no more; its tokens still verify.',
    empty: 'None. The current key comes here when you rotate.',
  },
  revoked: {
    word: 'Revoked',
    nist: 'deactivated or compromised',
    means: 'Taken down for good.',
    empty: 'None. Revoke a previous key once its last tokens have expired.',
  },
};

export const ENVIRONMENT: Record<Environment, { word: string; means: string }> = {
  development: { word: 'Development', means: 'For trying things out.' },
  staging: { word: 'Staging', means: 'Like production, without real users.' },
  production: { word: 'Production', means: 'Real users sign in here. Risky steps ask twice.' },
};

export const ENDPOINT: Record<EndpointKind, { word: string; means: string }> = {
  sandbox: {
    word: 'Sandbox',
    means: 'A rehearsal tenant inside this app. Nothing leaves the machine.',
  },
  auth0: {
    word: 'Auth0',
    means: 'A tenant with the Management API for custom signing keys.',
  },
  jwks: { word: 'JWKS endpoint', means: 'Any server that takes a JWK set by PUT at a URL.' },
};

interface AddressWords {
  label: string;
  description: string;
  placeholder: string;
}

/** Where a real endpoint is written, and where the public reads it. */
export const ADDRESS: Record<Exclude<EndpointKind, 'sandbox'>, Record<'apiBaseUrl' | 'jwksUrl', AddressWords>> = {
  auth0: {
    apiBaseUrl: {
      label: 'Management API',
      description: 'Only when it differs from the domain’s /api/v2.',
      placeholder: 'e.g. https://acme.eu.auth0.com/api/v2',
    },
    jwksUrl: {
      label: 'Public key set',
      description: 'Only when it differs from the custom domain’s well-known address.',
      placeholder: 'e.g. https://login.acme.example/.well-known/jwks.json',
    },
  },
  jwks: {
    apiBaseUrl: {
      label: 'Written at',
      description: 'The URL that takes the set by GET, PUT and DELETE.',
      placeholder: 'e.g. https://keys.acme.example/admin/jwks',
    },
    jwksUrl: {
      label: 'Read at',
      description: 'The URL where verifiers find the set.',
      placeholder: 'e.g. https://keys.acme.example/jwks.json',
    },
  },
};

/** Beside the addresses of a tenant. */
export const CREDENTIALS_NOTE =
  'Credentials are given in the settings of the tenant, for this address alone. Their secret part is asked for in a window of its own.';

export const DIFF: Record<DiffKind, { word: string; means: string }> = {
  added: { word: 'Added', means: 'Not there yet; this push adds it.' },
  kept: { word: 'Kept', means: 'There already, exactly like this.' },
  removed: { word: 'Removed', means: 'There now; this push takes it down.' },
  foreign: { word: 'Foreign', means: 'Not from this custodian. It is sent back unchanged, so it stays.' },
  altered: { word: 'Altered', means: 'Our kid with other content. This push puts ours back. Find out who changed it.' },
};

export const PROOF_STEP: Record<ProofStep['step'], { word: string; means: string }> = {
  fetched: { word: 'Public key set fetched', means: 'Over a fresh connection, as any verifier would.' },
  listed: { word: 'Current key is listed', means: 'The set holds the kid that signs.' },
  signed: { word: 'Probe token signed', means: 'With the private half from the keychain; valid for minutes.' },
  verified: { word: 'Probe token verified', means: 'Through the fetched set alone.' },
  issuer: { word: 'Found by discovery', means: 'The issuer’s metadata leads to this very key set.' },
  canonical: { word: 'Canonical domain looked at', means: 'It need not show custom keys; verifiers must not read it.' },
};

export const VAULT_ADVICE: Record<VaultCondition, string> = {
  available: '',
  locked: 'Unlock it in the settings of your system, or log in again. Everything public works meanwhile.',
  unavailable: 'Start the keychain service of your desktop. Everything public works meanwhile.',
  foreign: 'Log in as the account whose keychain holds the keys of this data folder, or use another data folder.',
};

export const VAULT: Record<VaultCondition, { word: string; good: boolean }> = {
  available: { word: 'Keychain open', good: true },
  locked: { word: 'Keychain locked', good: false },
  unavailable: { word: 'No keychain', good: false },
  foreign: { word: 'Another keychain', good: false },
};

export function provenanceOf({ provenance }: Pick<SigningKey, 'provenance'>): string {
  return provenance.kind === 'generated'
    ? 'Generated here'
    : `Imported${provenance.source ? ` (${provenance.source})` : ''}`;
}

const ACTIONS: Record<string, string> = {
  'tenant.added': 'Tenant added',
  'tenant.removed': 'Tenant removed',
  'ring.added': 'Ring added',
  'key.rotated': 'Ring rotated',
  'key.generated': 'Next key generated',
  'key.imported': 'Key imported',
  'key.revoked': 'Key revoked',
  'key.signed': 'Key signed',
  'key.rotated-and-revoked': 'Emergency: rotated and revoked',
  'key.rotation-aborted': 'Rotation taken back',
  'key.destruction-scheduled': 'Erasure scheduled',
  'key.destruction-cancelled': 'Erasure taken back',
  'key.destroyed': 'Private half erased',
  'plan.confirmed': 'Consumers confirmed',
  'consumer.added': 'Consumer registered',
  'consumer.edited': 'Consumer changed',
  'consumer.removed': 'Consumer removed',
  'consumer.confirmed': 'Consumer confirmed',
  'consumer.exported': 'File for a consumer saved',
  'plan.completed': 'Plan completed',
  'plan.rehearsal-overridden': 'Plan run without a rehearsal',
  'remote.key-rotated-sent': 'Rotation of the tenant’s own keys sent',
  'remote.key-rotated': 'Tenant’s own keys rotated',
  'remote.key-revoked-sent': 'Revocation of a key of the tenant sent',
  'remote.key-revoked': 'Key of the tenant revoked',
  'remote.key-exported': 'Certificate of the tenant exported',
  'tenant.edited': 'Tenant settings changed',
  'tenant.credentials-stored': 'Credentials stored',
  'tenant.credentials-removed': 'Credentials removed',
  'export.saved': 'Public file saved',
  'export.saved-all': 'Everything public saved',
  'key.handed-over': 'Private half handed over',
  'key.hand-over-saved': 'Hand-over written',
  'key.certificate-reissued': 'Certificate issued anew',
  'key.certificate-requested': 'Certificate requested',
  'key.certificate-replaced': 'Certificate replaced',
  'publish.sent': 'Key set sent',
  'publish.confirmed': 'Key set confirmed',
  'publish.failed': 'Key set not changed as wanted',
  'publish.seen': 'Keys seen from outside',
  'publish.verified': 'Proof from outside',
  'outbox.queued': 'Push put in the outbox',
  'outbox.retried': 'Waiting push tried again',
  'outbox.dropped': 'Waiting push dropped',
  'outbox.settled': 'Waiting push not needed any more',
  'bundle.made': 'Bundle made for a courier',
  'bundle.not-saved': 'Bundle not saved, taken back',
  'courier.begun': 'Bundle of another device taken up',
  'courier.sent': 'Key set of a bundle sent',
  'courier.pushed': 'Key set of a bundle confirmed',
  'courier.already-there': 'Key set of a bundle was there',
  'courier.refused': 'Bundle refused',
  'courier.not-confirmed': 'Key set of a bundle not confirmed',
  'courier.accepted': 'Courier accepted',
  'receipt.accepted': 'Receipt taken',
  'custody.settled': 'Leftovers settled',
};

/** `key.revoked` -> `Key revoked`; an action without words is shown as it is recorded. */
export const actionWord = (action: string): string => ACTIONS[action] ?? action;
