// The only thing the window can reach of this program: one function per channel of the contract, and subscriptions
// to its events. Runs sandboxed, so it is bundled into one CommonJS file and imports nothing but names.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS, type EventName, EVENTS } from '../../shared/channels.ts';

// SECURITY: the channel name is fixed per function; the page cannot name one, and never sees an Electron event.
const calls = Object.fromEntries(
  CHANNELS.map((channel) => [
    channel,
    (args: unknown, call: unknown) => ipcRenderer.invoke(`custodian:${channel}`, args, call),
  ]),
);

function on(event: EventName, listener: (payload: unknown) => void): () => void {
  if (!EVENTS.includes(event)) {
    throw new TypeError('unknown event');
  }
  const relay = (_event: IpcRendererEvent, payload: unknown): void => {
    listener(payload);
  };
  ipcRenderer.on(`custodian:${event}`, relay);
  return () => {
    ipcRenderer.off(`custodian:${event}`, relay);
  };
}

contextBridge.exposeInMainWorld('custodian', { calls, on });
