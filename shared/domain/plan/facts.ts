// What a plan's progress is judged by, and which fact shows each step. Nothing here remembers a plan: whatever was
// done, by a plan run or by hand, counts, and a start after an interruption sees exactly what the facts show.
import type { ApprovalPlace } from '../approval.ts';
import type { Instant } from '../timing/instant.ts';
import type { Proof } from '../evidence/proof.ts';
import type { Publication } from '../published-set/publication.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { StepConsumer, StepKind } from './plan.ts';
import { type ClockFacts, isUnannounced, readyToSign, safeToRevoke } from '../timing/clocks.ts';
import { consumersAt } from './step-consumers.ts';
import { hasCome, latest } from '../timing/instants.ts';

/** A note that a person made about a key. */
export interface KeyNote {
  kid: string;
  at: Instant;
}

export interface PlanFacts extends ClockFacts {
  place: ApprovalPlace;
  keys: readonly SigningKey[];
  /** Whether the tenant can publish keys of the ring's algorithm. */
  published: boolean;
  /** Pushes of the tenant, in any order; the latest is enough to go on. One that cannot be seen yet has no `confirmedAt`. */
  publications: readonly (Pick<Publication, 'at' | 'kids'> & Partial<Pick<Publication, 'confirmedAt'>>)[];
  /** Proofs of the tenant; those made with keys of other rings say nothing here. */
  proofs: readonly (Pick<Proof, 'ok' | 'at' | 'kid' | 'everywhere'> & Partial<Pick<Proof, 'steps'>>)[];
  /** Kids of keys for which the tenant has no place. */
  waiting: readonly string[];
  /** Certificates exported to be handed to consumers, whoever they are. */
  handOuts: readonly KeyNote[];
  /** “The consumers” confirmed to have the key: what counts while none that holds keys by hand is registered. */
  confirmations: readonly KeyNote[];
}

/** The two keys of a plan: `from` is current and `to` is next, until the rotation moves both on. */
export interface PlanPair {
  from: SigningKey;
  to: SigningKey;
}

export type StepInstants = Record<StepKind, Instant | null>;

/** For each step the instant at which it was done; `null` while no fact shows it. */
export function factsOf(pair: PlanPair, facts: PlanFacts, now: Instant): StepInstants {
  const { from, to } = pair;
  const rotatedAt = to.state === 'next' ? null : to.currentAt;
  const revokedAt = from.revokedAt;
  const ready = readyToSign(to, facts).at;
  const isWaitedFor = rotatedAt !== null || to.publishedAt !== null || !facts.published;
  const safe = safeToRevoke(from, facts).at;
  // Who has the certificate of before has another one.
  const isOfCertificate = ({ kid, at }: KeyNote): boolean => kid === to.kid && hasCome(to.certificateSince ?? at, at);
  const confirmed = ofAll(consumersAt('confirm-consumers', pair, facts), () =>
    earliest(facts.confirmations, isOfCertificate),
  );
  const provenBy = new Set(facts.keys.map(({ kid }) => kid).filter((kid) => kid !== from.kid));
  const goneAt = revokedAt === null ? null : (from.takenDownAt ?? (isUnannounced([from]) ? revokedAt : null));
  return {
    publish: to.publishedAt,
    'hand-out': ofAll(
      consumersAt('hand-out', pair, facts),
      () => earliest(facts.handOuts, isOfCertificate) ?? confirmed,
    ),
    'confirm-consumers': confirmed,
    // A wait counts if it was over when its step was made.
    // Before the next key was seen outside the wait has not begun, whatever the clock of a ring says that nobody knows.
    'wait-ready': isWaitedFor && hasCome(ready, rotatedAt ?? now) ? ready : null,
    rotate: rotatedAt,
    'publish-after': after(rotatedAt, facts.publications.filter(isConfirmed), ({ kids }) => kids.includes(to.kid)),
    prove: after(rotatedAt, facts.proofs, (proof) => isProven(proof) && provenBy.has(proof.kid)),
    'let-go': rotatedAt === null ? null : ofAll(consumersAt('let-go', pair, facts), () => null),
    'wait-safe': rotatedAt !== null && hasCome(safe, revokedAt ?? now) ? safe : null,
    revoke: revokedAt,
    'publish-without': goneAt,
    'prove-again': after(goneAt, facts.proofs, (proof) => isProven(proof) && provenBy.has(proof.kid)),
  };
}

/** True when the latest push already did the step's part, and only the view from outside is missing. */
export function wasSent(kind: StepKind, { from, to }: PlanPair, { publications }: PlanFacts): boolean {
  const last = publications.reduce((newest, one) => (one.at > newest.at ? one : newest), NEVER_PUSHED);
  return (
    (kind === 'publish' && last.kids.includes(to.kid)) ||
    (kind === 'publish-after' && !isConfirmed(last) && last.kids.includes(to.kid) && hasCome(to.currentAt, last.at)) ||
    (kind === 'publish-without' && hasCome(from.revokedAt, last.at) && !last.kids.includes(from.kid))
  );
}

const isConfirmed = ({ confirmedAt }: PlanFacts['publications'][number]): boolean => confirmedAt !== null;

/** At every place where the set is read. */
export const isProven = ({ ok, everywhere }: PlanFacts['proofs'][number]): boolean => everywhere ?? ok;

const NEVER_PUSHED: PlanFacts['publications'][number] = { at: '', kids: [] };

/** When the last of them was done with the step; what `otherwise` says when the register knows none. */
function ofAll(consumers: readonly StepConsumer[], otherwise: () => Instant | null): Instant | null {
  if (consumers.length === 0) {
    return otherwise();
  }
  const instants = consumers.map(({ at }) => at);
  return instants.includes(null) ? null : latest(...instants);
}

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
