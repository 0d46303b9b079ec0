// The words for what the doctor finds: codes -> what a person reads. The window and the command line use the same ones.
import { findingSentenceFrom, type FindingSentences } from '../doctor.ts';
import { registryFlaw } from './problems/registry.ts';
import { keychainDetail } from './problems/keychain.ts';
import type { RingRule } from '../../domain/doctor/report.ts';
import type { AuditProblem } from '../../domain/audit/entry.ts';
import type { StateDifference } from '../../domain/audit/registry-state.ts';
import { say } from '../sentence.ts';

const KEEP = 'Do not delete anything.';
const ACCEPT =
  'If you put this copy there yourself, say so with “custodian doctor --accept-audit REASON”; otherwise keep the data folder as it is and find out who changed it.';

export const AUDIT_PROBLEM_WORDS: Record<AuditProblem, string> = {
  'seal-wrong': 'the signature over the audit chain does not fit its entries',
  'seal-missing': 'entries of the audit chain were signed once, but that signature is gone',
  'cut-short': 'entries that were signed are missing at the end of the audit chain',
  'older-than-keychain':
    'the keychain remembers a later state of the registry: it is an older copy, or entries were removed',
  'other-than-keychain': 'the registry has other entries than the keychain remembers',
  'device-key-missing': 'the keychain has lost the device key that signs the audit chain',
  'state-altered':
    'the records are not those that were sealed with the newest entry: they were changed outside Key Custodian',
  'device-key-other': 'the audit chain is signed by another device key than it names or the keychain holds',
  'not-signed': 'no device signed this file, so anybody may have made it up',
  'header-wrong': 'what the device signed is not this file: its first line or its end was changed',
  'device-not-named': 'another device signed it than the one that was named',
  'other-than-noted':
    'the entry that was noted is not in it: it was cut short, is an older copy, or was written anew since',
};

const RULE_WORDS: Record<RingRule, string> = {
  'one-next': 'has more than one next key',
  'one-current': 'has more than one current key',
  'ring-of-tenant': 'holds a key of another tenant or algorithm',
  'revoked-with-reason': 'holds a revoked key without time or reason',
  'destroyed-is-revoked': 'holds a destroyed key that was never revoked',
  'state-has-time': 'holds a key whose state does not fit its dates',
};

function differenceWords({ part, tenant, table, row, how }: StateDifference): string {
  switch (part) {
    case 'seal':
      return how === 'removed' ? 'The seal over the registry was taken away' : 'The seal over the registry was forged';
    case 'schema':
      return row === null
        ? 'The schema of the registry was changed'
        : `In the schema of the registry the ${row} was ${how}`;
    case 'entries':
      return 'An entry of the audit chain was changed';
    case 'records': {
      const whose = tenant === null ? '' : ` of “${tenant}”`;
      return row === null || row === ''
        ? `Records${whose} in the table ${table ?? ''} were ${how}`
        : `The record ${row}${whose} in the table ${table ?? ''} was ${how}`;
    }
  }
}

