import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const shell: typeof en.shell = {
  product: 'Key Custodian',
  windowTitle: (title) => `${title} – Key Custodian`,
  onlyInApp: 'Diese Seite gehört zur App Key Custodian und funktioniert nur in ihr.',
  skip: 'Zum Inhalt springen',
  youAreHere: 'Sie sind hier',
  foot: (title) => `Zu tun: ${title}`,
  drop: {
    title: 'Loslassen, um zu erfahren, was es ist',
    means: 'Die Datei wird außerhalb dieses Fensters gelesen. Nichts wird importiert.',
  },
  rail: {
    label: 'Mandanten und Werkzeuge',
    find: 'Suchen',
    tenants: 'Mandanten',
    tools: 'Werkzeuge',
  },
  leaving: {
    title: 'Ohne Speichern verlassen?',
    means: 'Was Sie hier eingegeben haben, ist nicht gespeichert. Wenn Sie gehen, ist es verloren.',
    stay: 'Hier bleiben',
    leave: 'Verlassen',
  },
  registryAlarm: {
    means: 'Alles lässt sich ansehen; veröffentlicht, signiert, rotiert oder herausgegeben wird nichts.',
    look: 'Ansehen, was abweicht …',
  },
  machine: {
    looking: 'Dieser Rechner wird geprüft',
    version: (version) => `Version ${version}`,
    checkout: 'Checkout',
    settings: 'Einstellungen',
    sandboxRunning: 'Sandbox läuft',
    sandboxOff: 'Sandbox aus',
    clockIsWrong: 'Uhr geht falsch',
    mendClock: 'Was mit der Uhr zu tun ist',
    mend: 'Beheben …',
    startSandbox: 'Sandbox starten',
    start: 'Starten',
    troubleArmed: 'Störung steht bereit',
  },
  band: {
    label: 'Mandant',
    publishesAt: (domain, customDomain) => phrase`${domain} veröffentlicht unter ${customDomain}`,
  },
};
