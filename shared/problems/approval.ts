// What is wrong with a request to a second officer, or with the answer.

export type ApprovalFlaw =
  | 'signature'
  | 'own-key'
  | 'not-officer'
  | 'other-requester'
  | 'other-content'
  | 'expired'
  | 'refused'
  | 'used';
