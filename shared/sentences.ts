// Error codes -> what happened, and what to do, in English. The window and the command line both use these words; where
// the advice is a command, the window gives another (words/window-advice.ts). A sentence never names a secret or an absolute path, because the facts it is made from never hold one.
import type { ErrorCode, ErrorFacts, WireError } from './errors.ts';
import { CLOCK_REASON_WORDS } from './waiting-words.ts';

export interface Sentence {
  message: string;
  advice: string;
}

/** The sentence of every code, in one language. */
export type Sentences = { [C in ErrorCode]: (facts: ErrorFacts[C]) => Sentence };

export const say = (message: string, advice: string): Sentence => ({ message, advice });

const unconfirmed = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Still to confirm: ${names.join(', ')}.`;

const sentences: Sentences = {
  USAGE: ({ problem }) => say(problem, 'Run the command with --help to see how it is used.'),
  INPUT_INVALID: ({ field, problem }) => say(`${field}: ${problem}.`, 'Correct the value and try again.'),
  CONFIRMATION_REQUIRED: ({ action }) =>
    say(`Nothing was done: ${action} needs a clear yes.`, 'Look at the preview, then repeat the command with --yes.'),
  CANCELLED: ({ action }) => say(`${action} was cancelled. Nothing was changed.`, 'Start again when you are ready.'),
  INTERNAL: ({ reference }) =>
    say(`Something went wrong inside Key Custodian (${reference}).`, 'Try again; if it happens twice, report it.'),

  TENANT_NOT_FOUND: ({ tenant }) =>
    say(`There is no tenant called “${tenant}”.`, 'List the tenants to see their names, or add this one.'),
  TENANT_EXISTS: ({ tenant }) => say(`A tenant called “${tenant}” exists already.`, 'Choose another name.'),
  RING_NOT_FOUND: ({ tenant, ring }) =>
    say(`The tenant “${tenant}” has no key ring called “${ring}”.`, 'List its rings to see their names.'),
  RING_EXISTS: ({ tenant, ring }) =>
    say(`The tenant “${tenant}” already has a key ring called “${ring}”.`, 'Choose another name for the new ring.'),
  RING_ALGORITHM_NOT_PUSHABLE: ({ alg }) =>
    say(
      `${alg} keys cannot be published to this kind of tenant: its key schema knows RSA and EC only.`,
      'Choose an RS, PS or ES algorithm for this ring.',
    ),
  RING_HAS_CURRENT: ({ ring, kid }) =>
    say(
      `The ring “${ring}” already signs with ${kid}, which has been published or used.`,
      'Import the key as next, publish it, and rotate when verifiers know it.',
    ),
  RING_NEXT_ANNOUNCED: ({ ring, kid }) =>
    say(
      `The next key ${kid} of ring “${ring}” is already published, so verifiers may rely on it.`,
      'Rotate instead: that brings it into use and makes a fresh next key.',
    ),
  RING_HAS_NO_CURRENT: ({ ring }) =>
    say(`The ring “${ring}” has no current key to sign with.`, 'Rotate the ring to bring its next key into use.'),
  RING_HAS_NO_NEXT: ({ ring }) =>
    say(`The ring “${ring}” has no next key to bring into use.`, 'Generate or import a next key first.'),
  RING_CHANGED: ({ ring }) =>
    say(`The ring “${ring}” changed while you were looking at it. Nothing was done.`, 'Look at it again, then repeat.'),
  ROTATION_HAS_EFFECT: ({ ring }) =>
    say(
      `The last rotation of “${ring}” cannot be taken back: its new key has signed, or its next key is known outside.`,
      'Rotate forward instead. The former key still verifies until you revoke it.',
    ),
  KEY_DESTROYED: ({ kid }) =>
    say(`The private half of ${kid} was destroyed.`, 'Its certificate and public half are still on record.'),
  KEY_NOT_EXPORTABLE: ({ kid }) =>
    say(
      `${kid} was made to stay: its private half leaves this keychain by no door.`,
      'Let tokens be signed here, or generate another key for the purpose.',
    ),
  TENANT_IN_SERVICE: ({ tenant, kid }) =>
    say(
      `“${tenant}” stays: its key ${kid} was published, used or imported, and removing it would lose it.`,
      'Revoke its keys instead. A tenant can be removed only while none of its keys has been put to use.',
    ),

  KEY_NOT_FOUND: ({ tenant, kid }) =>
    say(`The tenant “${tenant}” has no key ${kid}.`, 'List its keys; the kid is case-sensitive.'),
  KEY_STATE: ({ kid, state, action, needs }) =>
    say(`The key ${kid} is ${state}; ${action} is for a key that is ${needs}.`, 'Nothing was changed.'),
  KEY_EXISTS: ({ kid }) => say(`This key is already in custody as ${kid}.`, 'Use the key that is there.'),
  KEY_REVOKED_BEFORE: ({ kid }) =>
    say(`This key was revoked here as ${kid}. Revoked material never comes back.`, 'Generate a new key.'),
  KEY_UNREADABLE: ({ problem }) =>
    say(`The file holds no private key that can be read: ${problem}.`, 'Check the file.'),
  KEY_ENCRYPTED: ({ format }) =>
    say(`The ${format} file is protected by a passphrase.`, 'Give its passphrase to open it.'),
  KEY_PASSPHRASE_WRONG: ({ format }) =>
    say(
      `The passphrase does not open the ${format} file.`,
      'Type it again, minding capital letters and the keyboard layout. If it is right, the file is damaged.',
    ),
  KEY_CIPHER_UNSUPPORTED: ({ cipher }) =>
    say(
      `The file is protected in a way that is not read here: ${cipher}.`,
      'Save it again as PKCS#8 or PKCS#12 with AES-256 and PBKDF2, and import that.',
    ),
  KEY_CHOICE_NEEDED: ({ entries }) =>
    say(`The file holds several private keys:\n${entries}`, 'Say which one by its number, name or fingerprint.'),
  KEY_CERTIFICATE_MISMATCH: ({ subject }) =>
    say(
      `The certificate in the file (${subject}) belongs to another key.`,
      'Find the right pair, or import the key from a file without a certificate.',
    ),
  KEY_UNSUPPORTED: ({ kind }) => say(`Keys of the kind ${kind} cannot be used here.`, 'Use RSA, EC or Ed25519.'),
  KEY_WEAK: ({ problem }) => say(`The key is too weak to protect tokens: ${problem}.`, 'Use a newly generated key.'),
  KEY_RING_MISMATCH: ({ kind, ring, alg }) =>
    say(`The file holds a key of the kind ${kind}; the ring “${ring}” signs with ${alg}.`, 'Choose a ring that fits.'),

  CLOCK_TOO_EARLY: ({ kid, action, at, why, waitsFor }) =>
    say(
      `It is too early for ${action} ${kid}: ${CLOCK_REASON_WORDS[why]}.${unconfirmed(waitsFor)}`,
      why === 'consumers-unconfirmed'
        ? 'Ask them, record each answer with “custodian consumer confirm”, or go ahead now with a reason, which is recorded.'
        : at === null
          ? 'Push the tenant and let its public JWKS be looked at; then the wait begins.'
          : `Wait until ${at}, or go ahead now with a reason, which is recorded.`,
    ),
  CLOCK_SET_BACK: ({ seconds }) =>
    say(
      `This machine's clock is ${seconds} seconds behind the last recorded act, so no wait can be trusted.`,
      'Correct the clock, then try again. Nothing was changed.',
    ),
  CONSUMER_NOT_FOUND: ({ tenant, consumer }) =>
    say(`The tenant “${tenant}” has no consumer called “${consumer}”.`, 'List its consumers to see their names.'),
  CONSUMER_EXISTS: ({ tenant, consumer }) =>
    say(`The tenant “${tenant}” already has a consumer called “${consumer}”.`, 'Choose another name.'),
  CONSUMER_NEEDS_NO_FILE: ({ consumer }) =>
    say(
      `No file is on record for “${consumer}”: it fetches the published set by itself.`,
      'If it takes a file after all, edit the consumer and say which.',
    ),
  POLICY_NOT_FOUND: ({ policy }) =>
    say(`There is no policy called “${policy}”.`, 'List the policies to see their names, or set this one.'),
  PLAN_CHANGED: ({ ring }) =>
    say(
      `The ring “${ring}” has no such plan any more: its keys or its policy changed. Nothing was done.`,
      'Look at the plan again, then run that one.',
    ),
  PLAN_REHEARSAL_MISSING: ({ tenant, rehearsal, days }) =>
    say(
      `“${tenant}” is in production, and this order was not rehearsed in the last ${days} days.`,
      rehearsal === null
        ? 'Link a development tenant and run the plan there first, or go ahead now with a reason, which is recorded.'
        : `Run the plan on “${rehearsal}” first, or go ahead now with a reason, which is recorded.`,
    ),

  VAULT_UNAVAILABLE: ({ detail }) =>
    say(
      `This machine's keychain cannot be reached (${detail}).`,
      'On Linux, log in to a desktop session or start gnome-keyring; then try again.',
    ),
  VAULT_LOCKED: () =>
    say('The keychain is locked, so private keys cannot be reached.', 'Unlock your login keychain and try again.'),
  VAULT_TIMEOUT: ({ seconds }) =>
    say(
      `The keychain did not answer within ${seconds} seconds.`,
      'Look for an unlock prompt behind other windows, answer it, and try again.',
    ),
  VAULT_FOREIGN: ({ detail }) =>
    say(
      `The open keychain is not the one that holds these keys (${detail}).`,
      'Log in as the user, or restore the keychain, with which this registry was made. Nothing was changed.',
    ),
  VAULT_TOO_LARGE: ({ bytes }) =>
    say(`The secret of ${bytes} bytes is larger than the keychain takes.`, 'Use a smaller key.'),
  VAULT_SECRET_MISSING: ({ kid }) =>
    say(
      `The private half of ${kid} is not in the keychain, although it should be.`,
      'Do not delete anything. Check that this is the right keychain, or restore from a backup.',
    ),
  VAULT_SECRET_DAMAGED: ({ kid }) =>
    say(`The private half of ${kid} was read but is not what was stored.`, 'Restore it from a backup.'),

  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `The key registry is open in another Key Custodian (${holder}).`,
      'Close that window or wait for that command to end, then try again.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(`The key registry cannot be read (${detail}).`, 'Restore the data folder from a backup.'),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `The key registry is older than the keychain remembers (${entries} entries of ${remembered}).`,
      'Put the newest copy of the data folder back. Nothing was changed. See “custodian doctor”.',
    ),
  AUDIT_BROKEN: ({ detail }) =>
    say(`The audit chain does not hold, so this device signs ${detail}.`, 'See “custodian doctor” first.'),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `The key registry was written by a newer Key Custodian (schema ${found}, this one knows ${known}).`,
      'Update Key Custodian.',
    ),

  FILE_NOT_FOUND: ({ file }) => say(`There is no file ${file}.`, 'Check the name.'),
  PASTE_NOT_SEEN: ({ seconds }) =>
    say(
      `The clipboard was not read: nobody has pasted within the last ${seconds} seconds.`,
      'Paste once more, with the keys or in the menu.',
    ),
  FILE_UNREADABLE: ({ file, problem }) => say(`The file ${file} cannot be read: ${problem}.`, 'Check its permissions.'),
  FILE_EXISTS: ({ file }) =>
    say(`${file} exists already and was left as it is.`, 'Choose another name, or move the old file away.'),
  FILE_NOT_WRITTEN: ({ file, problem }) =>
    say(`${file} could not be written: ${problem}.`, 'Choose a folder you may write to, with free space.'),
  FILE_TOO_LARGE: ({ file, bytes, limit }) =>
    say(`${file} has ${bytes} bytes; at most ${limit} are read.`, 'Check that this is a key file.'),

  PUBLISH_TOO_MANY: ({ count, limit }) =>
    say(
      `${count} keys would be published, but the tenant takes at most ${limit}.`,
      'Revoke previous keys that are no longer needed, or use fewer rings.',
    ),
  PUBLISH_BLOCKED: ({ tenant, findings }) =>
    say(
      `The set for “${tenant}” must not go out as it is. Nothing was sent.\n${findings}`,
      'Correct these keys, or remove foreign ones by name, and look at a fresh preview.',
    ),
  PUBLISH_REVOKED_BACK: ({ tenant, kids }) =>
    say(
      `That set would bring revoked keys back to “${tenant}”: ${kids}. Nothing was sent.`,
      'Choose another former set, or go ahead with a reason, which is recorded.',
    ),
  EVIDENCE_NOT_FOUND: ({ tenant }) =>
    say(`No such proof of “${tenant}” is on record.`, 'Prove the publication first, or list its proofs.'),
  PUBLISH_NO_FORMER_SET: ({ tenant }) =>
    say(`No such former set of “${tenant}” is on record.`, 'List its publications to see which sets can come back.'),
  PUBLISH_CHANGED: ({ tenant }) =>
    say(
      `The published set of “${tenant}” or its rings changed since the preview. Nothing was sent.`,
      'Look at a fresh preview, then push that.',
    ),
  PUBLISH_NOT_CONFIRMED: ({ tenant, detail }) =>
    say(
      `The push to “${tenant}” was sent, but reading back does not show it (${detail}).`,
      'Look at a fresh preview to see what is there now.',
    ),
  PUBLISH_NOT_CONFIGURED: ({ tenant, missing }) =>
    say(
      `The tenant “${tenant}” cannot be published yet: ${missing} is missing.`,
      'Add it in the settings of the tenant, or with “custodian tenant edit” (--api-base, --jwks-url …) and “custodian tenant credentials”.',
    ),

  OUTBOX_NOT_NEEDED: ({ tenant }) =>
    say(`“${tenant}” can be reached, so nothing has to wait.`, 'Look at a fresh preview, then push that.'),
  OUTBOX_EMPTY: ({ tenant }) =>
    say(`Nothing of “${tenant}” waits in the outbox.`, 'List the outbox to see what waits and why.'),
  COURIER_FILE_REFUSED: ({ file, problem }) =>
    say(
      `The ${file} cannot be used: ${problem}. Nothing was changed.`,
      `Check that it is the right ${file}, unaltered.`,
    ),
  COURIER_DEVICE_UNKNOWN: ({ file, fingerprint }) =>
    say(
      `The ${file} is signed by a device that is not known here: ${fingerprint}`,
      'Compare this with what the other machine shows, over a way that cannot be forged. Only if both are the same, ' +
        (file === 'bundle' ? 'give it with --fingerprint.' : 'give it with --courier-fingerprint.'),
    ),
  COURIER_BUNDLE_EXPIRED: ({ tenant, at }) =>
    say(`The bundle for “${tenant}” expired at ${at}. Nothing was sent.`, 'Have a new one made, or check the clock.'),

  DOMAIN_NOT_READY: ({ host, domain, status }) =>
    say(
      `Custom keys are published at a custom domain only, and ${host} does not have ${domain} ready (${status}).`,
      'Verify the custom domain there first. Nothing was sent: the keys would be shown to nobody.',
    ),

  REMOTE_UNREACHABLE: ({ host, detail }) =>
    say(
      `${host} cannot be reached (${detail}).`,
      'Check the network and the address. Nothing was changed here. A push can wait in the outbox (publish push --queue) ' +
        'or go by courier (publish bundle).',
    ),
  REMOTE_TLS: ({ host, detail }) =>
    say(
      `No safe connection to ${host} can be made (${detail}). Nothing was sent.`,
      'Check the clock and the address. For an authority of your own, name its certificate in NODE_EXTRA_CA_CERTS.',
    ),
  REMOTE_TIMEOUT: ({ host, seconds }) =>
    say(`${host} did not answer within ${seconds} seconds.`, 'Look at a fresh preview to learn what arrived.'),
  REMOTE_UNAUTHORISED: ({ host }) =>
    say(
      `${host} did not accept the credentials.`,
      'Give others in the settings of the tenant, or with “custodian tenant credentials”.',
    ),
  REMOTE_TOKEN_EXPIRED: ({ host, at }) =>
    say(
      `The stored token for ${host} expired at ${at}, so nothing was tried with it.`,
      'Obtain a new one and give it in the settings of the tenant, or with “custodian tenant credentials … --token-stdin”.',
    ),
  REMOTE_SCOPE_MISSING: ({ host, scopes }) =>
    say(`${host} refused: the credentials lack the scope ${scopes}.`, 'Grant the scope to the application there.'),
  REMOTE_NOT_ENTITLED: ({ host, detail }) =>
    say(
      `The subscription of the tenant at ${host} does not include this (${detail}).`,
      'Ask for it there; custom signing keys belong to some plans only. Nothing was changed.',
    ),
  REMOTE_INVALID_BODY: ({ host, member, detail }) =>
    say(
      `${host} does not take the member ${member} of what was sent (${detail}).`,
      'Nothing was changed there. If it belongs to a foreign key in the set, that key must be removed or replaced there.',
    ),
  REMOTE_CONFLICT: ({ host, detail }) =>
    say(
      `${host} refused, because it conflicts with what is there (${detail}).`,
      'Nothing was changed there. Look at a fresh preview, then push that.',
    ),
  REMOTE_REFUSED: ({ host, status, detail }) =>
    say(`${host} refused the request (${status}: ${detail}).`, 'Nothing was changed there.'),
  REMOTE_CHANGED: ({ host }) =>
    say(
      `What ${host} holds was changed by somebody else in this very moment, so it refused. Nothing was changed there.`,
      'Look at a fresh preview, then push that.',
    ),
  REMOTE_RATE_LIMITED: ({ host, until }) =>
    say(`${host} takes no more requests until ${until}.`, 'Wait until then and try again.'),
  REMOTE_FAILED: ({ host, status }) =>
    say(`${host} failed (${status}).`, 'Look at a fresh preview to learn what is there, then try again.'),
  REMOTE_MALFORMED: ({ host, detail }) =>
    say(`${host} gave an answer that cannot be understood (${detail}).`, 'Check the address of the endpoint.'),
  REMOTE_OUTCOME_UNKNOWN: ({ tenant, action }) =>
    say(
      `It cannot be told yet whether ${action} of “${tenant}” happened: its list cannot be read, or does not show it.`,
      'Look again (in the window, or with “custodian publish pull” and “custodian remote keys”) when it can be reached, before you repeat it.',
    ),
  PROOF_FAILED: ({ url, step, detail }) =>
    say(`The proof through ${url} failed when the key was to be ${step}: ${detail}.`, 'Push first, then verify again.'),
};

/** The sentence and the advice for an error in its wire form, out of such a table. */
export const sentenceFrom =
  (table: Sentences) =>
  (error: WireError): Sentence => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the sentence of this very code
    const make = table[error.code] as (facts: WireError['facts']) => Sentence;
    return make(error.facts);
  };

/** In English, with advice for the command line. */
export const sentenceFor = sentenceFrom(sentences);
