// The words of a change to a published set: what is to be done, what speaks against it, and what somebody else did to
// the set since our last push. The rules are beside it; the window and the command line show these words.
import type { KeptForeign } from './foreign.ts';
import type { KeyState } from '../limits.ts';

/** `push`: what the rings want. `rollback`: a former set. `clear`: nothing at all. */
export const PUBLISH_ACTS = ['push', 'rollback', 'clear'] as const;
export type PublishAct = (typeof PUBLISH_ACTS)[number];

export const FINDING_CODES = [
  'kid-missing',
  'kid-twice',
  'kid-of-tenant',
  'kind-unsupported',
  'alg-does-not-fit',
  'rsa-too-small',
  'weak-key',
  'private-member',
  'unknown-member',
  'inexact-member',
  'revoked-key',
  'current-missing',
  'foreign-not-named',
  'foreign-undecided',
  'beside-inexact',
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
  'weak-key': 'is so weak that anybody can sign with it; its numbers are no sound public key. Take it down by name',
  'private-member':
    'shows its private half, so that everybody can sign with it. It must be treated as compromised: take it down by name',
  'unknown-member': 'holds a member that the tenant does not know; it may refuse the whole set',
  'inexact-member':
    'holds something that cannot be sent back as it is, such as a number above 2^53 or a member that stands twice; a push would change the key. Take it down by name, or have its owner write it otherwise',
  'revoked-key': 'was revoked here. Tokens that it signed would be accepted again',
  'current-missing': 'signs now and would not be published. Tokens that it signs would be refused everywhere',
  'beside-inexact':
    'stands beside the keys and cannot be written back exactly as it is, such as a number above 2^53; the push would change it',
  'foreign-not-named': 'is not ours and would be removed. Say so for each such key',
  'foreign-undecided': 'is not ours, and nobody decided about it. Keep it, and say why, or take it down',
};

/** What happened at the tenant to one key since our last push, by another hand than ours. */
export interface SinceLastPush {
  kid: string;
  change: 'vanished' | 'altered' | 'appeared' | 'moved' | 'rewritten' | 'exposed';
}

/** Completes “{kid} …”. */
export const SINCE_LAST_PUSH_WORDS: Record<SinceLastPush['change'], string> = {
  vanished: 'was there after our last push and has been taken away by somebody else',
  altered: 'has another content than our last push gave it',
  appeared: 'was put there by somebody else since our last push',
  moved: 'stands in another place of the set than our last push gave it',
  rewritten: 'is the same key, but written otherwise than our last push wrote it',
  exposed: 'shows its private half',
};

/** What a tenant did to a key that it took: still that key, but not as it was sent. */
export const VARIATION_KINDS = [
  'certificate-dropped',
  'certificate-other',
  'member-dropped',
  'written-otherwise',
  'moved',
] as const;
export type VariationKind = (typeof VARIATION_KINDS)[number];

export interface Variation {
  /** Empty for a key without one. */
  kid: string;
  kind: VariationKind;
}

/** Completes “{kid} …”. */
export const VARIATION_WORDS: Record<VariationKind, string> = {
  'certificate-dropped': 'is shown without its certificate members; verifiers that read those will not find them',
  'certificate-other': 'is shown with another certificate of the same key than was sent',
  'member-dropped': 'is shown without some of the members that were sent',
  'written-otherwise': 'is shown with the same values in another spelling, such as padded Base64',
  moved: 'is shown in another place; the order of a set has no meaning, except to verifiers that take the first key',
};

/** A key that shows its private half at the tenant: nothing is more urgent. The private half itself goes no further. */
export interface ExposedKey {
  /** Its kid, or its thumbprint when it has none. */
  name: string;
  thumbprint: string | null;
  /** Names of the private members that were there. */
  members: string[];
  /** The kid and state under which we have this key; `null` for a foreign one. */
  ours: { kid: string; state: KeyState } | null;
}

/** A key of the set as it is at the tenant now. */
export interface PublishedKey {
  /** The kid, or the thumbprint of a key without one; this is what `--remove-foreign` takes. */
  name: string;
  kty: string;
  alg: string | null;
  thumbprint: string | null;
  /** The kid and state under which we have this key; `null` for a foreign one. */
  ours: { kid: string; state: KeyState } | null;
  /** The decision to keep it, where it is foreign and somebody made one. */
  kept: KeptForeign | null;
  since: SinceLastPush['change'] | null;
  /** Names of private members that it shows; empty for a key as it should be. */
  exposed: string[];
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
