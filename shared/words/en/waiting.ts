// The words for clocks, plans, policies and forecasts: codes -> what a person reads. The window, the command line and
// the calendar use the same ones.
import type { ClockPart, ClockReason } from '../../domain/timing/key-clocks.ts';
import type { ForecastKind } from '../../domain/timing/due.ts';
import type { TokenProblem } from '../../domain/token/token.ts';
import type { PlanOrder, StepKind } from '../../domain/plan/plan.ts';
import type { PolicyWarning } from '../../domain/timing/policy.ts';

export const CLOCK_PART_WORDS: Record<ClockPart['code'], string> = {
  'verifier-cache': 'longest verifier cache',
  'consumer-cache': 'longest cache of a registered consumer',
  'seen-cache': 'longest Cache-Control seen at the endpoint',
  'seen-cache-capped': 'the endpoint asks caches to keep the set for 30 days or more; 30 days are assumed',
  'stale-on-error': 'stale answers while the endpoint fails',
  'token-lifetime': 'longest token life',
  'clock-skew': 'clock difference',
  safety: 'safety margin',
};

/** Completes “It is too early, because …” where something is still to be waited for. */
export const CLOCK_REASON_WORDS: Record<ClockReason, string> = {
  'nothing-announced': 'nothing of this ring was ever announced',
  'never-published': 'it was not yet seen in the public JWKS',
  'verifiers-warming': 'verifiers may still hold a JWKS without it',
  'still-signing': 'it still signs',
  'tokens-alive': 'tokens signed with it may still be valid',
  'not-revoked': 'it is not revoked',
  'not-taken-down': 'it was not yet seen to be gone from the public JWKS',
  'verifiers-forgetting': 'verifiers may still hold a JWKS with it',
  'consumers-unconfirmed': 'consumers with manually installed keys have not confirmed yet',
};

export const PLAN_ORDER_WORDS: Record<PlanOrder, { title: string; note: string }> = {
  'apps-first': {
    title: 'Applications first',
    note: 'Hand out the next certificate, confirm that consumers have it, then rotate. Nobody is interrupted.',
  },
  'rotate-first': {
    title: 'Rotate first',
    note: 'Rotate, then update the consumers. Those with a manually installed certificate reject tokens until they are updated.',
  },
};

export const STEP_WORDS: Record<StepKind, string> = {
  publish: 'Publish the next key and see it publicly',
  'hand-out': 'Hand the new certificate to the consumers that install it manually',
  'confirm-consumers': 'Confirm that the consumers have it',
  'wait-ready': 'Wait until every verifier knows the next key',
  rotate: 'Rotate: the next key begins to sign',
  'publish-after': 'Publish the new order and the new next key',
  prove: 'Prove from outside that its tokens are accepted',
  'let-go': 'Confirm that the consumers have removed the old key',
  'wait-safe': 'Wait until the last token of the old key has expired',
  revoke: 'Revoke the old key',
  'publish-without': 'Publish without it and see that it is gone',
  'prove-again': 'Prove once more that tokens are accepted',
};

export const POLICY_WARNING_WORDS: Record<PolicyWarning, string> = {
  'rotation-beyond-nist':
    'Keys would sign for more than three years, longer than NIST SP 800-57 gives a signature key.',
  'tokens-outlive-keep': 'Tokens may live longer than previous keys are kept; revocations will have to wait for them.',
  'announced-too-late': 'A key announced this late is not known to every verifier on the day of its rotation.',
  'announced-before-made': 'The next key would have to be announced before the rotation that makes it.',
  'cache-short-for-production': 'Common verifiers keep a JWKS for ten minutes by themselves; this policy assumes less.',
};

export const FORECAST_WORDS: Record<ForecastKind, { title: string; todo: string }> = {
  'announce-by': {
    title: 'Publish the next key',
    todo: 'Push the tenant so that verifiers know the key before it signs.',
  },
  'rotation-due': { title: 'Rotate', todo: 'The current key has signed for as long as the policy allows.' },
  'revocation-due': { title: 'Revoke the previous key', todo: 'Its tokens have expired and its grace period is over.' },
  'compromised-public': {
    title: 'COMPROMISED key still public',
    todo: 'Push the tenant now and check from outside: until the key is gone, whoever has it can sign tokens that are accepted.',
  },
  'take-down-due': { title: 'Unpublish a revoked key', todo: 'Push the tenant: the revoked key may still be public.' },
  'copies-left': {
    title: 'Copies of a revoked key',
    todo: 'Ask whoever was given its private key to destroy it, and say so in the ledger.',
  },
  'destruction-due': {
    title: 'Destruction of a private key',
    todo: 'The private key will be destroyed; cancel before then.',
  },
  'certificate-ends': {
    title: 'Certificate expires',
    todo: 'Some consumers reject an expired certificate although its key is sound: reissue it and give it to them.',
  },
};

/** Completes “It would not be accepted: …”. */
export const TOKEN_PROBLEM_WORDS: Record<TokenProblem, string> = {
  'unknown-signer': 'no key of this tenant signed it',
  'unsafe-algorithm': 'its header asks for an algorithm that proves nothing',
  'critical-extension': 'its header demands an extension that is not understood',
  'kid-does-not-match': 'its header names another key than the one that signed it',
  'signer-revoked': 'the key that signed it is revoked',
  'signer-not-in-use': 'the key that signed it is not in use yet',
  'no-expiry': 'it never expires',
  expired: 'it has expired',
  'not-yet-valid': 'it is not valid yet',
  'issued-in-the-future': 'it was issued in the future',
};
