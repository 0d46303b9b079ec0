// Which registered consumers a step of a plan is about, and for whom it is done. Only those that hold keys by hand are
// asked; without any the step is about “the consumers” as a whole, and a single note is enough.
import type { SigningKey } from '../key-ring/key.ts';
import type { StepConsumer, StepKind } from './plan.ts';
import { givenAt, hasSince, letGoAt, pinnedOf, type RegisteredConsumer } from '../consumers/needs.ts';

export function consumersAt(
  kind: StepKind,
  { from, to }: { from: SigningKey; to: SigningKey },
  { consumers }: { consumers: readonly RegisteredConsumer[] },
): StepConsumer[] {
  const doneAt = {
    'hand-out': (one: RegisteredConsumer) => givenAt(to, one),
    'confirm-consumers': (one: RegisteredConsumer) => hasSince(to, one),
    'let-go': ({ notes }: RegisteredConsumer) => letGoAt(from, notes),
  };
  if (kind !== 'hand-out' && kind !== 'confirm-consumers' && kind !== 'let-go') {
    return [];
  }
  return pinnedOf(consumers).map((one) => ({ name: one.consumer.name, at: doneAt[kind](one) }));
}
