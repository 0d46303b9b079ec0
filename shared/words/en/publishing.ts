// What is published: findings, drift, verifiers that would stumble, what waits to be pushed, and what a courier did.
import type { CourierOutcome } from '../../domain/offline/courier.ts';
import type { DriftKind } from '../../domain/published-set/drift-report.ts';
import { count } from './numbers.ts';
import type { FindingCode, PublicWait, SinceLastPush, VariationKind } from '../../domain/published-set/finding.ts';
import type { NaiveVerifier } from '../../domain/published-set/naive-verifiers.ts';

/** Completes “{kid} …”. */
export const FINDING_WORDS: Record<FindingCode, string> = {
  'kid-missing': 'has no kid, so verifiers cannot choose it',
  'kid-twice': 'is the kid of more than one key; verifiers differ in which they take',
  'kid-of-tenant': 'is the kid of a key that the tenant itself publishes; verifiers would find two',
  'kind-unsupported': 'is of no kind that verifiers of signatures know; the tenant may refuse the whole set',
  'alg-does-not-fit': 'names an algorithm that does not fit its kind or curve',
  'rsa-too-small': 'is an RSA key below 2048 bits',
  'weak-key': 'is so weak that anybody can sign with it; its numbers are no sound public key. Remove it by name',
  'private-member':
    'shows its private key, so that everybody can sign with it. It must be treated as compromised: remove it by name',
  'unknown-member': 'holds a member that the tenant does not know; it may refuse the whole set',
  'inexact-member':
    'holds something that cannot be sent back as it is, such as a number above 2^53 or a member that stands twice; a push would change the key. Remove it by name, or have its owner write it otherwise',
  'revoked-key': 'was revoked here. Tokens that it signed would be accepted again',
  'current-missing': 'signs now and would not be published. Tokens that it signs would be rejected everywhere',
  'beside-inexact':
    'stands beside the keys and cannot be written back exactly as it is, such as a number above 2^53; the push would change it',
  'certificate-ended': 'has an expired certificate; verifiers that check it reject its tokens. Reissue it',
  'certificate-not-yet-valid': 'has a certificate that is not valid yet; verifiers that check it reject its tokens',
  'certificate-signature-broken-hash': 'has a certificate that is signed with MD5, which anybody can forge. Reissue it',
  'certificate-not-for-signatures':
    'has a certificate whose key usage is not for signatures; verifiers that check it reject its tokens',
  'certificate-authority-below': 'has a certificate that makes an authority of it, so that its key can certify others',
  'certificate-signature-weak-hash': 'has a certificate that is signed with SHA-1, which verifiers give up',
  'foreign-not-named': 'is not ours and would be removed. Say so for each such key',
  'foreign-undecided': 'is not ours, and nobody decided about it. Keep it, and say why, or remove it',
};

/** Completes “{kid} …”. */
export const SINCE_LAST_PUSH_WORDS: Record<SinceLastPush['change'], string> = {
  vanished: 'was there after our last push and has been removed by somebody else',
  altered: 'has another content than our last push gave it',
  appeared: 'was put there by somebody else since our last push',
  moved: 'stands at another position in the set than our last push gave it',
  rewritten: 'is the same key, but written otherwise than our last push wrote it',
  exposed: 'shows its private key',
};

/** Completes “{kid} …”. */
export const VARIATION_WORDS: Record<VariationKind, string> = {
  'certificate-dropped': 'is shown without its certificate members; verifiers that read those will not find them',
  'certificate-other': 'is shown with another certificate of the same key than was sent',
  'member-dropped': 'is shown without some of the members that were sent',
  'written-otherwise': 'is shown with the same values in another spelling, such as padded Base64',
  moved: 'is shown at another position; the order of a set has no meaning, except to verifiers that take the first key',
};

export interface DriftWords {
  /** Completes “{kid} …”. */
  what: string;
  todo: string;
}

