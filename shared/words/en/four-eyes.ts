// What is wrong with an approval, and what to do about it.
import type { FourEyesKind } from '../../domain/four-eyes/four-eyes.ts';
import type { ApprovalFlaw } from '../../problems/approval.ts';

export const approvalFlaw: Record<ApprovalFlaw, string> = {
  signature: 'This is no request or approval of Key Custodian, or it was changed after it was signed',
  'own-key': 'Nobody approves their own request, under whatever name',
  'not-officer': 'This approval is of a device that is not among the officers of the tenant',
  'other-requester': 'This approval answers the request of another device',
  'other-content':
    'What was approved is not what is about to be done: another act, other words, or keys that changed meanwhile',
  expired: 'The time of the request is over',
  refused: 'The second officer refused',
  used: 'This approval was used already',
};

const AGAIN = 'Make a new request and have it approved.';

export const APPROVAL_ADVICE: Record<ApprovalFlaw, string> = {
  signature: 'Have it sent again, whole.',
  'own-key': 'Another officer approves it, on a device of their own.',
  'not-officer': 'Have an officer of the tenant approve it, or add this one, for which a second officer is needed too.',
  'other-requester': AGAIN,
  'other-content': AGAIN,
  expired: AGAIN,
  refused: 'Talk to the officer.',
  used: AGAIN,
};

export const fourEyesKind: Record<FourEyesKind, string> = {
  push: 'publish',
  rotate: 'rotate, or replace a key',
  revoke: 'revoke, withdraw, retire',
  emergency: 'rotate and revoke in an emergency',
  'hand-over': 'hand a private key over, or make a backup',
  destroy: 'erase a private key',
  sign: 'sign a token',
};
