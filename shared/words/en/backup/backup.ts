// The backup screen: honest about what is there today and what is not.
import { count } from '../numbers.ts';

export const backup = {
  title: 'Backup',
  lead: 'What happens if you lose this machine, and what you can do about it today.',
  notYet: {
    title: 'There is no backup of Key Custodian’s own yet.',
    means:
      'A protected archive that can be checked and restored is planned for a later version. Nothing below replaces it; it is what helps until then.',
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
      where: 'Only in the keychain of this account on this machine',
      becomes:
        'Gone, except those that were handed over. Their rings cannot sign; new keys must be published in their place.',
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
    title: 'What you can do today',
    lead: 'In this order: the first step alone saves keys.',
  },
  handOver: {
    title: '1. Keep protected copies of private keys',
    means:
      'Hand each key that must survive over to yourself or to a second officer: as a file under a passphrase or for a recipient, from the page of the key. The ledger notes every copy. Keep file and passphrase in two places.',
    back: 'A file under a passphrase is imported again on another machine; one for a recipient is opened by that recipient first.',
    ledger: (tenant: string) => `Keys of ${tenant}`,
    more: (tenants: number) => `and ${count(tenants, 'more tenant', 'more tenants')} in the overview`,
    none: 'There is no tenant yet, so there is nothing to hand over.',
  },
  publicFiles: {
    title: '2. Export everything public',
    means:
      'Certificates, key sets and an inventory of a tenant, in a folder or an archive. They sign nothing and need no protection, but show after a loss which keys there were.',
    link: (tenant: string) => `Everything public of ${tenant}`,
  },
  folder: {
    title: '3. Keep a copy of the data folder',
    means:
      'Close Key Custodian first, then copy the whole folder: while it is open, a copy may be half of two states. It holds public facts and the audit chain, no private key.',
  },
  keychain: {
    title: '4. Keep a backup of the keychain',
    means:
      'By the means of your system: Time Machine with the login keychain on a Mac, a backup of the user profile on Windows, a copy of the keyrings folder on Linux. It opens only with the password of this account, and Key Custodian cannot check whether it would.',
  },
  audit: {
    title: 'Afterwards',
    means: 'Note the head of the audit chain elsewhere: it shows whether a restored folder is the newest.',
    link: 'Audit',
  },
};
