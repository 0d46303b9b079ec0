import type { WindowActWords } from '../../window-acts.ts';

export const windowActs: WindowActWords = {
  'key.rotate': { title: ({ ring }) => `Ring ${ring} rotieren …`, also: 'Rotation nächster aktueller Wechsel' },
  'key.rotateAndRevoke': {
    title: ({ ring }) => `Notfall: Ring ${ring} rotieren und sperren …`,
    also: 'emergency kompromittiert gestohlen bekannt geworden Vorfall',
  },
  'key.abortRotation': {
    title: ({ ring }) => `Letzte Rotation des Rings ${ring} zurücknehmen …`,
    also: 'rückgängig abbrechen',
  },
  'key.generate': {
    title: ({ ring }) => `Nächsten Schlüssel des Rings ${ring} erzeugen …`,
    also: 'neu erstellen anlegen generieren',
  },
  'key.import': {
    title: ({ ring }) => `Schlüssel in Ring ${ring} importieren …`,
    also: 'eigener Schlüssel Datei einlesen pem p12 jwk',
  },
  'ring.retire': { title: ({ ring }) => `Ring ${ring} stilllegen …`, also: 'beenden schließen' },
  'key.revoke': {
    title: ({ kid }) => `Schlüssel ${kid} sperren …`,
    also: 'revoke widerrufen kompromittiert endgültig',
  },
  'key.withdraw': {
    title: ({ kid }) => `Nächsten Schlüssel ${kid} zurückziehen …`,
    also: 'withdraw verwerfen',
  },
  'key.destroy': { title: ({ kid }) => `Schlüssel ${kid} löschen …`, also: 'vernichten private' },
  'certificate.reissue': {
    title: ({ kid }) => `Zertifikat von ${kid} neu ausstellen …`,
    also: 'erneuern abgelaufen x509 csr Antrag',
  },
  'export.private': {
    title: ({ kid }) => `Privaten Schlüssel ${kid} übergeben …`,
    also: 'exportieren p12 pkcs8 Empfänger Sicherung',
  },
  'publish.push': {
    title: ({ tenant }) => `Zu ${tenant} übertragen …`,
    also: 'push veröffentlichen Vorschau senden jwks',
  },
  'publish.verify': {
    title: ({ tenant }) => `${tenant} von außen nachweisen …`,
    also: 'prüfen Nachweis Probe Token',
  },
  'key.importMany': {
    title: ({ tenant }) => `Viele Schlüssel in ${tenant} importieren …`,
    also: 'mehrere Dateien Ordner Umzug einlesen',
  },
  'ring.add': { title: ({ tenant }) => `Ring zu ${tenant} hinzufügen …`, also: 'neuer Ring Algorithmus' },
  'consumer.add': {
    title: ({ tenant }) => `Abnehmer von ${tenant} eintragen …`,
    also: 'Prüfer Anwendung Dienst',
  },
  'credentials.store': {
    title: ({ tenant }) => `Zugangsdaten für ${tenant} angeben …`,
    also: 'client secret token scope Anmeldung auth0',
  },
  'tenant.remove': { title: ({ tenant }) => `${tenant} entfernen …`, also: 'Mandant löschen' },
  'approval.answer': {
    title: () => 'Bitte um Freigabe beantworten …',
    also: 'freigeben ablehnen zweite Person vier Augen ja nein Antwort',
  },
  'audit.verify': { title: () => 'Protokoll prüfen', also: 'Kette Integrität' },
  'clock.state': { title: () => 'Die Uhr dieses Rechners geht jetzt richtig …', also: 'Zeit falsch Datum' },
  'vault.lock': { title: () => 'Sperren oder entsperren', also: 'tresor passphrase lock schließen weg' },
  'vault.passphrase': {
    title: () => 'Passphrase des Tresors festlegen oder ändern …',
    also: 'versiegeln verschlüsseln schlüsselbund sperre seal',
  },
};
