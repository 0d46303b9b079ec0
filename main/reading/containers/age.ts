// Files of the age encryption tool: encrypted files by their header (age-encryption.org/v1), and identities.
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import type { FoundValue } from '../../../shared/domain/reading/inspection.ts';
import { type Contents, contents, partPiece } from '../contents.ts';
import { part } from '../inspect/finding.ts';

/** `text` begins where the header begins. */
export function ageContents(text: string, written: FileFormat): Contents {
  const header = text.slice(0, Math.max(0, text.indexOf('\n---')));
  const recipients = [...header.matchAll(/^-> (\S{1,40})/gm)].map(([, type = '']) => type);
  const locked: FoundValue = recipients.includes('scrypt')
    ? { code: 'passphrase' }
    : { code: 'recipient-keys', count: recipients.length };
  const file = part('file encrypted with age', { 'Opened by': locked, Types: recipients.join(', ') });
  return contents('age', written, [partPiece(file)], { refusal: { code: 'age-file' } });
}

/** A file of identities or recipients; `null` when it is neither. The identities themselves are not shown. */
export function readAgeKeys(text: string): Contents | null {
  const identities = [...text.matchAll(/^AGE-SECRET-KEY-/gm)].length;
  const recipients = [...text.matchAll(/^age1[0-9a-z]{58}$/gm)].map(([recipient]) => recipient);
  const refusal = { code: 'age-key' } as const;
  if (identities > 0) {
    const identity = part('age identity', { Identities: identities }, ['age-key-in-the-clear']);
    return contents('age', { code: 'age-identities' }, [partPiece(identity)], { refusal });
  }
  const shown = part('age recipients', { Recipients: recipients.join(', ') });
  return recipients.length === 0 ? null : contents('age', { code: 'age-recipients' }, [partPiece(shown)], { refusal });
}
