// The backup screen: honest about what is there today and what is not.
import { count } from '../numbers.ts';

export const backup = {
  title: 'Backup',
  lead: 'What happens if you lose this machine, and what you can do about it today.',
  status: {
    title: 'Backups',
    lead: 'One encrypted file with every private key and everything on record. It also opens without Key Custodian.',
    last: 'Last backup',
    none: 'None yet',
    holds: (keys: number) => count(keys, 'private key', 'private keys'),
    drill: 'Last drill',
    neverDrilled: 'Never: nobody has opened one yet',
    outcome: { passed: 'Passed', failed: 'Failed' },
    due: (when: string) => `next by ${when}`,
    unsaved: (keys: number) => `${count(keys, 'key is', 'keys are')} in no backup`,
    unsavedMeans:
      'With this machine they would be lost. In production a next key does not begin to sign before a backup holds it.',
    allSaved: 'Every key that may leave the keychain is in a backup.',
    more: (keys: number) => `and ${count(keys, 'more key', 'more keys')}`,
    underPassphrase: 'Back up under a passphrase…',
    forRecipient: 'Back up for a recipient…',
    working: 'Writing the backup, and reading it back',
    made: (file: string, keys: number) => `${file}: ${count(keys, 'private key', 'private keys')}`,
    nothing: 'Nothing was written: a dialog was closed.',
    restore: 'To drill or restore a backup, use the command line: custodian backup drill, custodian backup restore.',
  },
  rail: {
    none: 'No backup',
    unsaved: (keys: number) => `${count(keys, 'key', 'keys')} in no backup`,
    drillDue: 'A drill is due',
  },
  lost: {
    title: 'If you lose this machine',
    lead: 'The keychain of this account and the data folder are two stores. Each is worth little without the other.',
    caption: 'What is kept where, and what happens to it',
    what: 'What',
    where: 'Where it is',
    becomes: 'If the machine is lost',
    keys: {
      what: (keys: number) => count(keys, 'private key', 'private keys'),
      where: 'In the keychain of this account on this machine, and in the backups that you made',
      becomes:
        'Gone, except those in a backup and those that were handed over. Their rings cannot sign; new keys must be published in their place.',
    },
    credentials: {
      what: 'Credentials of tenants',
      where: 'Only in the keychain of this account',
      becomes: 'Gone. They have to be set again, or re-created at the tenant.',
    },
    registry: {
      what: 'Records, ledger and audit chain',
      where: 'In the data folder',
      becomes:
        'Gone without a copy of the folder. With a copy you know every key and its history, but can sign with none.',
    },
    published: {
      what: 'Published public keys',
      where: 'At the tenants',
      becomes: 'They stay. Tokens that were signed before are accepted until they expire.',
    },
  },
  now: {
    title: 'Besides',
    lead: 'None of this saves a private key.',
  },
  publicFiles: {
    title: '1. Export everything public',
    means:
      'Certificates, key sets and an inventory of a tenant, in a folder or an archive. They sign nothing and need no protection, but show after a loss which keys there were.',
    more: (tenants: number) => `and ${count(tenants, 'more tenant', 'more tenants')} in the overview`,
    link: (tenant: string) => `Everything public of ${tenant}`,
  },
  folder: {
    title: '2. Keep a copy of the data folder',
    means:
      'Close Key Custodian first, then copy the whole folder: while it is open, a copy may be half of two states. It holds public facts and the audit chain, no private key.',
  },
  audit: {
    title: 'Afterwards',
    means: 'Note the head of the audit chain elsewhere: it shows whether a restored folder is the newest.',
    link: 'Audit',
  },
};
