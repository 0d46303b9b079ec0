// What a tenant is owed, in one line for a table.
import { OWED_WORDS, type OwedTenant } from '../../shared/outbox.ts';
import { capitalised, count } from './hex.ts';

export function owedWords({ lastPushedAt, missing, lingering, altered, reordered }: OwedTenant): string {
  const told = [
    ...counted(missing, OWED_WORDS.missing),
    ...counted(lingering, OWED_WORDS.lingering),
    ...counted(altered, OWED_WORDS.altered),
    ...(reordered ? [OWED_WORDS.reordered] : []),
  ];
  return `${capitalised(lastPushedAt === null ? OWED_WORDS.never : told.join(', '))}.`;
}

const counted = (kids: readonly string[], word: string): string[] =>
  kids.length === 0 ? [] : [`${count(kids.length, 'key')} ${word}`];
