// The words for the closed lists of the model: states, environments, kinds of endpoint, steps of a proof.
import type { DiffKind } from '../../../domain/published-set/publication.ts';
import type { EndpointKind } from '../../../domain/endpoints.ts';
import type { Environment, KeyState } from '../../../domain/limits.ts';
import type { ProofStep } from '../../../domain/evidence/proof.ts';
import type { VaultCondition } from '../../../app-info.ts';

export interface StateWords {
  word: string;
  /** The name of NIST SP 800-57 part 1, section 7. */
  nist: string;
  means: string;
  empty: string;
}

export interface WordAndMeaning {
  word: string;
  means: string;
}

export interface AddressWords {
  label: string;
  description: string;
  placeholder: string;
}

export interface ModelWords {
  state: Record<KeyState, StateWords>;
  environment: Record<Environment, WordAndMeaning>;
  endpoint: Record<EndpointKind, WordAndMeaning>;
  /** Where a real endpoint is written, and where the public reads it. */
  address: Record<Exclude<EndpointKind, 'sandbox'>, Record<'apiBaseUrl' | 'jwksUrl', AddressWords>>;
  /** Beside the addresses of a tenant. */
  credentialsNote: string;
  diff: Record<DiffKind, WordAndMeaning>;
  proofStep: Record<ProofStep['step'], WordAndMeaning>;
  vaultAdvice: Record<VaultCondition, string>;
  vault: Record<VaultCondition, string>;
  generatedHere: string;
  imported: (source: string | null) => string;
}

export const model: ModelWords = {
  state: {
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
      means: 'No longer signs; its tokens still verify.',
      empty: 'None. The current key comes here when you rotate.',
    },
    replaced: {
      word: 'Replaced',
      nist: 'destroyed or pre-activation',
      means: 'Another key replaced it before it was used. It can be imported again.',
      empty: 'None.',
    },
    revoked: {
      word: 'Revoked',
      nist: 'deactivated or compromised',
      means: 'Removed for good.',
      empty: 'None. Revoke a previous key once its last tokens have expired.',
    },
  },
  environment: {
    development: { word: 'Development', means: 'For trying things out.' },
    staging: { word: 'Staging', means: 'Like production, without real users.' },
    production: { word: 'Production', means: 'Real users sign in here. Risky steps ask twice.' },
  },
  endpoint: {
    sandbox: {
      word: 'Sandbox',
      means: 'A rehearsal tenant inside this app. Nothing leaves the machine.',
    },
    auth0: {
      word: 'Auth0',
      means: 'A tenant with the Management API for custom signing keys.',
    },
    jwks: { word: 'JWKS endpoint', means: 'Any server that takes a JWK set by PUT at a URL.' },
  },
  address: {
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
  },
  credentialsNote:
    'Credentials are set in the settings of the tenant, for this address alone. Their secret part is asked for in a window of its own.',
  diff: {
    added: { word: 'Added', means: 'Not there yet; this push adds it.' },
    kept: { word: 'Kept', means: 'There already, exactly like this.' },
    removed: { word: 'Removed', means: 'There now; this push removes it.' },
    foreign: { word: 'Foreign', means: 'Not from this app. It is sent back unchanged, so it stays.' },
    altered: {
      word: 'Altered',
      means: 'Our kid with other content. This push puts ours back. Find out who changed it.',
    },
  },
  proofStep: {
    fetched: { word: 'Public key set fetched', means: 'Over a fresh connection, as any verifier would.' },
    listed: { word: 'Current key is listed', means: 'The set holds the kid that signs.' },
    signed: { word: 'Probe token signed', means: 'With the private key from the keychain; valid for minutes.' },
    verified: { word: 'Probe token verified', means: 'Through the fetched set alone.' },
    issuer: { word: 'Found by discovery', means: 'The issuer’s metadata leads to this very key set.' },
    canonical: {
      word: 'Canonical domain checked',
      means: 'It need not show custom keys; verifiers must not read it.',
    },
  },
  vaultAdvice: {
    available: '',
    locked: 'Unlock it in the settings of your system, or log in again. Everything public works meanwhile.',
    silent: 'Look for its prompt behind other windows, or log in again. Everything public works meanwhile.',
    unavailable: 'Start the keychain service of your desktop. Everything public works meanwhile.',
    foreign: 'Log in as the account whose keychain holds the keys of this data folder, or use another data folder.',
  },
  vault: {
    available: 'Keychain open',
    locked: 'Keychain locked',
    silent: 'Keychain does not answer',
    unavailable: 'No keychain',
    foreign: 'Another keychain',
  },
  generatedHere: 'Generated here',
  imported: (source) => (source === null || source === '' ? 'Imported' : `Imported (${source})`),
};
