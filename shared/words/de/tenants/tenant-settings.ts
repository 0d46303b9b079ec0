import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const tenantSettings: typeof en.tenantSettings = {
  title: 'Einstellungen',
  lead: 'Was sich hier ändert, gilt sofort. Was eine Änderung mit sich bringt, steht da, bevor Sie speichern.',
  identity: {
    title: 'Identität',
    lead: 'Wo er ist, wie sorgfältig mit ihm umgegangen wird und was seine Token nennen.',
  },
  domain: {
    label: 'Domain',
    means: 'Die kanonische. Auf sie werden die Zertifikate ausgestellt.',
    example: 'z. B. acme.eu.auth0.com',
  },
  environment: 'Umgebung',
  endpoint: 'Endpunkt',
  cacheSeen: 'Längster gesehener Cache',
  noCacheSeen: 'am öffentlichen Schlüsselsatz wurde noch kein Cache-Control gesehen',
  cache: (duration, header) => phrase`${duration} (${header})`,
  saved: (tenant) => `Einstellungen von ${tenant} gespeichert`,
  addresses: {
    title: 'Adressen',
    lead: 'Eine Änderung wirkt ab der nächsten Übertragung, dem nächsten Nachweis oder Blick von außen.',
  },
  customDomain: {
    label: 'Eigene Domain',
    means: 'Die erste, unter der er eigene Schlüssel veröffentlicht.',
    example: 'z. B. login.acme.example',
  },
  furtherDomains: {
    label: 'Weitere eigene Domains',
    means: 'Veröffentlichen denselben Satz; jede wird nachgewiesen und beobachtet. Hintereinander, mit Kommas.',
    example: 'z. B. id.acme.example, sso.acme.example',
  },
  issuer: {
    label: 'Aussteller',
    means: 'Was seine Token als iss nennen. Ohne Angabe: https:// und die Domain.',
    example: 'z. B. https://id.acme.example/realms/acme',
  },
  brings: 'Das bringt mit sich',
  changes: (settings) =>
    settings === 0
      ? 'Nichts ist geändert'
      : settings === 1
        ? '1 Einstellung geändert, noch nicht gespeichert'
        : `${settings} Einstellungen geändert, noch nicht gespeichert`,
  save: 'Einstellungen speichern',
  nothingToSave: 'Nichts zu speichern',
  saving: 'Wird gespeichert',
  policy: {
    title: 'Richtlinie',
    lead: 'Die Zahlen hinter jeder Uhr, jedem Plan und jeder Fälligkeit dieses Mandanten.',
  },
  allPolicies: 'Alle Richtlinien',
  usesPolicy: 'Richtlinie',
  defaultOf: (environment) => `Vorgabe für ${environment}`,
  rehearsal: {
    title: 'Probe',
    wanted: 'Ein Plan läuft hier erst, nachdem dieselbe Reihenfolge dort bis zum Ende gelaufen ist.',
    harmless: 'Mandanten in Produktion brauchen eine; anderswo schadet sie nicht.',
    on: 'Proben auf',
    addFirst: 'Fügen Sie zuerst einen Mandanten in Entwicklung hinzu.',
    onMeans: 'Ein Mandant in Entwicklung.',
  },
};