export const DRIFT_WORDS: Record<DriftKind, DriftWords> = {
  'compromised-public': {
    what: 'is COMPROMISED and may still be public: whoever has it can sign tokens that are accepted',
    todo: 'Push the wanted set now, which removes it, and check from outside until it is gone. If it was removed before, find out who brought it back, and change the credentials of the tenant.',
  },
  'private-ours': {
    what: 'is ours, and its PRIVATE key is public: whoever read the set can sign as this tenant',
    todo: 'It is compromised. Rotate and revoke it as compromised now (withdraw it, if it waits as next; only revoke it, if it no longer signs), push, prove, change the credentials of the tenant, and find out who published it.',
  },
  'private-foreign': {
    what: 'is not ours, and its PRIVATE key is public: whoever read the set can sign tokens that are accepted',
    todo: 'Remove it by name with the next push, tell its owner that it is compromised, and change the credentials of the tenant.',
  },
  foreign: {
    what: 'is published and is not ours: tokens signed with it are accepted',
    todo: 'Ask your colleagues at once who put it there. If nobody did, remove it by name with the next push, change the credentials of the tenant, and look for tokens that bear its kid.',
  },
  'revoked-there': {
    what: 'was revoked here and is published again: tokens signed with it are accepted',
    todo: 'Push the wanted set now, prove it, and find out who brought it back.',
  },
  altered: {
    what: 'bears our kid, but other content than we pushed',
    todo: 'Treat it as a foreign key: push the wanted set, change the credentials of the tenant, and find out who changed it.',
  },
  'current-missing': {
    what: 'signs now and is not published: tokens signed with it are rejected',
    todo: 'Push the wanted set now, and prove it. If it was there before, find out who removed it.',
  },
  'revoked-public': {
    what: 'is revoked here and still published: tokens signed with it are accepted',
    todo: 'Push the wanted set, which removes it, and check from outside until it is gone.',
  },
  missing: {
    what: 'was pushed by us and is gone: tokens signed with it are rejected as soon as caches expire',
    todo: 'Push the wanted set again, and find out who removed it.',
  },
  'not-public': {
    what: 'is in the tenant’s set, but the public key set does not show it',
    todo: 'Wait for the caches and prove again. If it stays away, look at the custom domain.',
  },
  'still-public': {
    what: 'was removed, but the public key set still shows it',
    todo: 'Wait for the caches and check again. Until it is gone, tokens signed with it are accepted.',
  },
  'not-visible-yet': {
    what: 'is part of the last push, which the tenant accepted and does not show yet',
    todo: 'Check again in a while. If nothing changes, push once more.',
  },
  rewritten: {
    what: 'is the same key, but its certificate or its spelling is not what the tenant showed after our push',
    todo: 'Verifiers that read the certificate may stumble. Push the wanted set again, and find out who changed it.',
  },
  'replaced-there': {
    what: 'was replaced here before it was ever pushed, and is published all the same',
    todo: 'Somebody else sent it. No token of ours bears it: push the wanted set, which removes it, and find out who it was.',
  },
  unrecorded: {
    what: 'is ours and is published, but no push of it is on record here',
    todo: 'It may be of a push whose outcome was lost, or of a colleague with the same keys. Push the wanted set to have it on record.',
  },
  moved: {
    what: 'stands at another position than we gave it; verifiers that take the first key may take the wrong one',
    todo: 'Push the wanted set again to restore the order.',
  },
};

export interface NaiveVerifierWords {
  /** Completes “Verifiers that …”. */
  habit: string;
  /** Completes “… would refuse …”. */
  consequence: string;
  advice: string;
}

export const NAIVE_VERIFIER_WORDS: Record<NaiveVerifier, NaiveVerifierWords> = {
  'first-key': {
    habit: 'take the first key of the set',
    consequence: 'reject tokens signed by these keys, which are not the first',
    advice: 'Give such an application a tenant of its own, or have it choose by kid.',
  },
  'ignores-kid': {
    habit: 'take the first key that fits the algorithm and ignore the kid',
    consequence: 'reject tokens signed by these keys, which have another of their kind before them',
    advice: 'Have the application choose by kid; until then keep one key of each kind in front.',
  },
  'rs256-only': {
    habit: 'know RS256 alone',
    consequence: 'reject tokens signed by these keys',
    advice: 'Let tokens for such an application be signed by a ring of RS256 keys.',
  },
  'needs-x5c': {
    habit: 'build the key from x5c',
    consequence: 'stumble over these keys, which have no certificate; some then reject the whole set',
    advice: 'Have the owner of these keys add x5c, or take the keys out of the set.',
  },
  'caches-five': {
    habit: 'remember five keys at a time, as jwks-rsa does by default',
    consequence: 'forget some of these keys and fetch the set again and again, until they are slowed down',
    advice: 'Revoke previous keys that are no longer needed, or raise cacheMaxEntries there.',
  },
};

/** In half a sentence. */
export const PENDING_WORDS: Record<'never' | 'missing' | 'lingering' | 'altered' | 'reordered', string> = {
  never: 'never pushed',
  missing: 'missing there',
  lingering: 'still there',
  altered: 'there with another content',
  reordered: 'in another order',
};

export const OUTCOME_WORDS: Record<CourierOutcome, string> = {
  pushed: 'pushed and read back',
  'already-there': 'was there already, nothing was sent',
  refused: 'refused, nothing was sent',
  'not-confirmed': 'sent, but reading back does not show it',
};

/** `1 key not public yet, 1 revoked key still shown; looking again in 5 s` */
export function waitWords({ missing, lingering, left }: PublicWait): string {
  const open = [
    ...(missing.length > 0 ? [`${count(missing.length, 'key')} not public yet`] : []),
    ...(lingering.length > 0 ? [`${count(lingering.length, 'revoked key')} still shown`] : []),
  ];
  return `${open.join(', ')}; checking again in ${left} s`;
}
