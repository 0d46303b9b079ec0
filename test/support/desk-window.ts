// The window's side of a whole custodian: the real router, the real confirmations and the real flows, as the page
// has them over the bridge. Single calls can be made to fail or to wait.
import { openPreferences } from '../../main/app/preferences.ts';
import { confirmedHandlers } from '../../main/ipc/confirmation/confirmed-handlers.ts';
import { createHandlers } from '../../main/ipc/handlers.ts';
import { crossing } from '../../main/ipc/crossing.ts';
import { answer } from '../../main/ipc/router.ts';
import { dialogWords } from '../../shared/words/words.ts';
import { type Channel, CHANNELS, type EventName } from '../../shared/channels.ts';
import type { Bridge, EventPayloads } from '../../shared/contract.ts';
import type { Result, WireError } from '../../shared/errors.ts';
import { type Desk, openDesk } from './desk.ts';
import { direct } from './network.ts';
import { createOfficer, type Officer } from './officer.ts';

/** Calls of a channel that wait. */
export interface Held {
  /** The names of the calls that came. */
  calls: (string | undefined)[];
  /** Lets those that wait go on, and those to come. */
  letGo(): void;
}

export interface DeskWindow extends Bridge {
  desk: Desk;
  officer: Officer;
  /** Every call that was made. */
  made: { channel: Channel; args: unknown }[];
  emit<E extends EventName>(event: E, payload: EventPayloads[E]): void;
  /** The next call of the channel fails so, before anything else is done; or so many of them. */
  failNext(channel: Channel, error: WireError, times?: number): void;
  /** Whether nobody can be reached from here. */
  offline: boolean;
  /** The calls of a channel wait until they are let go, and end with the wait when they are stopped. */
  hold(channel: Channel): Held;
  /** Lets time pass. */
  later(seconds: number): void;
  /** When everything that was asked is answered, but for what is held. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

type Options = Omit<NonNullable<Parameters<typeof openDesk>[0]>, 'changed'>;
type Listeners = { [E in EventName]: Set<(payload: EventPayloads[E]) => void> };

const FACTS = {
  version: '0.1.0',
  runtime: 'Electron 45.4.1',
  dataFolder: '/home/officer/.local/share/key-custodian',
  edition: 'product',
  custodyOf: 'product',
  formerFolder: null,
} as const;

const NOTICES = [
  { name: 'keytar', version: '7.10.6', licence: 'MIT', texts: ['Permission is hereby granted to everybody.'] },
  { name: 'react', version: '19.3.1', licence: 'MIT', texts: ['The MIT licence of the page.'] },
];

export function openDeskWindow(options: Options = {}): DeskWindow {
  const listeners: Listeners = {
    changed: new Set(),
    progress: new Set(),
    sending: new Set(),
    navigate: new Set(),
    opened: new Set(),
    locking: new Set(),
  };
  const emit: DeskWindow['emit'] = (event, payload) => listeners[event].forEach((listener) => listener(payload));
  const { fetch: reach = direct } = options;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (opened.offline) {
      throw Object.assign(new Error('no network'), { code: 'ENETUNREACH' });
    }
    return reach(input, init);
  };
  const desk = openDesk({ ...options, fetch, changed: (action) => queueMicrotask(() => emit('changed', { action })) });
  const officer = createOfficer(desk.folder);
  const taps = createTaps();
  const running = new Map<string, AbortController>();
  const atWork = new Set<Promise<unknown>>();
  const made: DeskWindow['made'] = [];
  const preferences = openPreferences(desk.folder, ['en'], () => undefined);
  const desktop = { clipboard: { copy: async () => undefined }, notices: async () => NOTICES };
  const handlers = confirmedHandlers({
    custodian: desk.custodian,
    dialogs: officer.dialogs,
    words: () => dialogWords(preferences.language()),
    now: () => performance.now(),
    onLock: () => undefined,
    handlers: (acts, asking, kept) => createHandlers(acts, asking, preferences, desktop, FACTS, kept),
  });

  async function callOf(channel: Channel, args: unknown, call?: string): Promise<Result<unknown>> {
    made.push({ channel, args });
    const stop = new AbortController();
    if (call !== undefined) {
      running.set(call, stop);
    }
    const error = await taps.meet(channel, call, stop.signal);
    if (error !== null) {
      return { ok: false, error };
    }
    const answering = answer(handlers, channel, args, {
      signal: stop.signal,
      progress: (step, of, label) => emit('progress', { channel, call, step, of, label }),
      sending: () => call !== undefined && emit('sending', { call }),
      answered: () => call !== undefined && emit('sending', { call, answered: true }),
      cancel: (name) => running.get(name)?.abort(),
    });
    atWork.add(answering);
    return answering.finally(() => {
      atWork.delete(answering);
      running.delete(call ?? '');
    });
  }

  // What crosses the border is copied, as between processes. One function for each channel is the whole of `calls`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const calls = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      async (args: unknown, call?: string) =>
        structuredClone(crossing(await callOf(channel, structuredClone(args), call))),
    ]),
  ) as unknown as Bridge['calls'];
  const opened: DeskWindow = {
    desk,
    officer,
    offline: false,
    made,
    emit,
    calls,
    failNext: taps.failNext,
    hold: taps.hold,
    later(seconds) {
      desk.advance(seconds * 1000);
      emit('changed', { action: 'time.passed' });
    },
    async quiet() {
      while (atWork.size > 0) {
        await Promise.all(atWork);
      }
    },
    async close() {
      await opened.quiet();
      await desk.close();
    },
    on: (event, listener) => {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
  };
  return opened;
}

interface Taps extends Pick<DeskWindow, 'failNext' | 'hold'> {
  /** Waits as long as the channel is held, and answers with the failure that the call meets. */
  meet(channel: Channel, call: string | undefined, signal: AbortSignal): Promise<WireError | null>;
}

function createTaps(): Taps {
  const failures = new Map<Channel, WireError[]>();
  const holds = new Map<Channel, { calls: (string | undefined)[]; open: Promise<void> }>();
  return {
    failNext: (channel, error, times = 1) =>
      void failures.set(
        channel,
        Array.from({ length: times }, () => error),
      ),
    hold(channel) {
      let letGo = (): void => undefined;
      const open = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const calls: Held['calls'] = [];
      holds.set(channel, { calls, open });
      return {
        calls,
        letGo() {
          holds.delete(channel);
          letGo();
        },
      };
    },
    async meet(channel, call, signal) {
      const held = holds.get(channel);
      const failure = failures.get(channel)?.pop() ?? null;
      held?.calls.push(call);
      await Promise.race([
        held?.open,
        held && new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
      ]);
      return failure;
    },
  };
}
