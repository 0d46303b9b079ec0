// Private keys that leave: the question before, and the ledger after.
import type { Flavour, PrivateFormat, PROTECTIONS } from '../../../domain/exports/hand-over.ts';
import { phrase } from '../../phrase.ts';
import { count } from '../numbers.ts';

const formats: Record<PrivateFormat, { name: string; askedBy: string }> = {
  p12: { name: 'PKCS #12', askedBy: 'Windows, Java, ASP.NET, most gateways. Holds key and certificate.' },
  pkcs8: { name: 'PKCS #8, PEM', askedBy: 'OpenSSL, nginx, Node.js, Go. The key alone.' },
  'private-jwk': { name: 'Private JWK', askedBy: 'OAuth and OpenID Connect libraries. Leaves as a JWE or age file.' },
};

const protections: Record<(typeof PROTECTIONS)[number], { name: string; means: string }> = {
  passphrase: {
    name: 'A passphrase',
    means: 'You type it in a window of its own. Share it with the recipient over a different channel than the file.',
  },
  recipient: {
    name: 'The recipient’s public key',
    means:
      'A JWK, an age recipient or an SSH key in a file. Only the recipient can open it; no passphrase has to be shared.',
  },
};

const flavours: Record<Flavour, string> = { modern: 'Modern', compatible: 'Compatible' };

const jweFlavours: Record<Flavour, string> = {
  modern: 'PBES2 with 210,000 rounds. jose, and other libraries whose limit was raised.',
  compatible: 'PBES2 with 10,000 rounds, weaker: for libraries that refuse more, such as Debian’s jose.',
};

export const handOver = {
  title: 'Private key',
  lead: 'It stays in the keychain. It leaves only protected, for a named recipient, and the ledger records it.',
  start: 'Hand over…',
  stays: 'This key was made to stay: its private key never leaves the keychain in a file.',
  erased: 'The private key is erased, so nothing is left to hand over.',
  none: 'Nobody was given this private key through Key Custodian.',
  noneOut: 'No copy of this private key is known to be with anybody.',
  stillOut: (copies: number) =>
    `${count(copies, 'copy', 'copies')} of this private key may still be with others. Have them destroyed:`,
  noneOfTenant: 'No private key of this tenant was handed over.',
  nothingLeft: 'Nothing left: a dialog was closed, and the ledger has no entry.',
  made: (to: string, number: number) => `Handed over to ${to}: number ${number} of the ledger`,
  sha256: <Sha256>(sha256: Sha256) => phrase`SHA-256 of the file ${sha256}`,
  holders: 'Who holds a copy',

  confirming: {
    title: (number: number) => `Confirm hand-over ${number}`,
    means: (to: string) =>
      `Have ${to} read the SHA-256 of the file, or of the public key in it, over a channel that cannot be forged. Type what you hear, from its beginning.`,
    fingerprint: 'Fingerprint as read',
    digits: '16 hex digits at least.',
    verb: 'Confirm',
    working: 'Comparing',
    done: (number: number) => `Hand-over ${number} is confirmed`,
  },
  destroying: {
    title: (number: number) => `The copy of hand-over ${number} is destroyed`,
    means: (to: string) =>
      `Say how you know that ${to} has no copy any more. It stays in the ledger and cannot be taken back.`,
    how: 'How it is known',
    verb: 'It is destroyed',
    working: 'Recording',
    done: (number: number) => `The copy of hand-over ${number} is destroyed`,
  },
  dialog: {
    title: (kid: string) => `Hand over the private key of ${kid}`,
    verb: 'Hand over…',
    working: 'Answer the questions that Key Custodian asks',
    done: (to: string) => `Handed over to ${to}`,
    consequence: 'Whoever opens the file can sign in the tenant’s name, until every verifier rejects this key.',
    ledger: 'The ledger records who got it, when and how. It cannot be undone.',
    to: 'Recipient',
    toMeans: 'The person or system that gets the file.',
    format: 'Format',
    protection: 'Encryption',
    strength: 'Strength',
  },
  formats,
  protections,
  flavours,
  p12Flavour: (name: string, askedBy: string) => `${name}. ${askedBy}.`,
  jweFlavours,

  table: {
    number: 'No',
    when: 'When',
    to: 'To',
    by: (actor: string) => `by ${actor}`,
    kid: 'kid',
    form: 'Form',
    /** As the ledger keeps it. */
    protection: (recorded: string) => recorded,
    protectedFor: <Recipient>(protection: string, recipient: Recipient) => phrase`${protection}, for ${recipient}`,
    copy: 'Copy',
    confirmed: 'Confirmed',
    confirmedBy: { file: 'by the file', key: 'by the public key' },
    unconfirmed: 'Not confirmed',
    destroyed: 'Destroyed',
    confirm: 'Confirm…',
    destroy: 'Destroyed…',
    actsOf: (number: number) => `What became of number ${number}`,
    file: 'File',
    written: 'Written',
    perhapsNot: 'Perhaps not written',
  },
};
