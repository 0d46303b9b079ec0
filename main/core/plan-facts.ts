// What a plan's progress is judged by, and which fact shows each step. Nothing here remembers a plan: whatever was
// done, by a plan run or by hand, counts, and a start after an interruption sees exactly what the facts show.
import type { Instant, Proof, Publication, SigningKey } from '../../shared/model.ts';
import type { StepKind } from '../../shared/plan.ts';
import { type ClockFacts, isUnannounced, readyToSign, safeToRevoke } from './clocks.ts';
import { hasCome } from './instants.ts';

/** A note that a person made about a key. */
export interface KeyNote {
  kid: string;
  at: Instant;
}

export interface PlanFacts extends ClockFacts {
  /** Whether the tenant can publish keys of the ring's algorithm. */
  published: boolean;
  /** Confirmed pushes of the tenant, in any order; the latest is enough to go on. */
  publications: readonly Pick<Publication, 'at' | 'kids'>[];
  /** Proofs of the tenant; those made with keys of other rings say nothing here. */
  proofs: readonly Pick<Proof, 'ok' | 'at' | 'kid'>[];
  /** Certificates exported to be handed to consumers. */
  handOuts: readonly KeyNote[];
  /** Consumers confirmed to have the key. */
  confirmations: readonly KeyNote[];
}

/** The two keys of a plan: `from` is current and `to` is next, until the rotation moves both on. */
export interface PlanPair {
  from: SigningKey;
  to: SigningKey;
}

export type StepInstants = Record<StepKind, Instant | null>;

/** For each step the instant at which it was done; `null` while no fact shows it. */
export function factsOf({ from, to }: PlanPair, facts: PlanFacts, now: Instant): StepInstants {
  const rotatedAt = to.state === 'next' ? null : to.currentAt;
  const revokedAt = from.revokedAt;
  const ready = readyToSign(to, facts).at;
  const safe = safeToRevoke(from, facts).at;
  const confirmed = earliest(facts.confirmations, ({ kid }) => kid === to.kid);
  const provenBy = new Set(facts.keys.map(({ kid }) => kid).filter((kid) => kid !== from.kid));
  const goneAt = revokedAt === null ? null : (from.takenDownAt ?? (isUnannounced([from]) ? revokedAt : null));
  return {
    publish: to.publishedAt,
    'hand-out': earliest(facts.handOuts, ({ kid }) => kid === to.kid) ?? confirmed,
    'confirm-consumers': confirmed,
    // A wait counts if it was over when its step was made.
    'wait-ready': hasCome(ready, rotatedAt ?? now) ? ready : null,
    rotate: rotatedAt,
    'publish-after': after(rotatedAt, facts.publications, ({ kids }) => kids.includes(to.kid)),
    prove: after(rotatedAt, facts.proofs, ({ ok, kid }) => ok && provenBy.has(kid)),
    'wait-safe': rotatedAt !== null && hasCome(safe, revokedAt ?? now) ? safe : null,
    revoke: revokedAt,
    'publish-without': goneAt,
    'prove-again': after(goneAt, facts.proofs, ({ ok, kid }) => ok && provenBy.has(kid)),
  };
}

/** True when the latest push already did the step's part, and only the view from outside is missing. */
export function wasSent(kind: StepKind, { from, to }: PlanPair, { publications }: PlanFacts): boolean {
  const last = publications.reduce((latest, one) => (one.at > latest.at ? one : latest), NEVER_PUSHED);
  return (
    (kind === 'publish' && last.kids.includes(to.kid)) ||
    (kind === 'publish-without' && hasCome(from.revokedAt, last.at) && !last.kids.includes(from.kid))
  );
}

const NEVER_PUSHED: PlanFacts['publications'][number] = { at: '', kids: [] };

function after<T extends { at: Instant }>(
  start: Instant | null,
  all: readonly T[],
  fits: (one: T) => boolean,
): Instant | null {
  return start === null ? null : earliest(all, (one) => one.at >= start && fits(one));
}

function earliest<T extends { at: Instant }>(all: readonly T[], fits: (one: T) => boolean): Instant | null {
  return all.reduce<Instant | null>(
    (first, one) => (fits(one) && (first === null || one.at < first) ? one.at : first),
    null,
  );
}
