import type { en } from '../../en/page.ts';

export const importing: typeof en.importing = {
  place: 'Importieren als',
  places: {
    next: {
      name: 'Nächster',
      means: 'Veröffentlichen Sie ihn, und wechseln Sie, sobald die Prüfer ihn kennen. Der übliche Weg.',
    },
    current: {
      name: 'Aktueller',
      means: 'Er signiert sofort. Nur solange der aktuelle Schlüssel nie veröffentlicht oder benutzt wurde.',
    },
    previous: { name: 'Voriger', means: 'Er signiert nicht mehr, seine Token sollen aber noch geprüft werden können.' },
  },
  currentInUse: (kid) =>
    `Der aktuelle Schlüssel ${kid} wurde veröffentlicht oder benutzt. Importieren Sie Ihren als nächsten, und wechseln Sie.`,
  kid: 'Schlüsselkennung (kid)',
  kidMeans:
    'Optional. Bleibt das Feld leer, so gilt die Kennung aus der Datei, sonst der Thumbprint nach RFC 7638. Token nennen ihren Schlüssel damit.',

  imported: {
    title: (kid, place) => `${kid} importiert als ${place}`,
    where: (ring, tenant) =>
      `Er ist im Schlüsselring ${ring} von ${tenant}, sein privater Schlüssel im Schlüsselbund. Die Datei liegt noch, wo sie war: Entfernen Sie sie, wenn Sie fertig sind.`,
    next: {
      next: 'Als Nächstes: veröffentlichen. Wenn die Prüfer ihn kennen, rotieren Sie, und er signiert.',
      current: 'Er signiert ab jetzt. Als Nächstes: veröffentlichen, damit die Prüfer annehmen, was er signiert.',
      previous: 'Als Nächstes: veröffentlichen, damit die Prüfer annehmen, was er signiert hat.',
    },
  },

  file: {
    title: (ring) => `Schlüssel in „${ring}“ importieren`,
    verb: 'Datei wählen …',
    working: 'Wartet auf die Datei',
    what: (algorithm) =>
      `Die Datei enthält einen privaten Schlüssel für ${algorithm}. Sie wird außerhalb dieses Fensters gelesen, und der private Schlüssel kommt in den Schlüsselbund. Die Datei selbst bleibt, wo sie ist: Löschen Sie sie, wenn Sie fertig sind.`,
    noFile: 'Es wurde keine Datei gewählt. Es wurde nichts geändert.',
  },

  allow: {
    smallExponent: {
      label: 'RSA-Schlüssel mit kleinem Exponenten annehmen',
      means: 'Unter 65537, wie manche alte Werkzeuge sie machen. Prüfer nehmen sie an, Auditoren fragen danach.',
    },
    longWork: {
      label: 'Die Zeit nehmen, die sehr viele Runden brauchen',
      means: 'Für Dateien, deren Passphrase bis zu einer halben Minute kostet.',
    },
  },

  many: {
    open: 'Viele Schlüssel importieren …',
    title: (tenant) => `Viele Schlüssel in ${tenant} importieren`,
    verb: 'Dateien wählen …',
    again: 'Andere wählen …',
    working: 'Wartet auf die Dateien',
    theImport: 'den Import',
    what: 'Wählen Sie Dateien mit beliebig vielen privaten Schlüsseln. Bevor etwas importiert wird, sehen Sie, was jeder Schlüssel ist und wohin er kommt: in den Ring seines Algorithmus, als nächster Schlüssel, wo dieser Platz frei ist, sonst als voriger.',
  },

  inspected: {
    title: (fileName) => `Schlüssel aus ${fileName} importieren`,
    verb: 'Importieren',
    working: 'Schlüssel wird übernommen',
    what: 'Der private Schlüssel kommt in den Schlüsselbund. Die Datei selbst bleibt, wo sie ist: Löschen Sie sie, wenn Sie fertig sind.',
    whatLocked:
      'Der private Schlüssel kommt in den Schlüsselbund. Nach der Passphrase wird in einem eigenen Fenster gefragt. Die Datei selbst bleibt, wo sie ist: Löschen Sie sie, wenn Sie fertig sind.',
    tenant: 'Mandant',
    ring: 'Schlüsselring',
    ringMeans: 'Die, deren Algorithmus zum Schlüssel passt.',
    noRingFits: (tenant) =>
      `Kein Schlüsselring von ${tenant} passt zu diesem Schlüssel. Fügen Sie zuerst unter „Schlüsselringe“ einen mit seinem Algorithmus hinzu.`,
    stopped: 'Ein Dialog wurde geschlossen. Es wurde nichts geändert.',
  },
};
