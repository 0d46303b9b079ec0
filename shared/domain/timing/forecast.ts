// The coming events of a ring, computed from its keys and its policy, and the due list over a whole fleet of rings.
import type { ForecastEvent, ForecastKind, Severity } from './due.ts';
import type { Instant } from './instant.ts';
import { type ClockFacts, isUnannounced, readySeconds, safeToRevoke } from './clocks.ts';
import { latest, plusDays, plusSeconds } from './instants.ts';
import type { KeyDates } from '../records.ts';
import { keyIn } from '../key-ring/lane.ts';

export interface ForecastFacts extends ClockFacts {
  /** Names, as people know them. */
  tenant: string;
  ring: string;
  /** Kids of keys that were revoked as compromised and may be public. */
  compromised?: readonly string[];
  /** Kids of keys that were handed over, and of whose copies some may still be there. */
  copiesOut?: readonly string[];
  /** Its tenant was put aside: only what is never silent is told. */
  aside?: boolean;
  /** False for a ring that the tenant cannot publish. */
  published: boolean;
}

/** How far ahead an event counts as soon, in days. */
export const SOON_DAYS = 14;

/** All events of one ring, earliest first. */
export function forecastOf(facts: ForecastFacts, now: Instant): ForecastEvent[] {
  return eventsOf(facts, now).sort(inOrder);
}

/** What is due within `days` in any of the rings, overdue first. One pass: rings are read as they come and not kept. */
export function fleetDue(rings: Iterable<ForecastFacts>, now: Instant, days: number): ForecastEvent[] {
  const horizon = plusDays(now, days);
  const due: ForecastEvent[] = [];
  for (const facts of rings) {
    due.push(...eventsOf(facts, now).filter(({ at }) => at <= horizon));
  }
  return due.sort(inOrder);
}

/** What an earlier calendar may have told of and that does not come any more; ids are those under which it told. */
export function calledOff(rings: Iterable<ForecastFacts>, now: Instant): ForecastEvent[] {
  return [...rings].flatMap((facts) => {
    const coming = new Set(eventsOf(facts, now).map(({ id }) => id));
    const { tenant, ring } = facts;
    return facts.keys.flatMap((key) =>
      toldOf(key)
        .map((kind) => ({
          id: `${key.id}.${kind}`,
          kind,
          at: now,
          severity: 'later' as const,
          tenant,
          ring,
          kid: key.kid,
        }))
        .filter(({ id }) => !coming.has(id)),
    );
  });
}

/** The kinds that the key can have been told of, by what happened to it so far. */
function toldOf(key: KeyDates): ForecastKind[] {
  const kinds: [ForecastKind, Instant | null][] = [
    ['announce-by', key.createdAt],
    ['certificate-ends', key.createdAt],
    ['rotation-due', key.currentAt],
    ['revocation-due', key.previousAt],
    ['take-down-due', key.revokedAt],
    ['compromised-public', key.revokedAt],
    ['copies-left', key.revokedAt],
    ['destruction-due', key.destroyAt],
  ];
  return kinds.flatMap(([kind, since]) => (since === null ? [] : kind));
}

function eventsOf(facts: ForecastFacts, now: Instant): ForecastEvent[] {
  const soon = plusDays(now, SOON_DAYS);
  const { tenant, ring } = facts;
  const rotation = rotationDue(facts);
  return facts.keys.flatMap((key) =>
    datesOf(key, facts, rotation).flatMap(([kind, at]) =>
      at === null || (facts.aside === true && kind !== 'compromised-public')
        ? []
        : [{ id: `${key.id}.${kind}`, kind, at, severity: severityOf(at, now, soon), tenant, ring, kid: key.kid }],
    ),
  );
}

function datesOf(key: KeyDates, facts: ForecastFacts, rotation: Instant | null): [ForecastKind, Instant | null][] {
  const ends: [ForecastKind, Instant | null] = ['certificate-ends', key.certificateEndsAt];
  switch (key.state) {
    case 'next':
      return [['announce-by', announceBy(key, facts, rotation)], ends];
    case 'current':
      return [['rotation-due', rotation], ends];
    case 'previous':
      return [['revocation-due', revocationDue(key, facts)], ends];
    case 'revoked':
      return [
        [
          facts.compromised?.includes(key.kid) === true ? 'compromised-public' : 'take-down-due',
          mayBePublic(key) ? key.revokedAt : null,
        ],
        ['copies-left', facts.copiesOut?.includes(key.kid) === true ? key.revokedAt : null],
        ['destruction-due', key.destroyedAt === null ? key.destroyAt : null],
      ];
    case 'replaced':
      return [['destruction-due', key.destroyedAt === null ? key.destroyAt : null]];
  }
}

function rotationDue({ keys, terms }: ForecastFacts): Instant | null {
  const since = keyIn('current', keys)?.currentAt ?? null;
  return since === null ? null : plusDays(since, terms.rotateEveryDays);
}

/** Early enough for the policy, and for the clock to have run out on the day of rotation. */
function announceBy(next: KeyDates, facts: ForecastFacts, rotation: Instant | null): Instant | null {
  const { terms, published } = facts;
  if (!published || next.publishedAt !== null || rotation === null) {
    return null;
  }
  const byPolicy = plusDays(rotation, -terms.announceDays);
  const byClock = plusSeconds(rotation, -readySeconds(facts));
  return byPolicy < byClock ? byPolicy : byClock;
}

/** As the policy says, but not before it is safe. */
function revocationDue(previous: KeyDates, facts: ForecastFacts): Instant | null {
  const { previousAt } = previous;
  return previousAt === null
    ? null
    : latest(plusDays(previousAt, facts.terms.keepDays), safeToRevoke(previous, facts).at);
}

function mayBePublic(revoked: KeyDates): boolean {
  return revoked.takenDownAt === null && !isUnannounced([revoked]);
}

function severityOf(at: Instant, now: Instant, soon: Instant): Severity {
  return at <= now ? 'overdue' : at <= soon ? 'soon' : 'later';
}

const isUrgent = ({ kind }: ForecastEvent): boolean => kind === 'compromised-public';

/** By date, after what cannot wait for any. */
function inOrder(a: ForecastEvent, b: ForecastEvent): number {
  if (isUrgent(a) !== isUrgent(b)) {
    return isUrgent(a) ? -1 : 1;
  }
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
