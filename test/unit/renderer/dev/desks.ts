// Desks behind the page of this folder. A custodian needs Node, so the page speaks the bridge to this process over loopback
// HTTP: one desk for each opening, `POST desk/open`, `POST desk/<id>/call`, and `GET desk/<id>/events` for what it is told.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { CHANNELS, EVENTS } from '../../../../shared/channels.ts';
import {
  crowded,
  fleet,
  kept,
  nothing,
  ownKeys,
  plain,
  register,
  type Scene,
  waiting,
  withContoso,
  withPolicies,
} from '../../../support/desk-scenes.ts';
import { type DeskWindow, openDeskWindow } from '../../../support/desk-window.ts';

const SCENES = {
  empty: nothing,
  plain,
  crowded,
  fleet,
  waiting,
  register,
  policies: withPolicies,
  contoso: withContoso,
  'own-keys': ownKeys,
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

export interface Desks {
  /** `delayMs`: how long every answer takes. */
  open(scene: SceneName, delayMs: number): Promise<{ id: string; window: DeskWindow }>;
  /** False when the request is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

const openSchema = z.object({ scene: z.string(), delay: z.number() });
const callSchema = z.object({ channel: z.enum(CHANNELS), args: z.unknown(), call: z.string().optional() });

export const isScene = (name: string): name is SceneName => name in SCENES;

export function createDesks(): Desks {
  const desks = new Map<string, { window: DeskWindow; delayMs: number }>();

  const open: Desks['open'] = async (scene, delayMs) => {
    const id = randomUUID();
    const window = openDeskWindow({ from: await kept(SCENES[scene]) });
    desks.set(id, { window, delayMs });
    return { id, window };
  };

  async function call(id: string, body: string): Promise<unknown> {
    const { window, delayMs } = deskOf(id);
    const { channel, args, call: name } = callSchema.parse(JSON.parse(body));
    await wait(delayMs);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the router parses what it is given
    const result = await window.calls[channel](args as never, name);
    return { result, now: window.desk.ports.clock.now().getTime() };
  }

  function deskOf(id: string): { window: DeskWindow; delayMs: number } {
    const found = desks.get(id);
    if (found === undefined) {
      throw new Error('no such desk');
    }
    return found;
  }

  return {
    open,
    async answer(request, response) {
      const [, place, id = '', what] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
      if (place !== 'desk') {
        return false;
      }
      if (what === 'events') {
        tellEvents(deskOf(id).window, response);
        return true;
      }
      const body = await text(request);
      const { scene, delay } = id === 'open' ? openSchema.parse(JSON.parse(body)) : { scene: '', delay: 0 };
      const answer =
        id === 'open' ? { id: (await open(isScene(scene) ? scene : 'plain', delay)).id } : await call(id, body);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return true;
    },
    async close() {
      await Promise.all([...desks.values()].map(({ window }) => window.close()));
    },
  };
}

function tellEvents(window: DeskWindow, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  const ends = EVENTS.map((event) =>
    window.on(event, (payload) => {
      const now = window.desk.ports.clock.now().getTime();
      response.write(`data: ${JSON.stringify({ event, payload, now })}\n\n`);
    }),
  );
  response.once('close', () => ends.forEach((end) => end()));
}
