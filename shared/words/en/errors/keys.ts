// English sentences for errors: keys and the files that hold them.
import { APPROVAL_ADVICE, approvalFlaw } from '../four-eyes.ts';
import { fileFormat, keyEntry, keyKind, unreadScheme } from '../names.ts';
import type { KeyKind } from '../../../domain/reading/schemes.ts';
import { keyFileProblem } from '../problems/key-file.ts';
import { inputProblem } from '../problems/input.ts';
import { endsBy } from '../../../problems/acts.ts';
import { keyAct, keyCondition } from '../problems/acts.ts';
import type { KeyWorth } from '../../../domain/key-ring/ring.ts';
import { say, type Sentences } from '../../sentence.ts';

const WORTH: Record<KeyWorth, string> = {
  imported: 'was imported from a file',
  'handed-over': 'was handed over with its private key',
  'given-out': 'consumers were given',
  certified: 'carries a certificate of an authority',
};

const ENDING = {
  withdrawing: ' A next key is taken out with “custodian key withdraw”.',
  emergency: ' A current key is taken out at once with “custodian key rotate-and-revoke”.',
  revoking: ' A previous key is taken out with “custodian key revoke”.',
  none: '',
};

const KIND_ADVICE: Readonly<Partial<Record<KeyKind['code'], string>>> = {
  'not-for-signing':
    'Its “use” or “key_ops” says so. Ask its owner for a key for signing, or have these two members corrected.',
  marked: 'Its “alg” says so. Ask its owner for a key for signing, or have this member corrected.',
  'one-scheme': 'It is bound to a hash or a salt that no ring has. Use RSA without restrictions, EC or Ed25519.',
  'explicit-curve':
    'Its parameters are of no curve that rings have. If they should be, write them by name: openssl ec -param_enc named_curve.',
  symmetric: 'A shared secret cannot be published. Use RSA, EC or Ed25519.',
};

