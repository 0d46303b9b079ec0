// The outbox in lines for people: what waits, what travels, what is owed.
import { OWED_WORDS } from '../publishing.ts';
import type { Outbox, OutboxEntry, OwedTenant, TravellingBundle } from '../../../domain/published-set/outbox.ts';
import { sentenceFor } from '../errors.ts';

export function outboxLines({ waiting, travelling, owed }: Outbox): string[] {
  return waiting.length + travelling.length + owed.length === 0
    ? ['Nothing waits: every set was pushed as it is wanted.']
    : [
        ...section('Waiting for the network', waiting.flatMap(waitingLines)),
        ...section('With a courier, no receipt yet', travelling.map(travellingLine)),
        ...section('Changed, not pushed', owed.map(owedLine)),
      ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];

function waitingLines({ tenant, act, queuedAt, lastTriedAt, attempts, why }: OutboxEntry): string[] {
  return [
    `${tenant}: ${act} since ${queuedAt}, tried ${attempts === 1 ? 'once' : `${attempts} times`}, last at ${lastTriedAt}`,
    `  ${sentenceFor(why).message}`,
  ];
}

const travellingLine = ({ tenant, id, madeAt, expiresAt, expired }: TravellingBundle): string =>
  `${tenant}: bundle ${id} of ${madeAt}, ${expired ? 'expired' : 'good until'} ${expiresAt}`;

function owedLine({ tenant, lastPushedAt, missing, lingering, altered, reordered }: OwedTenant): string {
  const told = [
    ...listed(OWED_WORDS.missing, missing),
    ...listed(OWED_WORDS.lingering, lingering),
    ...listed(OWED_WORDS.altered, altered),
    ...(reordered ? [OWED_WORDS.reordered] : []),
  ];
  return `${tenant}: ${lastPushedAt === null ? OWED_WORDS.never : told.join('; ')}`;
}

const listed = (word: string, kids: readonly string[]): string[] =>
  kids.length === 0 ? [] : [`${word}: ${kids.join(', ')}`];
