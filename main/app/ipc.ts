// Binds the router to Electron's IPC. The sender is checked before anything else is looked at.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { type Channel, CHANNELS, type EventName } from '../../shared/channels.ts';
import type { EventPayloads } from '../../shared/contract.ts';
import type { Answer } from '../ipc/router.ts';
import { APP_ORIGIN } from './page-protocol.ts';

/** `open` is asked at the first call, which waits for custody as all others do; where it never opens the program ends. */
export function bindIpc(contents: WebContents, open: () => Promise<{ answer: Answer }>): void {
  const running = new Map<Channel, AbortController>();
  const cancel = (channel: Channel): void => running.get(channel)?.abort();
  for (const channel of CHANNELS) {
    ipcMain.handle(`custodian:${channel}`, async (event, args: unknown) => {
      if (!isOurPage(event, contents)) {
        throw new Error('refused');
      }
      const stop = new AbortController();
      running.set(channel, stop);
      try {
        const { answer } = await open();
        const context = { progress: progressFor(contents, channel), signal: stop.signal, cancel };
        return await answer(channel, args, context);
      } finally {
        if (running.get(channel) === stop) {
          running.delete(channel);
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
  return event.sender.id === contents.id && frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}

function progressFor(contents: WebContents, channel: Channel) {
  return (step: number, of: number, label: string): void => {
    emit(contents, 'progress', { channel, step, of, label });
  };
}
