import type { en } from '../../en/page.ts';

export const addTenant: typeof en.addTenant = {
  title: 'Mandanten hinzufügen',
  lead: 'Ein Mandant bekommt sofort einen Schlüsselring für RS256 mit einem aktuellen und einem nächsten Schlüssel, die auf diesem Rechner erzeugt werden.',
  verb: 'Mandanten hinzufügen',
  foot: (name) => (name === '' ? 'Ein neuer Mandant' : `Neuer Mandant: ${name}`),
  working: 'Die ersten beiden Schlüssel werden erzeugt',
  added: (tenant) => `${tenant} hinzugefügt`,
  fields: {
    endpoint: 'Wohin gehen seine öffentlichen Schlüssel?',
    environment: 'Umgebung',
    environmentUnsaid: 'Sagen Sie, wie sorgfältig mit ihm umzugehen ist: Andere benutzen diesen Endpunkt.',
    name: { label: 'Name', description: 'Wie Sie ihn hier nennen.' },
    domain: {
      label: 'Domain',
      description: 'Die kanonische. Auf sie werden die Zertifikate ausgestellt.',
      placeholder: 'z. B. acme.eu.auth0.com',
    },
    customDomain: {
      label: 'Eigene Domain',
      description: 'Nur dort veröffentlicht ein Mandant eigene Schlüssel.',
      placeholder: 'z. B. login.acme.example',
    },
  },
  rehearsal: 'Probe',
  tryIt: 'In der Sandbox ausprobieren',
  sandbox: {
    runsAt: (address) => `Die Sandbox läuft unter ${address}.`,
    tryAgain: 'Versuchen Sie es erneut; vielleicht wurde sie eben erst gestartet.',
    away: 'Die Sandbox läuft nicht.',
    awayMeans: 'Dieser Mandant lebt in ihr, auf diesem Rechner. Solange sie aus ist, geht nichts verloren.',
    startAndTry: 'Sandbox starten und erneut versuchen',
    starting: 'Die Sandbox wird gestartet',
  },
};
