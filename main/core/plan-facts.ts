// What a plan's progress is judged by, and which fact shows each step. Nothing here remembers a plan: whatever was
// done, by a plan run or by hand, counts, and a start after an interruption sees exactly what the facts show.
import type { Instant, Proof, Publication } from '../../shared/model.ts';
import type { StepKind } from '../../shared/plan.ts';
import { type ClockFacts, readyToSign, safeToRevoke } from './clocks.ts';
import type { DatedKey } from './dated-key.ts';
import { hasCome } from './instants.ts';

/** A note that a person made about a key. */
export interface KeyNote {
  kid: string;
  at: Instant;
}

export interface PlanFacts extends ClockFacts {
  /** Confirmed pushes of the tenant, in any order; the latest is enough to go on. */
  publications: readonly Pick<Publication, 'at' | 'kids'>[];
  /** Proofs made with keys of the ring. */
  proofs: readonly Pick<Proof, 'ok' | 'at' | 'kid'>[];
  /** Certificates exported to be handed to consumers. */
  handOuts: readonly KeyNote[];
  /** Consumers confirmed to have the key. */
  confirmations: readonly KeyNote[];
}

/** The two keys of a plan: `from` is current and `to` is next, until the rotation moves both on. */
export interface PlanPair {
  from: DatedKey;
  to: DatedKey;
}

export type StepInstants = Record<StepKind, Instant | null>;

/** For each step the instant at which it was done; `null` while no fact shows it. */
export function factsOf({ from, to }: PlanPair, facts: PlanFacts, now: Instant): StepInstants {
  const rotatedAt = to.state === 'next' ? null : to.currentAt;
  const revokedAt = from.revokedAt;
  const ready = readyToSign(to, facts).at;
  const safe = safeToRevoke(from, facts).at;
  const confirmed = earliest(facts.confirmations, ({ kid }) => kid === to.kid);
  const goneAt = revokedAt === null ? null : (from.takenDownAt ?? (wasOutside(from) ? null : revokedAt));
  return {
    publish: to.publishedAt,
    'hand-out': earliest(facts.handOuts, ({ kid }) => kid === to.kid) ?? confirmed,
    'confirm-consumers': confirmed,
    // A wait counts if it was over when its step was made.
    'wait-ready': hasCome(ready, rotatedAt ?? now) ? ready : null,
    rotate: rotatedAt,
    'publish-after': after(rotatedAt, facts.publications, ({ kids }) => kids.includes(to.kid)),
    prove: after(rotatedAt, facts.proofs, ({ ok, kid }) => ok && kid !== from.kid),
    'wait-safe': rotatedAt !== null && hasCome(safe, revokedAt ?? now) ? safe : null,
    revoke: revokedAt,
    'publish-without': goneAt,
    'prove-again': after(goneAt, facts.proofs, ({ ok, kid }) => ok && kid !== from.kid),
  };
}

/** True when a confirmed push already did the step's part, and only the view from outside is missing. */
export function wasSent(kind: StepKind, { from, to }: PlanPair, { publications }: PlanFacts): boolean {
  switch (kind) {
    case 'publish':
      return publications.some(({ kids }) => kids.includes(to.kid));
    case 'publish-without':
      return after(from.revokedAt, publications, ({ kids }) => !kids.includes(from.kid)) !== null;
    default:
      return false;
  }
}

function wasOutside(key: DatedKey): boolean {
  return key.announcedAt !== null || key.publishedAt !== null;
}

function after<T extends { at: Instant }>(start: Instant | null, all: readonly T[], fits: (one: T) => boolean): Instant | null {
  return start === null ? null : earliest(all, (one) => one.at >= start && fits(one));
}

function earliest<T extends { at: Instant }>(all: readonly T[], fits: (one: T) => boolean): Instant | null {
  return all.reduce<Instant | null>((first, one) => (fits(one) && (first === null || one.at < first) ? one.at : first), null);
}
