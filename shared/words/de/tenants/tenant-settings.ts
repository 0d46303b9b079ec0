import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const tenantSettings: typeof en.tenantSettings = {
  title: 'Einstellungen',
  lead: 'Uhren, Pläne und Fälligkeiten folgen sofort. Die Schlüssel und das Veröffentlichte bleiben, wie sie sind.',
  identity: {
    title: 'Identität',
    lead: 'Zertifikate und Aufzeichnungen tragen sie, deshalb lässt sie sich nicht ändern.',
  },
  domain: 'Domain',
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
    means: 'Die einzige, unter der ein Mandant eigene Schlüssel veröffentlicht.',
    example: 'z. B. login.acme.example',
  },
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
  livesBy: 'Richtet sich nach',
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
