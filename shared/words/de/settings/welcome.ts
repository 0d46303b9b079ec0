import type { en } from '../../en/page.ts';

export const welcome: typeof en.welcome = {
  title: 'Ihre Signaturschlüssel in Ihrer eigenen Hand',
  lead: 'Key Custodian verwahrt die Schlüssel, die die Token Ihrer Mandanten signieren, getrennt von den Mandanten selbst.',
  addFirst: 'Ersten Mandanten hinzufügen',
  former: {
    title: 'Suchen Sie Mandanten, die vorher da waren?',
    means: (folder) =>
      `In ${folder} liegen Daten; dort bewahrt sie ein installierter Key Custodian auf, und früher auch ein Checkout. Dieser Checkout hat jetzt eigene. Um jene zu öffnen, starten Sie ihn mit --product.`,
  },
  sandboxMeans: 'Die Sandbox ist ein Mandant in der App zum Proben; nichts verlässt diesen Rechner.',
};
