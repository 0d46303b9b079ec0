import type { en } from '../../en/page.ts';

export const settings: typeof en.settings = {
  title: 'Einstellungen',
  lead: 'Sie gelten für diesen Datenordner. Jeder Mandant und jede Richtlinie hat eigene Einstellungen.',
  window: { title: 'Fenster', lead: 'Wie Key Custodian auf diesem Rechner aussieht.' },
  appearance: 'Darstellung',
  theme: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  keychain: {
    title: 'Schlüsselbund',
    lead: 'Die privaten Schlüssel und die Zugangsdaten der Mandanten liegen dort und nirgends sonst.',
    backup: 'Wenn Sie diesen Rechner verlieren',
  },
  clock: {
    title: 'Uhr',
    lead: 'Jede Wartezeit wird an der Uhr dieses Rechners gemessen. Sie wird mit jeder Antwort von außen verglichen.',
    now: (at) => `Hier ist es ${at}.`,
    wrong:
      'Solange sie nicht übereinstimmen, wird nichts datiert, was außen zu sehen ist. Stellen Sie zuerst die Uhr dieses Rechners richtig, falls sie falsch geht.',
    isRight: 'Die Uhr geht jetzt richtig …',
    otherIsWrong: (host) => `Die Uhr von ${host} geht falsch …`,
    means:
      'Sagen Sie es, nachdem die Uhr falsch ging: Was mit einem späteren Datum verzeichnet wurde, gilt als jetzt getan. Früher möglich wird dadurch nichts. Ein Grund wird erfragt und verzeichnet.',
    done: (keys) =>
      keys === 0
        ? 'Verzeichnet: Die Uhr geht jetzt richtig'
        : keys === 1
          ? 'Verzeichnet: Die Daten von 1 Schlüssel zählen ab jetzt'
          : `Verzeichnet: Die Daten von ${keys} Schlüsseln zählen ab jetzt`,
    recorded: 'Die Aussage und ihr Grund stehen im Protokoll.',
  },
  policies: {
    title: 'Richtlinien',
    lead: 'Wann Schlüssel fällig sind, wie lange zu warten ist und wann private Schlüssel gelöscht werden, folgt aus Richtlinien, nicht aus Einstellungen.',
    own: 'Richtlinien',
    ownMeans: 'Legen Sie eine an, und sehen Sie, welche Mandanten sich nach ihr richten.',
    tenant: 'Eines Mandanten',
    tenantMeans: 'In den Einstellungen des Mandanten gewählt; ohne Wahl gilt die Vorgabe seiner Umgebung.',
    link: 'Alle Richtlinien',
  },
  updates: {
    title: 'Aktualisierungen',
    lead: 'Aus. Diese App fragt nirgends nach, ob es eine neuere Version gibt.',
    asks: 'Fragt nach neuen Versionen',
    asksMeans:
      'Nie, und dafür gibt es keinen Schalter: Eine App, die Signaturschlüssel verwahrt, ändert sich, wenn Sie sie ändern.',
    howTo: 'So erhalten Sie eine',
    howToMeans:
      'Von dort, woher Sie diese haben. Vergleichen Sie Prüfsumme oder Signatur mit der Angabe des Herausgebers, schließen Sie Key Custodian, und installieren Sie die neue über die alte.',
    kept: 'Was bleibt',
    keptMeans:
      'Schlüsselbund und Datenordner bleiben, wie sie sind. Eine neuere Version öffnet den Datenordner einer älteren; der Weg zurück ist nicht gewiss. Kopieren Sie den Ordner deshalb vorher.',
  },
  about: {
    title: 'Diese App',
    lead: 'Sie sendet nur, was Sie übertragen, nachweisen und überwachen.',
    showFolder: 'Datenordner zeigen',
    version: 'Version',
    program: 'Programm',
    programIs: { product: 'Installiert', checkout: 'Ein Checkout der Quellen, zum Entwickeln und Proben' },
    dataOf: 'Daten',
    dataAre: {
      product: 'Die des installierten Key Custodian, mit seinen Einträgen im Schlüsselbund',
      checkout:
        'Eigene des Checkouts, mit eigenen Einträgen im Schlüsselbund. Ein installierter Key Custodian bleibt unberührt.',
    },
    runsOn: 'Läuft auf',
    folder: 'Datenordner',
    inFolder: 'Darin',
    inFolderMeans: 'Öffentliche Angaben und die Protokollkette. Eine Kopie davon öffnet allein nichts.',
  },
};
