// What to do, said to somebody who sits before the window: in place of the advice that names a command or an option.
import { inputProblem } from './problems/input.ts';
import { fieldWord } from './fields.ts';
import { findingSentence } from './doctor.ts';
import type { Finding } from '../../domain/doctor/report.ts';
import type { ErrorCode, ErrorFacts, WireError } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';
import { endsBy } from '../../problems/acts.ts';
import { sentenceFor } from './errors.ts';

type Advice = { [C in ErrorCode]?: (facts: ErrorFacts[C]) => string | null };

const ENDING = {
  withdrawing: ' A next key is taken out by “Withdraw…”.',
  emergency: ' A current key is taken out at once by “Emergency” in the menu of its ring.',
  revoking: ' A previous key is taken out by “Revoke…”.',
  none: '',
};

const CEREMONY = 'A ceremony is led through on the command line.';
const REASON = 'or go ahead now with a reason, which is recorded.';
const NEWEST_COPY =
  'Put the newest copy of the data folder back; otherwise keep it as it is and find out who changed it.';

/** `null` where the other advice serves. */
const advices: Advice = {
  USAGE: () => 'Correct what was asked for, and try again.',
  CONFIRMATION_REQUIRED: () => 'Look at what it would do, then confirm it.',
  CLOCK_TOO_EARLY: ({ why, at }) =>
    why === 'consumers-unconfirmed'
      ? `Ask them, record each answer under “Consumers”, ${REASON}`
      : at === null
        ? 'Push the tenant and prove it from outside; then the wait begins.'
        : null,
  VAULT_LOCKED: ({ detail }) =>
    detail.code === 'passphrase-needed'
      ? 'Unlock it: in the rail, or with Ctrl+L. What is public can be looked at meanwhile.'
      : null,
  VAULT_PASSPHRASE_NONE: () => 'Set one in Settings, under “Lock and passphrase”.',
  VAULT_PROOF_NEEDED: () => 'Try again, and type it in the window that asks.',
  REGISTRY_TOO_NEW: () =>
    'Nothing was opened or changed. Install the newer version. As it was before the newer one changed it, the registry lies in “copies” in the data folder.',
  REGISTRY_OLDER: () =>
    `${NEWEST_COPY} Nothing was changed. If you put the older one there yourself, look at what differs and accept it.`,
  REGISTRY_ALTERED: () =>
    'Restore the data folder from a backup, or look at what differs and accept it if you made the change yourself.',
  KEY_STATE: ({ action, state }) => `Nothing was changed.${ENDING[endsBy(action, state) ?? 'none']}`,
  KEY_WOULD_BE_REPLACED: () => 'Rotate first to bring it into use, or try again and agree in the window that asks.',
  HAND_OVER_NOT_FOUND: () => 'Look at the ledger on the page of the key.',
  APPROVAL_NEEDED: () =>
    'Save the request and have another officer answer it; take the answer, then do the same again.',
  KEY_KNOWN_LEAKED: () =>
    'Withdraw it as compromised; a new key replaces it. If the current key is exposed too, say so in the emergency.',
  KEY_NOT_BACKED_UP: () =>
    'Make a backup on the command line first. With a reason it goes on without one there; the reason is recorded.',
  KEY_KID_TAKEN: () => 'Tokens name their key by it, so one of the two needs another kid. Type one for this key.',
  KEY_CIPHER_UNSUPPORTED: ({ cipher }) =>
    cipher.code === 'too-much-work'
      ? 'Save it again with fewer rounds: 600,000 are many. Or import it on the command line, which can be told to take the time.'
      : null,
  KEY_WEAK: ({ problem }) =>
    problem.code === 'exponent-small'
      ? 'Use a newly generated key, or import it on the command line, which can be told to take it.'
      : null,
  KEY_KID_UNFIT: () => 'Type the kid by which it is to be known.',
  KEY_NOT_OURS: () => 'Somebody changed the record. Rotate this ring and revoke the key.',
  CLOCK_SET_BACK: () =>
    'Correct the clock, then try again. If it is right now and was wrong then, say so in Settings, under “Clock”. Nothing was changed.',
  CLOCK_DISAGREES: ({ host }) =>
    `Correct the clock, then try again. If it is right and ${host} is wrong, say so in Settings, under “Clock”.`,
  PUBLISH_FOREIGN_UNDECIDED: () =>
    'Find out whose they are. Then decide about each under “Publish”: keep it and say why, or remove it.',
  AUDIT_BROKEN: () => 'Look at the audit log first: it says what does not hold.',
  PUBLISH_NOT_CONFIGURED: () => 'Add what is missing in the settings of the tenant.',
  COURIER_DEVICE_UNKNOWN: () =>
    'Compare this with what the other machine shows, over a channel that cannot be forged. Believe it only if both are the same.',
  CEREMONY_NONE: () => CEREMONY,
  CEREMONY_OPEN: () => CEREMONY,
  CEREMONY_STEP_FAILED: () => CEREMONY,
  CEREMONY_STEPS_LEFT: () => CEREMONY,
  CEREMONY_STEPS_DONE: () => CEREMONY,
  OFFICER_NOT_FOUND: () => 'Look through the list of its officers.',
  REMOTE_UNREACHABLE: () =>
    'Check the network and the address. Nothing was changed here. A push can wait in the outbox or go by courier.',
  REMOTE_TLS: () =>
    'Check the clock and the address. Where an authority of your company vouches for it, add that in Settings, under “Network”.',
  REMOTE_PROXY_UNREACHABLE: () =>
    'Check the proxy. Settings say under “Network” which one is used, and another can be set there.',
  REMOTE_PROXY_UNAUTHORISED: () => 'Set user and password in Settings, under “Network”, or ask whoever runs it.',
  REMOTE_PROXY_REFUSED: () =>
    'Ask whoever runs it to allow this host, or set another proxy in Settings, under “Network”.',
  REMOTE_ROUTE_UNKNOWN: () => 'Set the proxy in Settings, under “Network”, or that none is used.',
  REMOTE_UNAUTHORISED: () => 'If the reason lies there, mend it there; else set others in the settings of the tenant.',
  REMOTE_TOKEN_EXPIRED: () => 'Obtain a new one and set it in the settings of the tenant.',
  REMOTE_NOT_RECORDED: () =>
    'Make room, or bring the disk back, and check everything in the settings. Then look at what is published and push again: what is there already is recorded by that.',
  REMOTE_OUTCOME_UNKNOWN: () =>
    'Check the published set and the tenant’s own keys again when it can be reached, before you repeat it.',
};

/** The English sentence for an error, with the window's advice. */
export function windowSentence(error: WireError): Sentence {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table has the advice of this very code
  const make = advices[error.code] as ((facts: WireError['facts']) => string | null) | undefined;
  const { message, advice } = sentenceFor(error);
  return { message: messageOf(error) ?? message, advice: make?.(error.facts) ?? advice };
}

/** The command line calls a field by its option, the window by its label. */
const messageOf = ({ code, facts }: WireError): string | null =>
  code === 'INPUT_INVALID' ? `${fieldWord(facts.field)}: ${inputProblem(facts.problem)}.` : null;

const findingAdvices: Partial<Record<Finding['code'], string>> = {
  'copies-left': 'Ask them to destroy it, and mark each copy as destroyed on the page of the key.',
  'registry-older': NEWEST_COPY,
  'audit-untrusted': NEWEST_COPY,
  'changed-outside': NEWEST_COPY,
  'clock-set-back':
    'Correct the clock. If it is right now and was wrong then, say so on the command line, with a reason.',
};

/** The same for what the doctor finds. */
export function windowFinding(found: Finding): Sentence {
  const { message, advice } = findingSentence(found);
  return { message, advice: findingAdvices[found.code] ?? advice };
}
