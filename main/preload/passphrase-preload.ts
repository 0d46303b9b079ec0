// The passphrase window's only way out: it can answer once, and nothing else.
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('passphrase', {
  answer: (text: string) => ipcRenderer.invoke('custodian-passphrase', text),
});
