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
    lead: 'Die App installiert nie etwas. Was sie von einer Ausgabe sagt, hat deren Herausgeber signiert.',
    allow: 'Einmal am Tag nach neueren Versionen fragen',
    allowMeans: (host) => `Fragt bei ${host}, während die App offen ist. Über diesen Rechner wird nichts gesendet.`,
    noKey:
      'Dieses Programm wurde ohne den Schlüssel eines Herausgebers gebaut, wie ein Checkout. Es kann keine Ausgabe prüfen und fragt niemanden.',
    look: 'Jetzt fragen …',
    take: 'Geladenes Paket prüfen …',
    takeMeans: 'Auch auf einem Rechner ohne Netz: Bringen Sie das Paket und key-custodian.release in einem Ordner.',
    standing: {
      newer: (version, installed) => `Version ${version} ist da; diese ist ${installed}`,
      same: (version) => `Version ${version} ist die neueste, und es ist diese`,
      older: (version, installed) => `Das ist Version ${version}, älter als diese, ${installed}`,
    },
    signed: 'Vom Herausgeber signiert',
    issued: 'Ausgestellt',
    expires: 'Gilt bis',
    news: 'Was neu ist',
    packages: 'Pakete',
    bytes: (size) => `${size} MB`,
    verified: (file) => `${file} ist das veröffentlichte Paket`,
    digest: 'SHA-256 des Pakets',
    command: 'So wird es installiert',
    commandMeans:
      'Erstellen Sie vorher eine Sicherung, und schließen Sie die App. Geben Sie dann dies im Ordner des Pakets ein.',
    open: 'Erstellen Sie vorher eine Sicherung, und schließen Sie die App. Öffnen Sie dann das Paket.',
    show: 'Paket zeigen',
    kept: 'Was bleibt',
    keptMeans:
      'Schlüsselbund und Datenordner. Bevor eine neuere Version die Form des Registers ändert, kopiert sie es; eine ältere öffnet das geänderte nicht.',
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
  licences: {
    title: 'Lizenzen',
    lead: 'Key Custodian steht unter Apache-2.0. Es enthält die folgenden Werke anderer.',
    open: 'Lizenzen zeigen',
    find: 'Werk oder Lizenz suchen',
    found: (shown, all) => `${shown} von ${all}`,
    none: 'Nichts dieses Namens.',
    noText: 'Das Paket enthält keinen Text seiner Lizenz.',
    engine:
      'Die Hinweise zu Electron und Chromium stehen in den Dateien LICENSE.electron.txt und LICENSES.chromium.html des Programms.',
  },
};
