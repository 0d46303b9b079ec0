// Who may call: the main frame of the very window, while it shows our own page.
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ ipcMain: {}, net: {}, protocol: {} }));
const { isOurPage } = await import('../../../main/app/ipc.ts');
const { APP_ORIGIN } = await import('../../../main/app/page-protocol.ts');

type Event = Parameters<typeof isOurPage>[0];
type Contents = Parameters<typeof isOurPage>[1];

const WINDOW = { id: 7 } as Contents;
const mainFrame = { parent: null, origin: APP_ORIGIN };
const from = (sender: number, senderFrame: object | null): Event => ({ sender: { id: sender }, senderFrame }) as Event;

describe('our page', () => {
  it('is the main frame of the window at our origin', () => {
    expect(isOurPage(from(7, mainFrame), WINDOW)).toBe(true);
  });

  it.each([
    ['another window', from(8, mainFrame)],
    ['a frame inside the page', from(7, { ...mainFrame, parent: mainFrame })],
    ['a page from elsewhere', from(7, { ...mainFrame, origin: 'https://attacker.example' })],
    ['a page without an origin', from(7, { ...mainFrame, origin: 'null' })],
    ['a file', from(7, { ...mainFrame, origin: 'file://' })],
    ['a frame that is gone', from(7, null)],
  ])('is not %s', (_what, event) => {
    expect(isOurPage(event, WINDOW)).toBe(false);
  });
});
