import type { en } from '../../en/page.ts';

export const firstSteps: typeof en.firstSteps = {
  title: 'Erste Schritte',
  lead: (done, of) => `${done} von ${of} erledigt. Ein Schritt wird abgehakt, wenn er wirklich geschehen ist.`,
  hide: 'Erste Schritte ausblenden',
  done: 'Erledigt:',
  open: 'Noch zu tun:',
  steps: {
    rehearse: {
      title: 'In der Sandbox proben',
      text: 'Dort einmal übertragen und nachweisen; nichts verlässt diesen Rechner.',
    },
    add: {
      title: 'Eigenen Mandanten hinzufügen',
      text: 'Einen echten Endpunkt mit seinen Domains und Zugangsdaten.',
    },
    generate: {
      title: 'Einen aktuellen und einen nächsten Schlüssel haben',
      text: 'Hier erzeugt oder mitgebracht. Die privaten Schlüssel bleiben im Schlüsselbund dieses Rechners und werden nie gezeigt, protokolliert oder gesendet.',
    },
    publish: {
      title: 'Veröffentlichen',
      text: 'Die Unterschiede Byte für Byte ansehen, dann genau das übertragen.',
    },
    prove: {
      title: 'Von außen nachweisen',
      text: 'Ein Probe-Token wird allein über den öffentlichen Schlüsselsatz geprüft, so wie Ihre Anwendungen es täten, bevor Sie einem Schlüsselwechsel vertrauen.',
    },
  },
};