export const keySentences = {
  KEY_DESTROYED: ({ kid }) =>
    say(`The private key of ${kid} was destroyed.`, 'Its certificate and public key are still on record.'),
  APPROVAL_NEEDED: ({ tenant }) =>
    say(
      `“${tenant}” wants a second officer for this. Nothing was done.`,
      'Ask for the approval with “custodian approve request”, then repeat this with --approval FILE.',
    ),
  APPROVAL_UNFIT: ({ flaw, reason }) =>
    say(`${approvalFlaw[flaw]}${reason === null ? '' : `: “${reason}”`}. Nothing was done.`, APPROVAL_ADVICE[flaw]),
  APPROVAL_NOT_FOR: ({ act }) => say(`No tenant can want a second officer for ${act}.`, 'Do it as it is.'),
  OFFICER_EXISTS: ({ officer }) =>
    say(`${officer} has this name or this device already.`, 'One device is one officer, whatever the name.'),
  OFFICER_NOT_FOUND: ({ tenant, officer }) =>
    say(`“${tenant}” has no officer called ${officer}.`, 'List them with “custodian approve officers”.'),
  FOUR_EYES_ALONE: ({ tenant }) =>
    say(
      `“${tenant}” would want a second officer, and there would be none.`,
      'Add an officer with another device first, or turn four eyes off.',
    ),
  HAND_OVER_NOT_FOUND: ({ tenant, number }) =>
    say(`The ledger of “${tenant}” has no hand-over number ${number}.`, 'List them with “custodian handover list”.'),
  HAND_OVER_READ_WRONG: ({ number, to }) =>
    say(
      `That is the fingerprint neither of the file of hand-over ${number} nor of its key.`,
      `Have ${to} read it once more. If it stays so, they hold another file: find out who has this one, and treat the key as exposed until you know.`,
    ),
  HAND_OVER_SAID: ({ number, what, at }) =>
    say(
      `Hand-over ${number} was ${what === 'confirmed' ? 'confirmed' : 'marked as destroyed'} at ${at} already.`,
      'What the ledger says stays as it is.',
    ),
  KEY_NOT_EXPORTABLE: ({ kid }) =>
    say(
      `${kid} was made to stay: its private key never leaves this keychain.`,
      'Let tokens be signed here, or generate another key for the purpose.',
    ),
  KEY_FOR_TOKENS: ({ tenant, kid }) =>
    say(
      `${kid} signs tokens of “${tenant}” in production, and a key serves one purpose only: as the proof of a client it is not taken.`,
      'Make a key for it in a tenant record of its own whose set is never pushed, such as “clients”, and register its public key at the tenant. To use this key all the same, store the credentials on the command line with a reason, which is recorded.',
    ),
  KEY_NOT_FOUND: ({ tenant, kid }) =>
    say(`The tenant “${tenant}” has no key ${kid}.`, 'List its keys; the kid is case-sensitive.'),
  KEY_NOT_BACKED_UP: ({ kid }) =>
    say(
      `The key ${kid} is in no backup, so it does not begin to sign in production: with this machine it would be lost.`,
      'Make a backup first: custodian backup create. With --override REASON it goes on without one; the reason is recorded.',
    ),
  KEY_NOT_OURS: ({ kid }) =>
    say(
      `The public key on record for ${kid} is not that of the private key in the keychain, so nothing was sent.`,
      'Somebody changed the record. Rotate this ring and revoke the key, and see “custodian doctor”.',
    ),
  KEY_STATE: ({ kid, state, action, needs }) =>
    say(
      `The key ${kid} is ${keyCondition[state]}; ${keyAct[action]} is for a key that is ${keyCondition[needs]}.`,
      `Nothing was changed.${ENDING[endsBy(action, state) ?? 'none']}`,
    ),
  KEY_EXISTS: ({ kid }) => say(`This key is already in custody as ${kid}.`, 'Use the key that is there.'),
  KEY_REVOKED_BEFORE: ({ kid }) =>
    say(`This key was revoked here as ${kid}. Revoked material never comes back.`, 'Generate a new key.'),
  KEY_WOULD_BE_REPLACED: ({ ring, kid, worth }) =>
    say(
      `This would replace ${kid} in the ring “${ring}”, which ${WORTH[worth]}. Nothing was changed.`,
      `Rotate first to bring it into use, or say that it may go: --replace ${kid}. It is then “replaced”, not revoked, and can be imported again.`,
    ),
  KEY_KNOWN_LEAKED: ({ kid }) =>
    say(
      `${kid} is not brought into use: its private key is public, or its material was revoked as compromised.`,
      'Withdraw it as compromised; a new key replaces it. If the current key is exposed too, revoke both at once: --next-too.',
    ),
  KEY_KID_TAKEN: ({ tenant, kid }) =>
    say(
      `Another key of “${tenant}” is called ${kid} already.`,
      'Tokens name their key by it, so one of the two needs another kid. Give this one its own: --kid.',
    ),
  KEY_KID_UNFIT: ({ kid, problem }) =>
    say(
      `The file calls its key “${kid}”, which cannot be kept: a kid ${inputProblem(problem)}.`,
      'Say by which kid it is to be known: --kid.',
    ),
  KEY_UNREADABLE: ({ problem }) =>
    say(`The file holds no private key that can be read: ${keyFileProblem(problem)}.`, 'Check the file.'),
  KEY_ENCRYPTED: ({ format }) =>
    say(`The ${fileFormat(format)} file is protected by a passphrase.`, 'Give its passphrase to open it.'),
  KEY_PASSPHRASE_WRONG: ({ format }) =>
    say(
      `The passphrase does not open the ${fileFormat(format)} file.`,
      'Type it again, minding capital letters and the keyboard layout. If it is right, the file is damaged.',
    ),
  KEY_CIPHER_UNSUPPORTED: ({ cipher }) =>
    say(
      `The file is protected in a way that is not read here: ${unreadScheme(cipher)}.`,
      cipher.code === 'too-much-work'
        ? 'To take the time all the same, say --allow-long-work. Or save it again with fewer rounds: 600,000 are many.'
        : 'Save it again as PKCS#8 or PKCS#12 with AES-256 and PBKDF2, and import that.',
    ),
  KEY_CHOICE_NEEDED: ({ entries }) =>
    say(
      `The file holds several private keys:\n${entries.map(keyEntry).join('\n')}`,
      'Say which one by its number, name or fingerprint.',
    ),
  KEY_CERTIFICATE_MISMATCH: ({ subject }) =>
    say(
      `The certificate in the file (${subject}) belongs to another key.`,
      'Find the right pair, or import the key from a file without a certificate.',
    ),
  KEY_UNSUPPORTED: ({ kind }) =>
    say(`Keys of the kind ${keyKind(kind)} cannot be used here.`, KIND_ADVICE[kind.code] ?? 'Use RSA, EC or Ed25519.'),
  KEY_WEAK: ({ problem }) =>
    say(
      `The key is too weak to protect tokens: ${keyFileProblem(problem)}.`,
      problem.code === 'exponent-small'
        ? 'Use a newly generated key, or take it all the same: --allow-small-exponent.'
        : 'Use a newly generated key.',
    ),
  KEY_RING_MISMATCH: ({ kind, ring, alg }) =>
    say(
      `The file holds a key of the kind ${keyKind(kind)}; the ring “${ring}” signs with ${alg}.`,
      'Choose a ring that fits.',
    ),
} satisfies Partial<Sentences>;