const words: FindingSentences = {
  'keychain-unreachable': ({ condition, detail }) =>
    say(
      `The keychain is ${condition} (${keychainDetail(detail)}), so no private key was checked.`,
      condition === 'foreign'
        ? 'Log in as the user, or restore the keychain, with which this registry was made. Nothing was changed.'
        : 'Unlock or start the keychain, then run the doctor again.',
    ),
  'registry-older': ({ entries, remembered }) =>
    say(
      `The registry is older than the keychain remembers (${entries} entries of ${remembered}), so nothing was removed or erased.`,
      `Put the newest copy of the data folder back. ${ACCEPT}`,
    ),
  'registry-damaged': ({ detail }) =>
    say(`The registry file is damaged: ${registryFlaw(detail)}.`, 'Restore the data folder from a backup.'),
  'changed-outside': (difference) =>
    say(
      `${differenceWords(difference)} outside Key Custodian.`,
      `Nothing is published, signed, rotated or handed out until the registry is restored. Restore the data folder from a backup. ${ACCEPT}`,
    ),
  'audit-broken': ({ entry }) =>
    say(
      `The audit chain is broken at entry ${entry}: it was changed outside Key Custodian.`,
      'Keep the data folder as it is, and compare it with a backup.',
    ),
  'audit-untrusted': ({ problem }) =>
    say(`Something is wrong with the audit chain: ${AUDIT_PROBLEM_WORDS[problem]}.`, ACCEPT),
  'clock-set-back': ({ seconds }) =>
    say(
      `This machine's clock is ${seconds} seconds behind the last recorded act, so nothing was erased.`,
      'Correct the clock, then run the doctor again. If it is right now and was wrong then, say so with “custodian doctor --clock REASON”.',
    ),
  'secret-missing': ({ tenant, kid, state }) =>
    say(
      `The private key of ${kid} (${state}, “${tenant}”) is not in the keychain, although it should be.`,
      `${KEEP} Check that this is the right keychain, and restore the key from a backup${
        state === 'current' ? '; until then this ring cannot sign' : ''
      }.`,
    ),
  'secret-damaged': ({ tenant, kid, state }) =>
    say(
      `The private key of ${kid} (${state}, “${tenant}”) is in the keychain but is not what was stored.`,
      `${KEEP} Restore the key from a backup.`,
    ),
  'secret-of-another-key': ({ tenant, kid, state }) =>
    say(
      `The private key stored for ${kid} (${state}, “${tenant}”) belongs to another public key.`,
      `${KEEP} Sign and publish nothing with this key, and restore it from a backup.`,
    ),
  'credential-damaged': ({ tenant }) =>
    say(
      `What lets Key Custodian in at “${tenant}” is in the keychain but is not what was stored.`,
      'Give the credential again, or make a new one at the tenant.',
    ),
  'proxy-account-damaged': () =>
    say(
      'User and password for the proxy are in the keychain but are not what was stored.',
      'Give them again in the network settings.',
    ),
  'record-altered': ({ tenant, kid }) =>
    say(
      `The public record of ${kid} (“${tenant}”) does not fit its private key: the registry was changed outside Key Custodian.`,
      'Publish nothing for this tenant, and compare the data folder with a backup.',
    ),
  'rule-broken': ({ tenant, ring, rule, kids }) =>
    say(
      `The ring “${ring}” of “${tenant}” ${RULE_WORDS[rule]} (${kids}).`,
      'The registry was changed outside Key Custodian. Compare the data folder with a backup.',
    ),
  'revoked-material-in-use': ({ tenant, kid, revokedIn, revokedKid }) =>
    say(
      `${kid} of “${tenant}” is the same key material as ${revokedKid}, which was revoked in “${revokedIn}”.`,
      `Rotate the ring of “${tenant}” and revoke ${kid}.`,
    ),
  'material-shared': ({ keys }) =>
    say(
      `The same key material is in custody more than once: ${keys}.`,
      'Rotate all but one of these rings to keys of their own.',
    ),
  'times-disordered': ({ tenant, kid }) =>
    say(
      `The dates of ${kid} (“${tenant}”) are not in order; the clock of this machine may have been wrong at the time.`,
      'Look at the dates of this key before you rely on its waits.',
    ),
  'left-unsettled': ({ count }) =>
    say(
      `${count === 1 ? 'One secret that a crash left' : `${count} secrets that a crash left`} in the keychain could not be settled.`,
      'Run the doctor again when the keychain is open.',
    ),
  'copies-left': ({ tenant, kid, copies, to }) =>
    say(
      `${copies === 1 ? 'A copy' : `${copies} copies`} of the revoked key ${kid} (“${tenant}”) may still be with others: ${to}.`,
      'Ask them to destroy it, and say so with “custodian handover destroyed”.',
    ),
  'orphan-removed': ({ count }) =>
    say(
      `${count === 1 ? 'One secret' : `${count} secrets`} of an act that was cut off, or of an erased key, was removed from the keychain.`,
      'Nothing is left to do. If that act was an import, import the file again.',
    ),
  'parts-removed': ({ tenant, kid, count }) =>
    say(`${count} left-over parts of ${kid} (“${tenant}”) were removed from the keychain.`, 'Nothing is left to do.'),
  'erased-late': ({ tenant, kid }) =>
    say(
      `The private key of ${kid} (“${tenant}”), recorded as destroyed, was still in the keychain and has been erased.`,
      'Nothing is left to do.',
    ),
};

export const findingSentence = findingSentenceFrom(words);
