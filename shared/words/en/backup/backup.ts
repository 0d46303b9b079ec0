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
    forShares: 'Back up for shares…',
  },
  shares: {
    title: 'A backup that some people open together',
    lead: 'Each person gets a sheet of paper with a share. It is printed or saved outside this window; the backup counts when every sheet was handed over.',
    holders: 'Who gets a share',
    holdersMeans: (most: number) => `One name a line, at most ${most}.`,
    unfit: 'Give each name once, with at most 64 letters.',
    threshold: 'How many of them open the backup',
    thresholdMeans: 'So many must meet on the bad day. Fewer learn nothing.',
    of: (threshold: number, all: number) => `${threshold} of ${all}`,
    verb: 'Make the backup…',
  },
  recovery: {
    title: 'Drill and restore',
    lead: 'A drill opens a backup in a throw-away place, lets every key sign, and records how it went. A restore first shows what it would do; what is here is never overwritten.',
    by: 'It is opened by',
    openers: { passphrase: 'a passphrase', shares: 'shares', identity: 'an age identity' },
    drill: 'Drill a backup…',
    look: 'Look into a backup…',
    drilling: 'Reading the backup, and letting every key sign',
    looking: 'Reading the backup',
    restoring: 'Restoring',
    theDrill: 'the drill',
    theLook: 'the look',
    theRestore: 'the restore',
    nothing: 'Nothing was done: a dialog was closed.',
    passed: (file: string) => `The drill passed: ${file}`,
    passedMeans: (madeAt: string, keys: number) =>
      `The backup of ${madeAt} gives ${count(keys, 'private key', 'private keys')}; each signed, and its public key verified it. It is on record.`,
    notInIt: (keys: number) => `${count(keys, 'key is', 'keys are')} here and not in it:`,
    failed: (file: string) => `THE DRILL FAILED: ${file}`,
    failedMeans: 'This is on record. Make another backup now.',
    madeAt: 'Backup of',
    device: 'Made by the device',
    chain: 'Audit chain',
    chainFrom: (entries: number) => `goes on from that of the backup, ${count(entries, 'entry', 'entries')}`,
    chainStays: 'the one here stays, and says where the rest came from',
    caption: 'What a restore would do with each tenant of the backup',
    tenant: 'Tenant',
    becomes: 'What happens',
    keys: 'Private keys',
    verdicts: {
      new: 'New: comes in with all that is on record',
      same: 'The same is here',
      'newer-here': 'Newer here: what is here stays',
      'newer-in-backup': 'Older here: what is here stays all the same',
    },
    conflicts: {
      'name-taken': 'CONFLICT: another tenant has this name here; rename that one, then restore again',
      'key-known-here': 'CONFLICT: a key of it belongs to another tenant here',
      diverged: 'CONFLICT: each side has what the other has not',
    },
    coming: (keys: number) => `${keys} to come`,
    without: (keys: number) => `${count(keys, 'key', 'keys')} WITHOUT A PRIVATE KEY: the backup has none`,
    nothingToDo: 'There is nothing to restore: all of it is here.',
    restore: 'Restore…',
    leave: 'Leave it',
    restored: (tenants: number) => `Restored: ${count(tenants, 'tenant', 'tenants')}`,
    restoredMeans: (madeAt: string, keys: number) =>
      `From the backup of ${madeAt}, with ${count(keys, 'private key', 'private keys')}. Each is in the keychain and was read back.`,
    skipped: (tenants: number) => `${count(tenants, 'tenant stays', 'tenants stay')} as they were here.`,
    chainWhole: (entries: number) => `The audit chain is whole: ${count(entries, 'entry', 'entries')}.`,
    chainBroken: 'THE AUDIT CHAIN IS NOT WHOLE. See Audit.',
    prove: 'Now prove from outside that verifiers accept what this machine signs:',
    proveTenant: (tenant: string) => `Prove ${tenant}`,
  },
  moving: {
    title: 'Move to a new machine',
    lead: 'The old machine keeps everything until the last step. The job ends with a proof.',
    done: 'Done',
    toDo: 'To do',
    steps: [
      {
        title: '1. Here: a backup that holds every key',
        means: 'Make one above, on a stick or a drive. This step is done while no key is missing from it.',
      },
      {
        title: '2. Here: a drill of this backup',
        means: 'Drill it above, with the passphrase or the shares as they will be given on the new machine.',
      },
      {
        title: '3. There: look, compare, restore',
        means:
          'Install Key Custodian, open Backup, look into the file, compare the fingerprint of the device with the audit screen here, and restore.',
      },
      {
        title: '4. There: prove it',
        means:
          'Follow the links that the restore shows: a tenant is proven when verifiers outside accept a token that the new machine signed.',
      },
      {
        title: '5. Here: erase',
        means:
          'Only then remove the data folder and the keychain of the old machine. Until then nothing is rotated on both.',
      },
    ],
  },
  rail: {
    none: 'No backup',
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
