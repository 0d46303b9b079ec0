// The real window over a whole custodian, in an ordinary browser: `npx vite test/unit/renderer/dev`.
// `?scene=NAME&delay=MS` chooses what is there (SCENES in desks.ts) and how slow it answers.
import '../../../../renderer/bridge.ts';
import { CHANNELS, type EventName } from '../../../../shared/channels.ts';
import type { Bridge } from '../../../../shared/contract.ts';

const query = new URLSearchParams(window.location.search);
const listeners = new Map<EventName, Set<(payload: never) => void>>();

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/desk/${path}`, { method: 'POST', body: JSON.stringify(body) });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- desks.ts answers so
  return (await response.json()) as T;
}

async function openDesk(): Promise<string> {
  const wish = { scene: query.get('scene') ?? 'plain', delay: Number(query.get('delay') ?? 0) };
  return (await post<{ id: string }>('open', wish)).id;
}

const id = query.get('desk') ?? (await openDesk());

/** The page's time is the desk's. */
let now = Date.now();
Date.now = () => now;

async function call(channel: string, args: unknown, name?: string): Promise<unknown> {
  const answer = await post<{ result: unknown; now: number }>(`${id}/call`, { channel, args, call: name });
  ({ now } = answer);
  return answer.result;
}

new EventSource(`/desk/${id}/events`).addEventListener('message', ({ data }: MessageEvent<string>) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- desks.ts writes so
  const told = JSON.parse(data) as { event: EventName; payload: never; now: number };
  ({ now } = told);
  listeners.get(told.event)?.forEach((listener) => listener(told.payload));
});

window.custodian = {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one function for each channel
  calls: Object.fromEntries(
    CHANNELS.map((channel) => [channel, (args: unknown, name?: string) => call(channel, args, name)]),
  ) as unknown as Bridge['calls'],
  on(event, listener) {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known.add(listener));
    return () => void known.delete(listener);
  },
};
await call('tenant.list', {});
await import('../../../../renderer/main.tsx');
