import { fileFormat } from '../names.ts';
import { recordedFormat } from '../../recorded-format.ts';
import type { ModelWords } from '../../en/parts/model.ts';

export const model: ModelWords = {
  state: {
    next: {
      word: 'Nächster',
      nist: 'pre-activation',
      means: 'Den Prüfern angekündigt, signiert noch nicht.',
      empty:
        'Kein nächster Schlüssel. Erzeugen oder importieren Sie einen und veröffentlichen Sie ihn vor dem Wechsel.',
    },
    current: {
      word: 'Aktueller',
      nist: 'active',
      means: 'Signiert jetzt Token.',
      empty: 'Noch signiert keiner. Mit dem Wechsel kommt der nächste Schlüssel in Gebrauch.',
    },
    previous: {
      word: 'Voriger',
      nist: 'deactivated',
      means: 'Signiert nicht mehr; seine Token sind noch prüfbar.',
      empty: 'Keiner. Beim Wechsel kommt der aktuelle Schlüssel hierher.',
    },
    replaced: {
      word: 'Ersetzt',
      nist: 'destroyed or pre-activation',
      means: 'Ein anderer Schlüssel nahm seinen Platz ein, bevor er benutzt wurde. Er kann wieder importiert werden.',
      empty: 'Keiner.',
    },
    revoked: {
      word: 'Gesperrt',
      nist: 'deactivated or compromised',
      means: 'Endgültig zurückgezogen.',
      empty: 'Keiner. Sperren Sie einen vorigen Schlüssel, sobald seine letzten Token abgelaufen sind.',
    },
  },
  environment: {
    development: { word: 'Entwicklung', means: 'Zum Ausprobieren.' },
    staging: { word: 'Vorstufe', means: 'Wie Produktion, ohne echte Benutzer.' },
    production: { word: 'Produktion', means: 'Hier melden sich echte Benutzer an. Riskante Schritte fragen zweimal.' },
  },
  endpoint: {
    sandbox: {
      word: 'Sandbox',
      means: 'Ein Mandant zum Proben in dieser App. Nichts verlässt den Rechner.',
    },
    auth0: {
      word: 'Auth0',
      means: 'Ein Mandant mit der Management API für eigene Signaturschlüssel.',
    },
    jwks: {
      word: 'JWKS-Endpunkt',
      means: 'Ein beliebiger Server, der einen JWK-Satz per PUT unter einer URL annimmt.',
    },
  },
  address: {
    auth0: {
      apiBaseUrl: {
        label: 'Management API',
        description: 'Nur, wenn sie von /api/v2 der Domain abweicht.',
        placeholder: 'z. B. https://acme.eu.auth0.com/api/v2',
      },
      jwksUrl: {
        label: 'Öffentlicher Schlüsselsatz',
        description: 'Nur, wenn er von der Well-known-Adresse der eigenen Domain abweicht.',
        placeholder: 'z. B. https://login.acme.example/.well-known/jwks.json',
      },
    },
    jwks: {
      apiBaseUrl: {
        label: 'Geschrieben unter',
        description: 'Die URL, die den Satz per GET, PUT und DELETE verwaltet.',
        placeholder: 'z. B. https://keys.acme.example/admin/jwks',
      },
      jwksUrl: {
        label: 'Gelesen unter',
        description: 'Die URL, unter der Prüfer den Satz finden.',
        placeholder: 'z. B. https://keys.acme.example/jwks.json',
      },
    },
  },
  credentialsNote:
    'Zugangsdaten werden in den Einstellungen des Mandanten angegeben und gelten nur für diese Adresse. Nach dem geheimen Teil fragt ein eigenes Fenster.',
  diff: {
    added: { word: 'Hinzugefügt', means: 'Noch nicht dort; diese Übertragung fügt ihn hinzu.' },
    kept: { word: 'Unverändert', means: 'Schon dort, genau so.' },
    removed: { word: 'Entfernt', means: 'Jetzt dort; diese Übertragung nimmt ihn heraus.' },
    foreign: {
      word: 'Fremd',
      means: 'Nicht von dieser Verwahrung. Er wird unverändert zurückgesendet, bleibt also.',
    },
    altered: {
      word: 'Verändert',
      means:
        'Unsere kid mit anderem Inhalt. Diese Übertragung stellt unseren wieder her. Finden Sie heraus, wer ihn geändert hat.',
    },
  },
  proofStep: {
    fetched: {
      word: 'Öffentlichen Schlüsselsatz abgerufen',
      means: 'Über eine neue Verbindung, wie es jeder Prüfer täte.',
    },
    listed: { word: 'Aktueller Schlüssel ist enthalten', means: 'Der Satz enthält die kid, die signiert.' },
    signed: {
      word: 'Probe-Token signiert',
      means: 'Mit dem privaten Schlüssel aus dem Schlüsselbund; wenige Minuten gültig.',
    },
    verified: { word: 'Probe-Token geprüft', means: 'Allein mit dem abgerufenen Satz.' },
    issuer: {
      word: 'Über Discovery gefunden',
      means: 'Die Metadaten des Ausstellers führen zu genau diesem Schlüsselsatz.',
    },
    canonical: {
      word: 'Kanonische Domain angesehen',
      means: 'Sie muss eigene Schlüssel nicht zeigen; Prüfer dürfen sie nicht lesen.',
    },
  },
  vaultAdvice: {
    available: '',
    locked:
      'Entsperren Sie ihn in den Einstellungen Ihres Systems, oder melden Sie sich neu an. Alles Öffentliche geht inzwischen weiter.',
    silent:
      'Suchen Sie seine Frage hinter anderen Fenstern, oder melden Sie sich neu an. Alles Öffentliche geht inzwischen weiter.',
    unavailable: 'Starten Sie den Schlüsselbunddienst Ihrer Arbeitsumgebung. Alles Öffentliche geht inzwischen weiter.',
    foreign:
      'Melden Sie sich mit dem Konto an, dessen Schlüsselbund die Schlüssel dieses Datenordners enthält, oder verwenden Sie einen anderen Datenordner.',
  },
  vault: {
    available: 'Schlüsselbund offen',
    locked: 'Schlüsselbund gesperrt',
    silent: 'Schlüsselbund antwortet nicht',
    unavailable: 'Kein Schlüsselbund',
    foreign: 'Anderer Schlüsselbund',
  },
  generatedHere: 'Hier erzeugt',
  imported: (source) =>
    source === null || source === '' ? 'Importiert' : `Importiert (${fileFormat(recordedFormat(source))})`,
};
