// The outbox in lines for people: what waits, what travels, what is owed.
import { PENDING_WORDS } from '../publishing.ts';
import type { Outbox, OutboxEntry, PendingTenant, TravellingBundle } from '../../../domain/published-set/outbox.ts';
import { sentenceFor } from '../errors.ts';

export function outboxLines({ waiting, travelling, owed }: Outbox): string[] {
  return waiting.length + travelling.length + owed.length === 0
    ? ['Nothing waits: every set was pushed as it is wanted.']
    : [
        ...section('Waiting for the network', waiting.flatMap(waitingLines)),
        ...section('With a courier, no receipt yet', travelling.map(travellingLine)),
        ...section('Changed, not pushed', owed.map(pendingLine)),
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

function pendingLine({ tenant, lastPushedAt, missing, lingering, altered, reordered }: PendingTenant): string {
  const told = [
    ...listed(PENDING_WORDS.missing, missing),
    ...listed(PENDING_WORDS.lingering, lingering),
    ...listed(PENDING_WORDS.altered, altered),
    ...(reordered ? [PENDING_WORDS.reordered] : []),
  ];
  return `${tenant}: ${lastPushedAt === null ? PENDING_WORDS.never : told.join('; ')}`;
}

const listed = (word: string, kids: readonly string[]): string[] =>
  kids.length === 0 ? [] : [`${word}: ${kids.join(', ')}`];
