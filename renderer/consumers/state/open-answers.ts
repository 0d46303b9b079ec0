// Answers that are missing, by the key that they are about: after a few revocations the same consumers are asked about
// many keys, and what holds up a step must not drown in what is merely left open.
import type { Consumer, ConsumerView, OpenAnswer } from '../../../shared/domain/consumers/consumer.ts';
import { isLiving, KEY_STATES } from '../../../shared/domain/limits.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';

export interface AskedConsumer {
  consumer: Consumer;
  handedOutAt: Instant | null;
}

export interface OpenKey extends Omit<OpenAnswer, 'handedOutAt'> {
  /** In the order of the register. */
  asked: AskedConsumer[];
}

/** In the order of the lane: keys whose answer a step waits for come before those that are revoked. */
export function openKeys(views: readonly ConsumerView[]): OpenKey[] {
  const keys = new Map<string, OpenKey>();
  for (const { consumer, open } of views) {
    for (const { handedOutAt, ...about } of open) {
      const key = keys.get(about.kid) ?? { ...about, asked: [] };
      key.asked.push({ consumer, handedOutAt });
      keys.set(about.kid, key);
    }
  }
  return [...keys.values()].sort((a, b) => KEY_STATES.indexOf(a.state) - KEY_STATES.indexOf(b.state));
}

/** A revoked key waits for nobody, so its questions stay folded until somebody looks. */
export const startsFolded = ({ state }: Pick<OpenKey, 'state'>): boolean => !isLiving(state);
