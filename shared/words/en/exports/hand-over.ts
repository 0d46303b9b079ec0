// Private halves that leave: the question before, and the ledger after.
import type { Flavour, PrivateFormat, PROTECTIONS } from '../../../domain/exports/hand-over.ts';
import { phrase } from '../../phrase.ts';

const formats: Record<PrivateFormat, { name: string; askedBy: string }> = {
  p12: { name: 'PKCS #12', askedBy: 'Windows, Java, ASP.NET, most gateways. Holds key and certificate.' },
  pkcs8: { name: 'PKCS #8, PEM', askedBy: 'OpenSSL, nginx, Node.js, Go. The key alone.' },
  'private-jwk': { name: 'Private JWK', askedBy: 'OAuth and OpenID Connect libraries. Leaves as a JWE or age file.' },
};

const protections: Record<(typeof PROTECTIONS)[number], { name: string; means: string }> = {
  passphrase: {
    name: 'A passphrase',
    means: 'You type it in a window of its own. Tell it to the receiver on another way than the file.',
  },
  recipient: {
    name: 'The receiver’s public key',
    means: 'A JWK, an age recipient or an SSH key in a file. Only the receiver can open it; nothing has to be told.',
  },
};

const flavours: Record<Flavour, string> = { modern: 'Modern', compatible: 'Compatible' };

const jweFlavours: Record<Flavour, string> = {
  modern: 'PBES2 with 210,000 rounds. jose, and other libraries whose limit was raised.',
  compatible: 'PBES2 with 10,000 rounds, weaker: for libraries that refuse more, such as Debian’s jose.',
};

export const handOver = {
  title: 'Private half',
  lead: 'It stays in the keychain. It leaves only protected, for a named receiver, and the ledger keeps that.',
  start: 'Hand over…',
  stays: 'This key was made to stay: its private half never leaves the keychain in a file.',
  erased: 'The private half is erased, so nothing is left to hand over.',
  none: 'Nobody was given this private half through Key Custodian.',
  noneOfTenant: 'No private half of this tenant was handed over.',
  nothingLeft: 'Nothing left: a dialog was closed, and the ledger has no entry.',
  made: (to: string, number: number) => `Handed over to ${to}: number ${number} of the ledger`,
  sha256: <Sha256>(sha256: Sha256) => phrase`SHA-256 of the file ${sha256}`,
  holders: 'Who holds a copy',

  dialog: {
    title: (kid: string) => `Hand over the private half of ${kid}`,
    verb: 'Hand over…',
    working: 'Answer the questions that Key Custodian asks',
    done: (to: string) => `Handed over to ${to}`,
    consequence: 'Whoever opens the file can sign in the tenant’s name, until every verifier refuses this key.',
    ledger: 'The ledger keeps who got it, when and how. It cannot be taken back.',
    to: 'Receiver',
    toMeans: 'The person or system that gets the file.',
    format: 'Format',
    protection: 'Protected by',
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
    protectedFor: <Recipient>(protection: string, recipient: Recipient) => phrase`${protection}, for ${recipient}`,
    file: 'File',
    written: 'Written',
    perhapsNot: 'Perhaps not written',
  },
};
