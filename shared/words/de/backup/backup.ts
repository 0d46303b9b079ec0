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
    restore:
      'Zum Proben und Wiederherstellen dient die Befehlszeile: custodian backup drill, custodian backup restore.',
  },
  rail: {
    none: 'Keine Sicherung',
    unsaved: (keys) => `${count(keys, 'Schlüssel', 'Schlüssel')} in keiner Sicherung`,
    drillDue: 'Eine Probe ist fällig',
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
