// The register of consumers in lines for people.
import type { ConsumerView } from '../../../domain/consumers/consumer.ts';
import { VERIFIER_WORDS } from '../verifiers.ts';
import { table } from '../../../encoding/table.ts';

export function consumersLines(views: readonly ConsumerView[]): string[] {
  return views.length === 0
    ? ['No consumers yet. Register one with: custodian consumer add <tenant> --name … --verifier …']
    : views.flatMap(consumerLines);
}

export function consumerLines({ consumer, keepsSeconds, notes, open }: ConsumerView): string[] {
  const { name, verifier, contact, format, rings, note } = consumer;
  const facts: [string, string | null][] = [
    ['verifies with', VERIFIER_WORDS[verifier].name],
    ['keeps keys', keepsSeconds === null ? 'until a person replaces them' : `${keepsSeconds} seconds`],
    ['rings', rings?.join(', ') ?? 'all'],
    ['file', format ?? 'none, it fetches the set'],
    ['contact', contact],
    ['note', note],
    ['last word', lastWord(notes)],
  ];
  return [
    name,
    ...table(facts.flatMap(([fact, value]) => (value === null ? [] : [[`  ${fact}`, value]]))),
    ...open.map(
      ({ kid, state, ring, answer, handedOutAt }) =>
        `  ! has not confirmed that it ${answer === 'has' ? 'has' : 'has removed'} ${kid} (${ring}, ${state})` +
        (handedOutAt === null ? '' : `, given it ${handedOutAt}`),
    ),
  ];
}

function lastWord(notes: ConsumerView['notes']): string | null {
  const note = notes.at(-1);
  if (note === undefined) {
    return null;
  }
  const said = { 'handed-out': 'was given', has: 'has', 'let-go': 'has removed' }[note.kind];
  return `${said} ${note.kid}, ${note.at}, recorded by ${note.by}`;
}
