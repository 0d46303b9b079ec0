// Binds the router to Electron's IPC. The sender is checked before anything else is looked at.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type Channel, CHANNELS, type EventName } from '../../shared/channels.ts';
import type { EventPayloads } from '../../shared/contract.ts';
import { answer, type Handlers } from '../ipc/router.ts';
import { APP_ORIGIN } from './page-protocol.ts';

export function bindIpc(contents: WebContents, handlers: Handlers): void {
  const running = new Map<Channel, AbortController>();
  const cancel = (channel: Channel): void => running.get(channel)?.abort();
  for (const channel of CHANNELS) {
    ipcMain.handle(`custodian:${channel}`, (event, args: unknown) => {
      if (!isOurPage(event, contents)) {
        throw new Error('refused');
      }
      const stop = new AbortController();
      running.set(channel, stop);
      return answer(handlers, channel, args, {
        progress: progressFor(contents, channel),
        signal: stop.signal,
        cancel,
      }).finally(() => {
        if (running.get(channel) === stop) {
          running.delete(channel);
        }
      });
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
  return event.sender.id === contents.id && frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}

function progressFor(contents: WebContents, channel: Channel) {
  return (step: number, of: number, label: string): void => {
    emit(contents, 'progress', { channel, step, of, label });
  };
}
