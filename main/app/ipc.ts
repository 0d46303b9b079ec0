// Binds the router to Electron's IPC. The sender is checked before anything else is looked at.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type Channel, CHANNELS, type EventName } from '../../shared/channels.ts';
import type { EventPayloads } from '../../shared/contract.ts';
import { callNameSchema } from '../../shared/fields.ts';
import { crossing } from '../ipc/crossing.ts';
import type { Answer, CallContext } from '../ipc/router.ts';
import { APP_ORIGIN } from './page-protocol.ts';

/** `open` is asked at the first call, which waits for custody as all others do; where it never opens the program ends. */
export function bindIpc(contents: WebContents, open: () => Promise<{ answer: Answer }>): void {
  const running = new Map<string, AbortController>();
  const cancel = (call: string): void => running.get(call)?.abort();
  for (const channel of CHANNELS) {
    ipcMain.handle(`custodian:${channel}`, async (event, args: unknown, named: unknown) => {
      if (!isOurPage(event, contents)) {
        throw new Error('refused');
      }
      const call = callNameSchema.safeParse(named).data;
      const stop = new AbortController();
      if (call !== undefined) {
        running.set(call, stop);
      }
      try {
        const { answer } = await open();
        return crossing(
          await answer(channel, args, { ...toldOf(contents, channel, call), signal: stop.signal, cancel }),
        );
      } finally {
        if (call !== undefined && running.get(call) === stop) {
          running.delete(call);
        }
      }
    });
  }
}

export function emit<E extends EventName>(contents: WebContents, event: E, payload: EventPayloads[E]): void {
  if (!contents.isDestroyed()) {
    contents.send(`custodian:${event}`, payload);
  }
}

// SECURITY: only the main frame of the very window, while it shows our own page, may call. A frame that is gone
// (null) may not.
export function isOurPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender.id === contents.id && frame?.parent === null && frame.origin === APP_ORIGIN;
}

/** What the page is told while a call runs; that it can no longer be stopped only where it could be. */
function toldOf(
  contents: WebContents,
  channel: Channel,
  call: string | undefined,
): Pick<CallContext, 'progress' | 'sending' | 'answered'> {
  return {
    progress: (step, of, label) => emit(contents, 'progress', { channel, call, step, of, label }),
    sending: () => call !== undefined && emit(contents, 'sending', { call }),
    answered: () => call !== undefined && emit(contents, 'sending', { call, answered: true }),
  };
}
