// A main process that exists only in memory: the whole contract, with plausible answers and state that changes, so
// that the window runs in a test or in an ordinary browser.
import { CHANNELS, type Channel, type EventName } from '../../../shared/channels.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import type { ArgsOf, Bridge, EventPayloads, ResultOf } from '../../../shared/contract.ts';
import { toWireError, type Result, type WireError } from '../../../shared/errors.ts';
import { registerSome } from './fake-consumers.ts';
import { makeHandlers, wait } from './fake-handlers.ts';
import { ageWorld } from './fake-age.ts';
import { type FakeWorld, makeWorld } from './fake-world.ts';
import type { Scene } from './fake-scenes.ts';

export interface FakeBridge extends Bridge {
  world: FakeWorld;
  /** Every call that was made. */
  made: { channel: Channel; args: unknown }[];
  emit: <E extends EventName>(event: E, payload: EventPayloads[E]) => void;
  /** Lets everything have happened so many seconds earlier, so that waits are over. */
  age: (seconds: number) => void;
  /** The next call of the channel fails so. */
  failNext: (channel: Channel, error: WireError) => void;
}

interface Options {
  scene?: Scene;
  delayMs?: number;
}

type Listeners = { [E in EventName]: Set<(payload: EventPayloads[E]) => void> };

export function makeFakeBridge({ scene = 'plain', delayMs = 0 }: Options = {}): FakeBridge {
  const world = makeWorld(scene);
  if (scene === 'register') {
    world.views.forEach(({ tenant }) => registerSome(world, tenant.name));
  }
  const listeners: Listeners = { changed: new Set(), progress: new Set(), sending: new Set(), navigate: new Set() };
  const failures = new Map<Channel, WireError>();
  const made: FakeBridge['made'] = [];
  const emit: FakeBridge['emit'] = (event, payload) => {
    for (const listener of listeners[event]) {
      listener(payload);
    }
  };
  const handlers = makeHandlers(world, emit, delayMs);

  async function answer<C extends Channel>(channel: C, args: ArgsOf<C>): Promise<Result<ResultOf<C>>> {
    made.push({ channel, args });
    await wait(delayMs);
    const failure = failures.get(channel);
    failures.delete(channel);
    if (failure) {
      return { ok: false, error: failure };
    }
    try {
      ACTS[channel].page.parse(args);
      const handler = handlers[channel];
      return handler
        ? { ok: true, value: await handler(args) }
        : { ok: false, error: { code: 'INTERNAL', facts: { reference: channel } } };
    } catch (error) {
      return { ok: false, error: toWireError(error) };
    }
  }

  // The list of channels is checked against the contract, so one function for each is the whole of `calls`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const calls = Object.fromEntries(
    CHANNELS.map((channel) => [channel, (args: never) => answer(channel, args)]),
  ) as unknown as Bridge['calls'];
  return {
    world,
    made,
    emit,
    age: (seconds) => ageWorld(world, seconds),
    calls,
    failNext: (channel, error) => void failures.set(channel, error),
    on: (event, listener) => {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
  };
}
