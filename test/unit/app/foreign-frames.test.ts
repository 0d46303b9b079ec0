// What comes from another frame than the window's own is refused before anything is looked at: calls, secrets, answers.
// Electron itself is not here; whatever it would do is done by hand.
import { EventEmitter } from 'node:events';
import type { BrowserWindow as Window } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { CHANNELS } from '../../../shared/channels.ts';

const { ipc, windows } = vi.hoisted(() => ({
  ipc: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  windows: [] as unknown[],
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class BrowserWindow extends Emitter {
    readonly webContents = Object.assign(new Emitter(), { id: 40 + windows.length, send: () => undefined });
    constructor() {
      super();
      windows.push(this);
    }
    setContentProtection = () => undefined;
    loadURL = async () => undefined;
    setMenu = () => undefined;
    isDestroyed = () => false;
    isVisible = () => true;
    isFocused = () => true;
    hide = () => undefined;
    show = () => this.emit('show');
    focus = () => undefined;
    setContentSize = () => undefined;
    setPosition = () => undefined;
    getBounds = () => ({ x: 0, y: 0, width: 100, height: 100 });
    close = () => this.emit('closed');
    destroy = () => this.emit('closed');
  }
  return {
    BrowserWindow,
    app: { isPackaged: true },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown) => unknown) => ipc.set(channel, handler),
      removeHandler: (channel: string) => ipc.delete(channel),
    },
    session: { fromPartition: () => ({ protocol: { isProtocolHandled: () => true } }) },
    screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1000, height: 1000 } }) },
  };
});
const { bindIpc } = await import('../../../main/app/ipc.ts');
const { askPassphrase } = await import('../../../main/app/passphrase-window.ts');
const { createConfirmationWindow } = await import('../../../main/app/confirmation-window.ts');
const { APP_ORIGIN } = await import('../../../main/app/page-protocol.ts');

beforeEach(() => {
  ipc.clear();
  windows.length = 0;
});

const own = { parent: null, origin: APP_ORIGIN };
const FOREIGN = [
  ['a frame inside the page', { ...own, parent: own }],
  ['a page from elsewhere', { ...own, origin: 'https://attacker.example' }],
  ['a frame that is gone', null],
] as const;

const sent = (id: number, senderFrame: unknown) => ({ sender: { id }, senderFrame });
const called = async (channel: string, event: unknown, ...args: unknown[]): Promise<unknown> =>
  ipc.get(channel)?.(event, ...args);
const contents = (id: number) =>
  Object.assign(new EventEmitter(), { id, isDestroyed: () => false, send: () => undefined }) as never;

it.each(FOREIGN)('no call is taken from %s', async (_what, frame) => {
  const open = vi.fn(async () => ({ answer: async () => ({ ok: true as const, value: null }) }));
  bindIpc(contents(7), open);
  for (const channel of CHANNELS) {
    await expect(called(`custodian:${channel}`, sent(7, frame), {})).rejects.toThrow('refused');
    await expect(called(`custodian:${channel}`, sent(8, own), {})).rejects.toThrow('refused');
  }
  expect(open).not.toHaveBeenCalled();
  expect(await called('custodian:tenant.list', sent(7, own), {})).toEqual({ ok: true, value: null });
});

it.each(FOREIGN)('no secret is taken from %s', async (_what, frame) => {
  const parent = new EventEmitter() as unknown as Window;
  const asked = askPassphrase({ parent, distFolder: '/dist', language: 'en' }, 'of a file');
  await expect(called('custodian-passphrase', sent(40, frame), 'forged')).rejects.toThrow('refused');
  await expect(called('custodian-passphrase', sent(41, own), 'forged')).rejects.toThrow('refused');
  await expect(called('custodian-passphrase', sent(40, own), { not: 'a text' })).rejects.toThrow('refused');
  await expect(called('custodian-passphrase', sent(40, own), 'x'.repeat(100_000))).rejects.toThrow('refused');
  await called('custodian-passphrase', sent(40, own), 'typed');
  expect(Buffer.from((await asked) ?? []).toString()).toBe('typed');
});

it.each(FOREIGN)('no answer is taken from %s', async (_what, frame) => {
  const parent = Object.assign(new EventEmitter(), { getBounds: () => ({ x: 0, y: 0, width: 1, height: 1 }) });
  const confirmations = createConfirmationWindow({
    parent: parent as unknown as Window,
    distFolder: '/dist',
    preferences: { language: () => 'en' },
  });
  const question = { title: 'Sign?', tenant: null, facts: [], means: '', yes: 'Sign', grave: false, fields: [] };
  const asked = confirmations.ask(question);
  const answer = { id: '00000000-0000-4000-8000-000000000000', typed: {} };
  await expect(called('custodian-confirmation:answer', sent(40, frame), answer)).rejects.toThrow('refused');
  await expect(called('custodian-confirmation:drawn', sent(40, frame), { id: answer.id, height: 1 })).rejects.toThrow(
    'refused',
  );
  // Closed by the person: a no.
  (windows[0] as EventEmitter).emit('closed');
  expect(await asked).toBeNull();
});
