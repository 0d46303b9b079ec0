// Who may say the second yes for a tenant, and for which acts one is wanted.
export const fourEyes = {
  title: 'Second officer',
  lead: 'Acts that are done only with the approval of another officer. An officer is known by the device key of their own data folder.',
  own: 'This device',
  noOwn: 'It has no key yet: the first act that uses the keychain makes it.',
  fingerprint: 'fingerprint',
  officers: 'Officers who may approve',
  heads: ['Officer', 'Fingerprint of the device', 'Since', { unseen: 'What to do' }],
  nobody: 'Nobody may approve yet.',
  isOwn: '(this device: never counts)',
  removeVerb: 'Remove',
  remove: (officer: string) => `Remove ${officer}`,
  removed: (officer: string) => `${officer} approves no more.`,
  add: 'Add an officer…',
  working: 'Waiting for your answer',
  acts: 'A second officer is needed to',
  actsMean: 'A plan counts as each of the first three. Consider leaving an emergency to one person.',
  setVerb: 'Set it',
  set: (kinds: number): string => (kinds === 0 ? 'Four eyes are off.' : 'Four eyes are set.'),
  off: 'Off: no act needs a second officer.',
  byTwo: 'This list and the officers are changed by two as well.',
  dialog: {
    title: (tenant: string) => `Let another officer approve for ${tenant}`,
    verb: 'Add',
    name: { label: 'Name', means: 'Who it is.' },
    device: {
      label: 'Fingerprint of their device',
      means: 'As their own program shows it, read to you over a channel that cannot be forged.',
    },
    done: (officer: string) => `${officer} may approve.`,
  },
  ahead: {
    title: (tenant: string) => `“${tenant}” wants a second officer for this`,
    means: (officers: readonly string[]) =>
      `Without their approval nothing is done, and you get the request for it. Who may approve: ${officers.join(', ')}.`,
  },
};
