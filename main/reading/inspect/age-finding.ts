// Files of the age encryption tool: encrypted files by their header (age-encryption.org/v1), and identities.
import type { FoundValue } from '../../../shared/domain/reading/inspection.ts';
import { type Finding, finding, part } from './finding.ts';

/** `text` begins where the header begins. */
export function ageFinding(text: string, format: string): Finding {
  const header = text.slice(0, Math.max(0, text.indexOf('\n---')));
  const recipients = [...header.matchAll(/^-> (\S{1,40})/gm)].map(([, type = '']) => type);
  const locked: FoundValue = recipients.includes('scrypt')
    ? { code: 'passphrase' }
    : { code: 'recipient-keys', count: recipients.length };
  return finding('age', format, [
    part('file encrypted with age', { 'Opened by': locked, Types: recipients.join(', ') }),
  ]);
}

/** A file of identities or recipients; `null` when it is neither. The identities themselves are not shown. */
export function ageKeyFinding(text: string): Finding | null {
  const identities = [...text.matchAll(/^AGE-SECRET-KEY-/gm)].length;
  const recipients = [...text.matchAll(/^age1[0-9a-z]{58}$/gm)].map(([recipient]) => recipient);
  if (identities > 0) {
    return finding('age', 'age identity file', [
      part('age identity', { Identities: identities }, ['age-key-in-the-clear']),
    ]);
  }
  return recipients.length === 0
    ? null
    : finding('age', 'age recipient file', [part('age recipients', { Recipients: recipients.join(', ') })]);
}
