// What a tenant is owed, in one line for a table.
import type { OwedTenant } from '../../shared/domain/published-set/outbox.ts';
import { words } from '../words/words.ts';
import { capitalised } from './hex.ts';

export function owedWords({ lastPushedAt, missing, lingering, altered, reordered }: OwedTenant): string {
  const said = words.shared.owed;
  const told = [
    ...counted(missing, said.missing),
    ...counted(lingering, said.lingering),
    ...counted(altered, said.altered),
    ...(reordered ? [said.reordered] : []),
  ];
  return `${capitalised(lastPushedAt === null ? said.never : told.join(', '))}.`;
}

const counted = (kids: readonly string[], word: string): string[] =>
  kids.length === 0 ? [] : [words.outbox.owed(kids.length, word)];
