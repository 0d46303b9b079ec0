// The calls from a page to the program, and what the program tells it: Electron's way between processes, over the bindings of
// a Chromium that is driven. The preload scripts are those that the product ships.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

type Handler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
  removeHandler: (channel: string) => void handlers.delete(channel),
};

/** Before anything of the page runs, it has what its preload script exposes. `eventOf`: who is seen to call. */
export async function bindCalls(page: Page, preload: string, eventOf: (origin: string) => object): Promise<void> {
  await page.exposeBinding('engineInvoke', async ({ frame }, channel: string, ...args: unknown[]) => {
    const handler = handlers.get(channel);
    if (handler === undefined) {
      throw new Error(`nobody answers ${channel}`);
    }
    return handler(eventOf(new URL(frame.url()).origin), ...args);
  });
  await page.addInitScript({ content: scriptAround(readFileSync(preload, 'utf8')) });
}

/** Tells the page; one that is gone hears nothing. */
export async function tell(page: Page, channel: string, payload: unknown): Promise<void> {
  const said = JSON.stringify([channel, payload]);
  await page.evaluate(`window.engineHear?.(...${said})`).catch(() => undefined);
}

/** What a preload script requires of Electron, in the page. */
const scriptAround = (preload: string): string => `(() => {
  const listeners = new Map();
  window.engineHear = (channel, payload) => [...(listeners.get(channel) ?? [])].forEach((hear) => hear({}, payload));
  const ipcRenderer = {
    invoke: (...given) => window.engineInvoke(...given),
    on: (channel, hear) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(hear)),
    off: (channel, hear) => listeners.get(channel)?.delete(hear),
  };
  const contextBridge = { exposeInMainWorld: (name, api) => { window[name] = api; } };
  const require = () => ({ contextBridge, ipcRenderer });
  ((exports, module) => { ${preload}
  })({}, {});
})();`;
