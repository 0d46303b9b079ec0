// The words of a change to a published set: what is to be done, what speaks against it, and what somebody else did to
// the set since our last push. The rules are in main/core; the window and the command line show these words.

/** `push`: what the rings want. `rollback`: a former set. `clear`: nothing at all. */
export const PUBLISH_ACTS = ['push', 'rollback', 'clear'] as const;
export type PublishAct = (typeof PUBLISH_ACTS)[number];

/** Members of a JWK that only a private or secret key has (RFC 7518 §6.2.2, §6.3.2 and §6.4.1). */
export const PRIVATE_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

export const FINDING_CODES = [
  'kid-missing',
  'kid-twice',
  'kid-of-tenant',
  'kind-unsupported',
  'alg-does-not-fit',
  'rsa-too-small',
  'private-member',
  'unknown-member',
  'revoked-key',
  'current-missing',
  'foreign-not-named',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing that speaks against sending the set. An error stops it, a warning is only shown. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning';
  /** The key, by its kid, or by its place when it has none. */
  kid: string;
}

/** Completes “{kid} …”. */
export const FINDING_WORDS: Record<FindingCode, string> = {
  'kid-missing': 'has no kid, so verifiers cannot choose it',
  'kid-twice': 'is the kid of more than one key; verifiers differ in which they take',
  'kid-of-tenant': 'is the kid of a key that the tenant itself publishes; verifiers would find two',
  'kind-unsupported': 'is of no kind that verifiers of signatures know; the tenant may refuse the whole set',
  'alg-does-not-fit': 'names an algorithm that does not fit its kind or curve',
  'rsa-too-small': 'is an RSA key below 2048 bits',
  'private-member': 'holds a private member. It must be treated as compromised',
  'unknown-member': 'holds a member that the tenant does not know; it may refuse the whole set',
  'revoked-key': 'was revoked here. Tokens that it signed would be accepted again',
  'current-missing': 'signs now and would not be published. Tokens that it signs would be refused everywhere',
  'foreign-not-named': 'is not ours and would be removed. Say so for each such key',
};

/** What happened at the tenant to one key since our last push, by another hand than ours. */
export interface SinceLastPush {
  kid: string;
  change: 'vanished' | 'altered' | 'appeared' | 'moved';
}

/** Completes “{kid} …”. */
export const SINCE_LAST_PUSH_WORDS: Record<SinceLastPush['change'], string> = {
  vanished: 'was there after our last push and has been taken away by somebody else',
  altered: 'has another content than our last push gave it',
  appeared: 'was put there by somebody else since our last push',
  moved: 'stands in another place of the set than our last push gave it',
};

/** The places of a tenant's key set. */
export interface Places {
  used: number;
  planned: number;
  limit: number;
}

/** A key of the set as it is at the tenant now. */
export interface PublishedKey {
  /** The kid, or the thumbprint of a key without one; this is what `--remove-foreign` takes. */
  name: string;
  kty: string;
  alg: string | null;
  thumbprint: string | null;
  /** The kid and state under which we have this key; `null` for a foreign one. */
  ours: { kid: string; state: string } | null;
  since: SinceLastPush['change'] | null;
}

/** Where the wait for the public key set stands: seconds, all of them. */
export interface PublicWait {
  /** Kids that verifiers need and do not find yet. */
  missing: string[];
  /** Kids of revoked keys that are still shown. */
  lingering: string[];
  /** How often the set was looked at so far. */
  look: number;
  /** Until the next look. */
  left: number;
  passed: number;
  limit: number;
}

/** `1 key not public yet, 1 revoked key still shown; looking again in 5 s` */
export function waitWords({ missing, lingering, left }: PublicWait): string {
  const open = [
    ...(missing.length > 0 ? [`${amount(missing.length, 'key')} not public yet`] : []),
    ...(lingering.length > 0 ? [`${amount(lingering.length, 'revoked key')} still shown`] : []),
  ];
  return `${open.join(', ')}; looking again in ${left} s`;
}

const amount = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
