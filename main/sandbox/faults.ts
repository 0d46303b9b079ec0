// What can go wrong between a client and a tenant, on demand: faults lie in a queue, each for one route, and are used up
// by the requests that they meet. So a rehearsal, or a test, can ask what becomes of a push whose answer is lost.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import { type Answer, managementError } from './answers.ts';
import type { CustomKey } from './custom-key-schema.ts';
import { limitHeaders } from './rate-limits.ts';

/** Before the request has any effect, or after it had all of it: a client cannot tell these two apart. */
type Moment = 'before' | 'after';

export type Disturbance =
  | { kind: 'slow'; when: Moment; milliseconds: number }
  /** 429 with the headers that say when to come back. */
  | { kind: 'limited'; seconds: number }
  | { kind: 'failed'; when: Moment; status: number }
  /** The connection ends without an answer. */
  | { kind: 'reset'; when: Moment }
  /** The connection ends in the middle of the answer. */
  | { kind: 'truncated' }
  /** The answer of a cache that has not seen the last change. */
  | { kind: 'stale' }
  /** Somebody else adds these keys to the set right after the request was answered. */
  | { kind: 'another-write'; keys: CustomKey[] };

export type Fault = Disturbance & {
  method: string;
  /** The path of the route as its table has it, e.g. `/api/v2/keys/custom-signing`. */
  path: string;
  /** How many requests it meets; 1 when left out. */
  times?: number;
  /** How many requests it lets pass first; none when left out. */
  skip?: number;
};

/** Where the answering path takes its faults from. */
export interface FaultSource {
  /** The fault that this request meets. */
  take(method: string, path: string): Disturbance | null;
}

export interface FaultQueue extends FaultSource {
  /** Replaces whatever was left. */
  set(...faults: Fault[]): void;
  /** How many requests are still to be disturbed. */
  left(): number;
}

export const NO_FAULTS: FaultSource = { take: () => null };

/** A request meets at most one fault: the first in the queue that is for its route and lets nothing pass any more. */
export function createFaultQueue(): FaultQueue {
  let queue: Required<Fault>[] = [];
  return {
    take(method, path) {
      const fitting = queue.filter((fault) => fault.method === method && fault.path === path);
      const met = fitting.find(({ skip }) => skip === 0);
      for (const fault of fitting) {
        fault.skip = Math.max(0, fault.skip - 1);
      }
      if (met === undefined) {
        return null;
      }
      met.times -= 1;
      queue = queue.filter(({ times }) => times > 0);
      return met;
    },
    set(...faults) {
      queue = faults.map((fault) => ({ times: 1, skip: 0, ...fault }));
    },
    left: () => queue.reduce((sum, { times }) => sum + times, 0),
  };
}

/** What a fault needs of the side that answers. */
interface Answering {
  answer(): Promise<Answer> | Answer;
  /** As before the last change. */
  answerStale(): Promise<Answer> | Answer;
  addKeys(keys: readonly CustomKey[]): Promise<void> | void;
  /** 429, still without its headers. */
  limited(): Answer;
  clock: Clock;
}

export async function disturb(fault: Disturbance | null, answering: Answering): Promise<Answer> {
  const { answer, answerStale, addKeys, limited, clock } = answering;
  switch (fault?.kind) {
    case undefined:
      return answer();
    case 'limited': {
      const reset = clock.now().getTime() + fault.seconds * 1000;
      const refusal = limited();
      return { ...refusal, headers: { ...refusal.headers, ...limitHeaders(1, 0, reset) } };
    }
    case 'stale':
      return answerStale();
    case 'truncated':
      return { ...(await answer()), cut: 'halfway' };
    case 'another-write': {
      const answered = await answer();
      await addKeys(fault.keys);
      return answered;
    }
    case 'slow': {
      const answered = fault.when === 'after' ? await answer() : null;
      // Nobody waits for a sandbox that is slow on purpose, so this keeps no process alive.
      await delay(fault.milliseconds, undefined, { ref: false });
      return answered ?? answer();
    }
    case 'failed':
      if (fault.when === 'after') {
        await answer();
      }
      return managementError(fault.status, 'Something went wrong');
    case 'reset':
      if (fault.when === 'after') {
        await answer();
      }
      return { status: 0, headers: {}, body: '', cut: 'unanswered' };
  }
}
