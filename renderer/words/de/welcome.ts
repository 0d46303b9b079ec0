import type { en } from '../en/index.ts';

export const welcome: typeof en.welcome = {
  title: 'Ihre Signaturschlüssel in Ihrer eigenen Hand',
  lead: 'Key Custodian verwahrt die Schlüssel, die die Token Ihrer Mandanten signieren, getrennt von den Mandanten selbst.',
  addFirst: 'Ersten Mandanten hinzufügen',
  sandboxMeans: 'Die Sandbox ist ein Mandant in der App zum Proben; nichts verlässt diesen Rechner.',
};
