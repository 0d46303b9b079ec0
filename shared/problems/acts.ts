// What an error says of acts and keys, in codes: what was asked for, what a key must be for it, what was stopped.
import type { KeyState } from '../domain/limits.ts';
import type { Coded } from './coded.ts';

/** What a key was asked for. */
export type KeyAct =
  | 'signing'
  | 'withdrawing'
  | 'revoking'
  | 'revoking-at-tenant'
  | 'destroying'
  | 'keeping'
  | 'certifying'
  | 'proving-client'
  | 'confirming-received'
  | 'confirming-let-go';

/** What a key is, or must be. */
export type KeyCondition =
  | KeyState
  | 'destroyed'
  | 'not-revoked'
  | 'next-or-current'
  | 'previous-or-revoked'
  | 'next-current-or-previous'
  | 'scheduled'
  | 'not-scheduled';

const ENDING = { next: 'withdrawing', current: 'emergency', previous: 'revoking' } as const;

/** By which act a key in this state is ended, where another was asked for; `null` where there is none. */
export function endsBy(asked: KeyAct, state: KeyCondition): (typeof ENDING)[keyof typeof ENDING] | null {
  const isEnding = asked === 'revoking' || asked === 'withdrawing';
  return isEnding && (state === 'next' || state === 'current' || state === 'previous') ? ENDING[state] : null;
}

/** What needs a clear yes. */
export interface AskedActs {
  destroying: { kid: string };
  pushing: { tenant: string };
  'rolling-back': { tenant: string };
  'importing-many': { tenant: string };
  clearing: { tenant: string };
  'rotating-at-tenant': { tenant: string };
  'revoking-at-tenant': { tenant: string; kid: string };
  'handing-over': { tenant: string; to: string };
  'removing-consumer': { consumer: string };
  approving: null;
  restoring: { file: string };
  'changing-tenant': { tenant: string };
}

export type AskedAct = Coded<AskedActs>;

/** What was stopped. */
export interface StoppedActs {
  request: null;
  'looking-for-drift': null;
  'waiting-until-public': null;
  writing: { file: string };
}

export type StoppedAct = Coded<StoppedActs>;

/** What is not known to have happened at the tenant. */
export type RemoteAct = 'rotation' | 'revocation' | 'publication';

/** What a tenant's record lacks before it can be published. */
export type MissingPart =
  | 'credentials'
  | 'credentials-for-new-address'
  | 'custom-domain'
  | 'write-url'
  | 'public-url'
  | 'https-for-client-certificate';

/** What this device signs. */
export type SignedDocument =
  | 'audit-file'
  | 'backup'
  | 'bundle'
  | 'receipt'
  | 'evidence-report'
  | 'approval'
  | 'ceremony';

/** What is not read as if it were a file. */
export type OtherThanFile = 'pipe' | 'socket' | 'device' | 'system-file';

/** Who has the registry open. */
export interface Holders {
  window: { process: number };
  'command-line': { process: number };
  unknown: null;
}

export type Holder = Coded<Holders>;
