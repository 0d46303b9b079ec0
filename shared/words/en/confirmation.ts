// The English words of the confirmation window: what is asked before acts that matter on their own. They are the measure for
// every other language.
import type { KeyWorth } from '../../domain/key-ring/ring.ts';
import type { PlanOrder, StepKind } from '../../domain/plan/plan.ts';
import { fourEyesKind } from './four-eyes.ts';

const count = (amount: number, what: string): string => `${amount} ${what}${amount === 1 ? '' : 's'}`;

export const confirmationEn = {
  copy: (to: string, number: number) => `${to} (number ${number} of the ledger)`,
  second: {
    label: 'Second officer',
    wanted: (tenants: readonly string[]) =>
      `${tenants.join(', ')}: this is done only with the approval of another officer.`,
    none: 'No approval was taken yet: with a yes nothing is done, and you get the request for it.',
    taken: (answers: number) =>
      `${answers === 1 ? 'One approval was' : `${answers} approvals were`} taken. It counts where every word is as it was asked for.`,
  },
  fourEyes: {
    add: {
      title: 'Let this officer approve?',
      means: 'Compare the fingerprint with what the officer’s own program shows, over a channel that cannot be forged.',
      yes: 'Let them approve',
    },
    remove: {
      title: 'Let this officer approve no more?',
      means: 'What they approved and was not used yet counts no more.',
      yes: 'Remove',
    },
    set: {
      title: 'For which acts is a second officer needed?',
      means: 'From then on these are done only with the approval of another officer, and this list is changed only so.',
      yes: 'Set it',
    },
    officer: 'Officer',
    device: 'Device',
    acts: 'Acts',
    none: 'none: off',
    kinds: fourEyesKind,
  },
  label: {
    sentTo: 'Sent to',
    publicAt: 'Public at',
    added: 'Added',
    altered: 'Replaced',
    takenDown: 'Removed',
    othersStay: 'Others’, kept',
    waits: 'Waits for a key slot',
    afterwards: 'Afterwards',
    production: 'In production',
    key: 'Key',
    copies: 'Copies not known to be destroyed',
    signsFromNow: 'Signs from now on',
    signedSoFar: 'Signs until now',
    revokedNow: 'Revoked now',
    revokedToo: 'Withdrawn as well',
    makesRoom: 'Makes room',
    why: 'Why',
    subject: 'Subject',
    audience: 'Audience',
    expires: 'Expires',
    claims: 'Claims',
    order: 'Order',
    replaced: 'Replaced',
    takesOver: 'Takes over',
    due: 'Due now',
    domain: 'Domain',
    customDomain: 'Custom domain',
    furtherDomains: 'Further domains',
    issuer: 'Issuer',
    environment: 'Environment',
    endpoint: 'Endpoint',
    newName: 'New name',
    brings: 'It brings with it',
    compromised: 'Compromised, maybe public',
    apiBaseUrl: 'Written to',
    jwksUrl: 'Read at',
    file: 'File',
    kind: 'Kind',
    ring: 'Key ring',
    as: 'Becomes',
    recipient: 'Recipient',
    format: 'Format',
    fingerprint: 'Fingerprint',
    application: 'Application',
    thisMachine: 'Clock of this machine',
  },
  field: {
    reason: 'Reason',
    early: 'Why go ahead early?',
    unrehearsed: 'Why without a rehearsal?',
    recorded: 'It is recorded in the audit chain.',
    name: 'Type the tenant’s name',
    kid: 'Type the key’s id',
    phrase: 'Type this',
    passphrase: 'Vault passphrase',
    passphraseAsked: 'It shows once more that it is you.',
    passphraseWrong: 'That was not the vault passphrase. Try once more.',
    ownKid: 'Its own key id (kid)',
  },
  freshKey: 'a fresh key, which no verifier knows yet',
  onThisMachine: 'the sandbox on this machine',
  nothing: 'none',
  from: (value: string) => `from ${value}`,
  to: (value: string) => `to ${value}`,
  afterwards: (keys: number) => (keys === 0 ? 'no key at all' : count(keys, 'key')),
  instant: (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`,
  secondsFromNow: (seconds: number) => `${count(seconds, 'second')} after signing`,
  claims: (names: readonly string[], more: number) =>
    names.length === 0 ? 'none' : `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  size: (bytes: number) => count(bytes, 'byte'),
  routine: 'routine; nobody else has the private key',
  exposed: 'exposed: others may have the private key',
  exposedSince: (at: string) => `exposed since ${at}`,
  whyRevokedBack: (kids: readonly string[]) => `Why restore ${kids.join(', ')}?`,
  publish: {
    push: {
      title: 'Push these keys?',
      means: 'Every verifier of this tenant takes its keys from this set.',
      yes: 'Push',
    },
    rollback: {
      title: 'Restore this set?',
      means: 'Every verifier of this tenant takes its keys from this set.',
      yes: 'Restore it',
    },
    clear: {
      title: 'Unpublish all keys?',
      means: 'Verifiers will reject every token of this tenant.',
      yes: 'Unpublish',
    },
    courier: (days: number) => ({
      title: 'Let a courier push these keys?',
      means: `Whoever has the bundle can push exactly this set, for ${count(days, 'day')}.`,
      yes: 'Make the bundle',
    }),
  },
  many: {
    title: (tenants: number) => `Push to ${count(tenants, 'production tenant')}?`,
    line: (tenant: string, { after, added, removed }: { after: number; added: number; removed: number }) =>
      `${tenant}: ${[
        ...(added > 0 ? [`${added} added`] : []),
        ...(removed > 0 ? [`${removed} removed`] : []),
        `${after} afterwards`,
      ].join(', ')}`,
    means: 'Exactly these sets go out, each once. A set that has changed since is left alone.',
    yes: (tenants: number) => `Push to ${tenants}`,
    phrase: (tenants: number) => count(tenants, 'tenant'),
  },
  rotateEarly: {
    title: 'Rotate early?',
    means: 'Verifiers that do not know the new key yet reject its tokens.',
    yes: 'Rotate early',
  },
  revoke: {
    title: 'Revoke this key for good?',
    means: 'It leaves the published set with the next push, and never comes back.',
    yes: 'Revoke',
  },
  withdraw: {
    title: 'Withdraw this next key for good?',
    means: 'It never signs, and leaves the published set with the next push. Whoever trusts it does so until then.',
    yes: 'Withdraw',
  },
  replacing: {
    title: 'Let this key make room?',
    means: 'It becomes “replaced”: it is not revoked, its private key stays here, and it can be imported again.',
    yes: 'Replace it',
  },
  worth: {
    imported: 'it was imported from a file',
    'handed-over': 'its private key was handed over',
    'given-out': 'it was given to consumers',
    certified: 'an authority certified it',
  } satisfies Record<KeyWorth, string>,
  kidNeeded: {
    title: 'Which key id (kid) should it have?',
    taken: (kid: string) => `${kid}: another key of this tenant has it`,
    unfit: (kid: string) => `${kid}: cannot be kept`,
    means: 'Tokens name their key by this id. It is taken exactly as you type it.',
    yes: 'Import',
  },
  rotateAndRevoke: {
    title: 'Rotate and revoke at once?',
    means: 'Tokens of the revoked key are rejected once verifiers read the set again, whatever the clocks say.',
    yes: 'Rotate and revoke',
  },
  retireRing: {
    title: 'Retire this key ring?',
    means:
      'It no longer signs and takes no more keys. What it signed stays valid until its last key is revoked. It cannot be undone.',
    yes: 'Retire',
  },
  destroy: (days: number) => ({
    title: 'Erase this private key?',
    means:
      days === 0
        ? 'It is erased at once. Nobody can bring it back.'
        : `It is erased in ${count(days, 'day')}. Until then it can be kept after all.`,
    yes: 'Erase',
  }),
  sign: {
    title: 'Sign this token?',
    means: 'Every verifier of this tenant will believe these claims.',
    yes: 'Sign',
  },
  plan: {
    title: 'Run the due steps of this plan?',
    means: 'It goes on until it has to wait or needs a person.',
    yes: 'Run',
  },
  order: { 'apps-first': 'Applications first', 'rotate-first': 'Rotation first' } satisfies Record<PlanOrder, string>,
  step: {
    publish: 'Push the next key',
    'hand-out': 'Give the certificate out',
    'confirm-consumers': 'Ask the consumers',
    'wait-ready': 'Wait until verifiers know it',
    rotate: 'Rotate',
    'publish-after': 'Push again',
    prove: 'Prove it with a token',
    'let-go': 'Ask who still needs the old key',
    'wait-safe': 'Wait for the last token of the old key',
    revoke: 'Revoke the old key',
    'publish-without': 'Push without the old key',
    'prove-again': 'Prove it once more',
  } satisfies Record<StepKind, string>,
  clockAgrees: 'No server that was asked says anything else',
  stateClock: {
    title: 'Is the clock of this machine right now?',
    means:
      'Compare it with another clock first. Whatever is recorded with a later date counts as done now, so that waits can only become longer.',
    yes: 'It is right',
  },
  disregardServer: (host: string) => ({
    title: `Is the clock of ${host} the wrong one?`,
    means: `It is no longer asked for the time. Whatever is recorded here with a later date counts as done now, so that waits can only become longer.`,
    yes: 'That one is wrong',
  }),
  addTenant: {
    title: 'Add this tenant?',
    means: 'From now on Key Custodian connects to these addresses.',
    yes: 'Add',
  },
  editTenant: {
    title: 'Change this tenant?',
    means: 'From now on it is dealt with as stated here.',
    yes: 'Change',
  },
  renameTenant: {
    title: 'Rename this tenant?',
    means: 'Commands and files name it by its new name from now on. What is recorded keeps the old one.',
    yes: 'Rename',
  },
  archiveTenant: {
    title: 'Archive this tenant?',
    means:
      'It is no longer used, watched or due until it is reactivated. What it published stays public; keys and history stay here.',
    yes: 'Archive',
  },
  rotateOwn: {
    title: 'Rotate the tenant’s own keys?',
    means: 'From now on it signs with its next key.',
    yes: 'Rotate',
  },
  revokeOwn: {
    title: 'Revoke this key of the tenant’s own?',
    means: 'Tokens that it signed are rejected, and it never comes back.',
    yes: 'Revoke',
  },
  importInspected: {
    title: 'Take this key into custody?',
    means: 'From then on it can sign for this tenant.',
    yes: 'Import',
    state: { next: 'the next key', current: 'the current key: it signs at once', previous: 'a previous key' },
  },
};
