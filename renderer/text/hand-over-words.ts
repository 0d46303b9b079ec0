// The words around private halves that leave.
import { type Flavour, FLAVOUR_WORDS, type PrivateFormat, type PROTECTIONS } from '../../shared/hand-over.ts';

type Protection = (typeof PROTECTIONS)[number];

export const PRIVATE_FORMAT: Record<PrivateFormat, { name: string; askedBy: string }> = {
  p12: { name: 'PKCS #12', askedBy: 'Windows, Java, ASP.NET, most gateways. Holds key and certificate.' },
  pkcs8: { name: 'PKCS #8, PEM', askedBy: 'OpenSSL, nginx, Node.js, Go. The key alone.' },
  'private-jwk': { name: 'Private JWK', askedBy: 'OAuth and OpenID Connect libraries. Leaves as a JWE or age file.' },
};

export const PROTECTION: Record<Protection, { name: string; means: string }> = {
  passphrase: {
    name: 'A passphrase',
    means: 'You type it in a window of its own. Tell it to the receiver on another way than the file.',
  },
  recipient: {
    name: 'The receiver’s public key',
    means: 'A JWK, an age recipient or an SSH key in a file. Only the receiver can open it; nothing has to be told.',
  },
};

/** What the core accepts: a PKCS#12 knows passphrases alone. */
export const PROTECTIONS_OF: Record<PrivateFormat, readonly Protection[]> = {
  p12: ['passphrase'],
  pkcs8: ['passphrase', 'recipient'],
  'private-jwk': ['passphrase', 'recipient'],
};

/** Only these have two forms, and only under a passphrase. */
export const hasFlavours = (format: PrivateFormat, protection: Protection): boolean =>
  format !== 'pkcs8' && protection === 'passphrase';

const JWE_FLAVOUR: Record<Flavour, string> = {
  modern: 'PBES2 with 210,000 rounds. jose, and other libraries whose limit was raised.',
  compatible: 'PBES2 with 10,000 rounds, weaker: for libraries that refuse more, such as Debian’s jose.',
};

export const flavourWords = (format: PrivateFormat, flavour: Flavour): string =>
  format === 'p12' ? `${FLAVOUR_WORDS[flavour].name}. ${FLAVOUR_WORDS[flavour].askedBy}.` : JWE_FLAVOUR[flavour];

export const HAND_OVER = {
  consequence: 'Whoever opens the file can sign in the tenant’s name, until every verifier refuses this key.',
  ledger: 'The ledger keeps who got it, when and how. It cannot be taken back.',
  none: 'Nobody was given this private half through Key Custodian.',
  noneOfTenant: 'No private half of this tenant was handed over.',
  stays: 'This key was made to stay: its private half never leaves the keychain in a file.',
  erased: 'The private half is erased, so nothing is left to hand over.',
  nothingLeft: 'Nothing left: a dialog was closed, and the ledger has no entry.',
} as const;
