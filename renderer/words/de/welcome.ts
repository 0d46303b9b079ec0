import type { en } from '../en/index.ts';

export const welcome: typeof en.welcome = {
  title: 'Ihre Signaturschlüssel in Ihrer eigenen Hand',
  lead: 'Key Custodian verwahrt die Schlüssel, die die Token Ihrer Mandanten signieren, getrennt von den Mandanten selbst.',
  hold: {
    title: '1. Verwahren',
    text: 'Private Schlüssel entstehen auf diesem Rechner und bleiben in seinem Schlüsselbund. Sie werden nie gezeigt, protokolliert oder gesendet.',
  },
  publish: {
    title: '2. Veröffentlichen',
    text: 'Öffentliche Schlüssel gehen erst an den Mandanten, wenn Sie genau gesehen haben, was sich ändert, Byte für Byte.',
  },
  prove: {
    title: '3. Nachweisen',
    text: 'Ein Probe-Token wird von außen geprüft, so wie Ihre Anwendungen es täten, bevor Sie einem Schlüsselwechsel vertrauen.',
  },
  addFirst: 'Ersten Mandanten hinzufügen',
  sandboxMeans: 'Die Sandbox ist ein Mandant in der App zum Proben; nichts verlässt diesen Rechner.',
};
