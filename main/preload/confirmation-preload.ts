// What the confirmation window can say: that a question is drawn, and how it was answered. Nothing else of the program is
// within its reach.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

const CHANNEL = 'custodian-confirmation';

contextBridge.exposeInMainWorld('confirmation', {
  onQuestion: (listener: (asked: unknown) => void) => {
    ipcRenderer.on(CHANNEL, (_event: IpcRendererEvent, asked: unknown) => listener(asked));
  },
  onArmed: (listener: (armed: unknown) => void) => {
    ipcRenderer.on(`${CHANNEL}:armed`, (_event: IpcRendererEvent, armed: unknown) => listener(armed));
  },
  drawn: (id: string, height: number) => ipcRenderer.invoke(`${CHANNEL}:drawn`, { id, height }),
  answer: (id: string, typed: Record<string, string> | null) => ipcRenderer.invoke(`${CHANNEL}:answer`, { id, typed }),
});
