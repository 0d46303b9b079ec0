// What the registered consumers of a ring ask for: how long to wait for the slowest cache among them, and whose answer is
// still missing. A consumer that is pinned holds keys by hand, so no wait covers it. Pure.
import { sameName } from '../names.ts';
import { type Consumer, type ConsumerNote, isPinned, keepsSeconds, type OpenAnswer } from './consumer.ts';
import type { Instant } from '../timing/instant.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import { holdsCertificate } from '../formats.ts';
import { latest } from '../timing/instants.ts';

/** A consumer with everything on record about it. */
export interface RegisteredConsumer {
  consumer: Consumer;
  /** Oldest first. */
  notes: readonly ConsumerNote[];
}

type Keyed = Pick<SigningKey, 'kid' | 'certificateSince' | 'currentAt' | 'previousAt' | 'revokedAt' | 'replacedAt'>;

export function verifiesRing({ rings }: Pick<Consumer, 'rings'>, ring: Pick<KeyRing, 'name'>): boolean {
  return rings === null || rings.some((name) => sameName(name, ring.name));
}

/** The longest cache among them, in seconds; 0 without any. */
export function longestConsumerCache(consumers: readonly RegisteredConsumer[]): number {
  return Math.max(0, ...consumers.map(({ consumer }) => keepsSeconds(consumer) ?? 0));
}

export function pinnedOf(consumers: readonly RegisteredConsumer[]): RegisteredConsumer[] {
  return consumers.filter(({ consumer }) => isPinned(consumer));
}

/** A key, and since when it has its certificate. */
type Certified = Pick<SigningKey, 'kid' | 'certificateSince'>;

/** Names of those that hold keys by hand and did not confirm that they have this one, with the certificate that it has. */
export function withoutKey(key: Certified, consumers: readonly RegisteredConsumer[]): string[] {
  return namesOf(pinnedOf(consumers).filter((one) => hasSince(key, one) === null));
}

/** Names of those that hold keys by hand and may still need this one. */
export function stillNeeding(key: Keyed, consumers: readonly RegisteredConsumer[]): string[] {
  return namesOf(pinnedOf(consumers).filter((one) => mayHold(key, one) && letGoAt(key, one.notes) === null));
}

/** When it had the key; `null` while that is not confirmed. Who has the certificate of before is asked again. */
export function hasSince(key: Certified, one: RegisteredConsumer): Instant | null {
  return firstNote(key.kid, 'has', notesOnCertificate(key, one));
}

/** When it was given the key, or by whatever way got it. */
export function givenAt(key: Certified, one: RegisteredConsumer): Instant | null {
  return firstNote(key.kid, 'handed-out', notesOnCertificate(key, one)) ?? hasSince(key, one);
}

/** What is on record since the key has its certificate; a file without one is as good after a reissue as before. */
function notesOnCertificate(
  { certificateSince }: Certified,
  { consumer: { format }, notes }: RegisteredConsumer,
): readonly ConsumerNote[] {
  const stays = certificateSince === null || (format !== null && !holdsCertificate(format));
  return stays ? notes : notes.filter(({ at }) => at >= certificateSince);
}

/**
 * When it needed the key no more; `null` while that is not confirmed. An answer from before the key was rotated out says
 * nothing: the rotation may have been taken back in between.
 */
export function letGoAt({ kid, previousAt }: Keyed, notes: readonly ConsumerNote[]): Instant | null {
  const answers = notes.filter(({ at }) => at >= (previousAt ?? ''));
  return firstNote(kid, 'let-go', answers);
}

/** When it was last given a file with the key. */
export function handedOutAt(kid: string, notes: readonly ConsumerNote[]): Instant | null {
  return latest(...notes.filter((note) => note.kid === kid && note.kind === 'handed-out').map(({ at }) => at));
}

/** Whether it is on record that the consumer was given the key or has it. */
export function isKnownToHold(kid: string, notes: readonly ConsumerNote[]): boolean {
  return notes.some((note) => note.kid === kid && note.kind !== 'let-go');
}

/** What the consumer has not answered about the keys of a ring that it verifies. */
export function openAnswers(
  one: RegisteredConsumer,
  ring: Pick<KeyRing, 'name'>,
  keys: readonly SigningKey[],
): OpenAnswer[] {
  if (!verifiesRing(one.consumer, ring)) {
    return [];
  }
  return keys.flatMap((key): OpenAnswer[] => {
    const asksHas = key.state === 'next' || key.state === 'current';
    const isOpen = (asksHas ? withoutKey(key, [one]) : stillNeeding(key, [one])).length > 0;
    const { kid, state } = key;
    const answer = asksHas ? 'has' : 'let-go';
    return isOpen ? [{ ring: ring.name, kid, state, answer, handedOutAt: handedOutAt(kid, one.notes) }] : [];
  });
}

const namesOf = (consumers: readonly RegisteredConsumer[]): string[] => consumers.map(({ consumer }) => consumer.name);

/**
 * A key that never signed can only be where it was given to. Of a revoked key, whoever was registered later and was
 * never given it is not asked: the register would begin with questions about keys that are long gone.
 */
function mayHold(
  { kid, currentAt, previousAt, revokedAt, replacedAt }: Keyed,
  { consumer, notes }: RegisteredConsumer,
): boolean {
  const signed = replacedAt === null && (currentAt !== null || previousAt !== null);
  return isKnownToHold(kid, notes) || (signed && (revokedAt === null || consumer.createdAt <= revokedAt));
}

function firstNote(kid: string, kind: ConsumerNote['kind'], notes: readonly ConsumerNote[]): Instant | null {
  return notes.find((note) => note.kid === kid && note.kind === kind)?.at ?? null;
}
