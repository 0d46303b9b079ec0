import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';

export const backup: typeof en.backup = {
  title: 'Sicherung',
  lead: 'Was verloren geht, wenn dieser Rechner verloren geht, und was es erhält.',
  status: {
    title: 'Sicherungen',
    lead: 'Eine verschlüsselte Datei mit jedem privaten Schlüssel und allen Aufzeichnungen. Sie öffnet sich auch ohne Key Custodian.',
    last: 'Letzte Sicherung',
    none: 'Noch keine',
    holds: (keys) => count(keys, 'privater Schlüssel', 'private Schlüssel'),
    drill: 'Letzte Probe',
    neverDrilled: 'Nie: Noch niemand hat eine geöffnet',
    outcome: { passed: 'Bestanden', failed: 'Nicht bestanden' },
    due: (when) => `die nächste bis ${when}`,
    unsaved: (keys) => `${count(keys, 'Schlüssel ist', 'Schlüssel sind')} in keiner Sicherung`,
    unsavedMeans:
      'Mit diesem Rechner gingen sie verloren. In der Produktion signiert ein nächster Schlüssel nicht, bevor eine Sicherung ihn enthält.',
    allSaved: 'Jeder Schlüssel, der den Schlüsselbund verlassen darf, ist in einer Sicherung.',
    more: (keys) => `und ${count(keys, 'weiterer Schlüssel', 'weitere Schlüssel')}`,
    underPassphrase: 'Unter einer Passphrase sichern …',
    forRecipient: 'Für einen Empfänger sichern …',
    working: 'Die Sicherung wird geschrieben und zurückgelesen',
    made: (file, keys) => `${file}: ${count(keys, 'privater Schlüssel', 'private Schlüssel')}`,
    nothing: 'Nichts wurde geschrieben: Ein Dialog wurde geschlossen.',
    forShares: 'Für Anteile sichern …',
  },
  shares: {
    title: 'Eine Sicherung, die mehrere zusammen öffnen',
    lead: 'Jede Person bekommt ein Blatt mit einem Anteil. Gedruckt oder gespeichert wird es außerhalb dieses Fensters; die Sicherung zählt, wenn jedes Blatt übergeben ist.',
    holders: 'Wer einen Anteil bekommt',
    holdersMeans: (most) => `Ein Name je Zeile, höchstens ${most}.`,
    unfit: 'Nennen Sie jeden Namen einmal, mit höchstens 64 Zeichen.',
    threshold: 'Wie viele von ihnen die Sicherung öffnen',
    thresholdMeans: 'So viele müssen am schlechten Tag zusammenkommen. Weniger erfahren nichts.',
    of: (threshold, all) => `${threshold} von ${all}`,
    verb: 'Sicherung machen …',
  },
  recovery: {
    title: 'Proben und wiederherstellen',
    lead: 'Eine Probe öffnet eine Sicherung an einem Ort, der danach verschwindet, lässt jeden Schlüssel signieren und hält das Ergebnis fest. Eine Wiederherstellung zeigt erst, was sie täte; was hier ist, wird nie überschrieben.',
    by: 'Geöffnet wird sie mit',
    openers: { passphrase: 'einer Passphrase', shares: 'Anteilen', identity: 'einer age-Identität' },
    drill: 'Sicherung proben …',
    look: 'In eine Sicherung sehen …',
    drilling: 'Die Sicherung wird gelesen, und jeder Schlüssel signiert',
    looking: 'Die Sicherung wird gelesen',
    restoring: 'Wird wiederhergestellt',
    theDrill: 'die Probe',
    theLook: 'das Lesen',
    theRestore: 'die Wiederherstellung',
    nothing: 'Nichts wurde getan: Ein Dialog wurde geschlossen.',
    passed: (file) => `Die Probe ist bestanden: ${file}`,
    passedMeans: (madeAt, keys) =>
      `Die Sicherung vom ${madeAt} gibt ${count(keys, 'privaten Schlüssel', 'private Schlüssel')} her; jeder hat signiert, und sein öffentlicher hat es bestätigt. Es ist festgehalten.`,
    notInIt: (keys) => `${count(keys, 'Schlüssel ist', 'Schlüssel sind')} hier und nicht darin:`,
    failed: (file) => `DIE PROBE IST NICHT BESTANDEN: ${file}`,
    failedMeans: 'Das ist festgehalten. Machen Sie jetzt eine neue Sicherung.',
    madeAt: 'Sicherung vom',
    device: 'Gemacht vom Gerät',
    chain: 'Protokollkette',
    chainFrom: (entries) => `geht von der der Sicherung weiter, ${count(entries, 'Eintrag', 'Einträge')}`,
    chainStays: 'die hiesige bleibt und sagt, woher der Rest kam',
    caption: 'Was eine Wiederherstellung mit jedem Mandanten der Sicherung täte',
    tenant: 'Mandant',
    becomes: 'Was geschieht',
    keys: 'Private Schlüssel',
    verdicts: {
      new: 'Neu: kommt mit allen Aufzeichnungen herein',
      same: 'Dasselbe ist hier',
      'newer-here': 'Hier neuer: Was hier ist, bleibt',
      'newer-in-backup': 'Hier älter: Was hier ist, bleibt trotzdem',
    },
    conflicts: {
      'name-taken':
        'KONFLIKT: Ein anderer Mandant heißt hier so; benennen Sie ihn um und stellen Sie dann noch einmal wieder her',
      'key-known-here': 'KONFLIKT: Ein Schlüssel davon gehört hier einem anderen Mandanten',
      diverged: 'KONFLIKT: Jede Seite hat, was der anderen fehlt',
    },
    coming: (keys) => `${keys} kommen herein`,
    without: (keys) => `${count(keys, 'Schlüssel', 'Schlüssel')} OHNE PRIVATEN SCHLÜSSEL: Die Sicherung hat keinen`,
    nothingToDo: 'Es gibt nichts wiederherzustellen: Alles ist hier.',
    restore: 'Wiederherstellen …',
    leave: 'Nicht jetzt',
    restored: (tenants) => `Wiederhergestellt: ${count(tenants, 'Mandant', 'Mandanten')}`,
    restoredMeans: (madeAt, keys) =>
      `Aus der Sicherung vom ${madeAt}, mit ${count(keys, 'privatem Schlüssel', 'privaten Schlüsseln')}. Jeder liegt im Schlüsselbund und wurde zurückgelesen.`,
    skipped: (tenants) => `${count(tenants, 'Mandant bleibt', 'Mandanten bleiben')}, wie sie hier waren.`,
    chainWhole: (entries) => `Die Protokollkette ist vollständig: ${count(entries, 'Eintrag', 'Einträge')}.`,
    chainBroken: 'DIE PROTOKOLLKETTE IST NICHT VOLLSTÄNDIG. Sehen Sie unter „Protokoll“ nach.',
    prove: 'Weisen Sie jetzt von außen nach, dass Prüfer annehmen, was dieser Rechner signiert:',
    proveTenant: (tenant) => `${tenant} nachweisen`,
  },
  moving: {
    title: 'Auf einen neuen Rechner umziehen',
    lead: 'Der alte Rechner behält alles bis zum letzten Schritt. Am Ende steht ein Nachweis.',
    done: 'Erledigt',
    toDo: 'Zu tun',
    steps: [
      {
        title: '1. Hier: eine Sicherung mit jedem Schlüssel',
        means:
          'Machen Sie sie oben, auf einem Stick oder Laufwerk. Der Schritt ist erledigt, solange kein Schlüssel darin fehlt.',
      },
      {
        title: '2. Hier: eine Probe dieser Sicherung',
        means:
          'Proben Sie sie oben, mit der Passphrase oder den Anteilen, wie sie auf dem neuen Rechner angegeben werden.',
      },
      {
        title: '3. Dort: hineinsehen, vergleichen, wiederherstellen',
        means:
          'Installieren Sie Key Custodian, öffnen Sie „Sicherung“, sehen Sie in die Datei, vergleichen Sie den Fingerabdruck des Geräts mit dem Protokoll hier, und stellen Sie wieder her.',
      },
      {
        title: '4. Dort: nachweisen',
        means:
          'Folgen Sie den Verweisen nach der Wiederherstellung: Ein Mandant ist nachgewiesen, wenn Prüfer draußen ein Token annehmen, das der neue Rechner signiert hat.',
      },
      {
        title: '5. Hier: löschen',
        means:
          'Entfernen Sie erst dann Datenordner und Schlüsselbund des alten Rechners. Bis dahin wird nicht auf beiden gewechselt.',
      },
    ],
  },
  rail: {
    none: 'Keine Sicherung',
  },
  lost: {
    title: 'Wenn dieser Rechner verloren geht',
    lead: 'Der Schlüsselbund dieses Kontos und der Datenordner sind zwei Speicher. Keiner nützt viel ohne den anderen.',
    caption: 'Was wo liegt und was daraus wird',
    what: 'Was',
    where: 'Wo es liegt',
    becomes: 'Wenn der Rechner verloren geht',
    keys: {
      what: (keys) => count(keys, 'privater Schlüssel', 'private Schlüssel'),
      where: 'Im Schlüsselbund dieses Kontos auf diesem Rechner und in den Sicherungen, die Sie gemacht haben',
      becomes:
        'Verloren, außer den gesicherten und den ausgehändigten. Ihre Schlüsselringe können nicht signieren; neue Schlüssel müssen an ihrer Stelle veröffentlicht werden.',
    },
    credentials: {
      what: 'Zugangsdaten der Mandanten',
      where: 'Nur im Schlüsselbund dieses Kontos',
      becomes: 'Verloren. Sie werden neu hinterlegt oder beim Mandanten neu erstellt.',
    },
    registry: {
      what: 'Aufzeichnungen, Ausgabebuch und Protokollkette',
      where: 'Im Datenordner',
      becomes:
        'Ohne Kopie des Ordners verloren. Mit einer Kopie kennen Sie jeden Schlüssel und seine Geschichte, können aber mit keinem signieren.',
    },
    published: {
      what: 'Veröffentlichte öffentliche Schlüssel',
      where: 'Bei den Mandanten',
      becomes: 'Sie bleiben. Zuvor signierte Token gelten bis zu ihrem Ablauf.',
    },
  },
  now: {
    title: 'Außerdem',
    lead: 'Nichts davon erhält einen privaten Schlüssel.',
  },
  publicFiles: {
    title: '1. Alles Öffentliche exportieren',
    means:
      'Zertifikate, Schlüsselsätze und ein Verzeichnis eines Mandanten, in einem Ordner oder Archiv. Sie signieren nichts und brauchen keinen Schutz, zeigen aber nach einem Verlust, welche Schlüssel es gab.',
    more: (tenants) => `und ${count(tenants, 'weiterer Mandant', 'weitere Mandanten')} in der Übersicht`,
    link: (tenant) => `Alles Öffentliche von ${tenant}`,
  },
  folder: {
    title: '2. Eine Kopie des Datenordners aufbewahren',
    means:
      'Schließen Sie zuerst Key Custodian, und kopieren Sie dann den ganzen Ordner: Solange die App offen ist, kann eine Kopie aus zwei halben Ständen bestehen. Er enthält öffentliche Angaben und die Protokollkette, keinen privaten Schlüssel.',
  },
  audit: {
    title: 'Danach',
    means:
      'Notieren Sie das Ende der Protokollkette an anderer Stelle: Es zeigt, ob ein zurückgespielter Ordner der neueste ist.',
    link: 'Protokoll',
  },
};
