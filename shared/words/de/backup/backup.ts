import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';

export const backup: typeof en.backup = {
  title: 'Sicherung',
  lead: 'Was verloren geht, wenn dieser Rechner verloren geht, und was Sie heute dagegen tun können.',
  notYet: {
    title: 'Eine eigene Sicherung hat Key Custodian noch nicht.',
    means:
      'Ein geschütztes Archiv, das sich prüfen und zurückspielen lässt, ist für eine spätere Version vorgesehen. Was unten steht, ersetzt es nicht; es hilft bis dahin.',
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
      where: 'Nur im Schlüsselbund dieses Kontos auf diesem Rechner',
      becomes:
        'Verloren, außer den ausgehändigten. Ihre Schlüsselringe können nicht signieren; neue Schlüssel müssen an ihrer Stelle veröffentlicht werden.',
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
    title: 'Was Sie heute tun können',
    lead: 'In dieser Reihenfolge: Nur der erste Schritt rettet Schlüssel.',
  },
  handOver: {
    title: '1. Geschützte Kopien privater Schlüssel aufbewahren',
    means:
      'Händigen Sie jeden Schlüssel, der überleben muss, sich selbst oder einer zweiten Person aus: als Datei unter einer Passphrase oder für einen Empfänger, auf der Seite des Schlüssels. Das Ausgabebuch vermerkt jede Kopie. Bewahren Sie Datei und Passphrase an zwei Orten auf.',
    back: 'Eine Datei unter einer Passphrase wird auf einem anderen Rechner wieder importiert; eine für einen Empfänger öffnet zuvor dieser.',
    ledger: (tenant) => `Schlüssel von ${tenant}`,
    more: (tenants) => `und ${count(tenants, 'weiterer Mandant', 'weitere Mandanten')} in der Übersicht`,
    none: 'Noch gibt es keinen Mandanten, also nichts auszuhändigen.',
  },
  publicFiles: {
    title: '2. Alles Öffentliche exportieren',
    means:
      'Zertifikate, Schlüsselsätze und ein Verzeichnis eines Mandanten, in einem Ordner oder Archiv. Sie signieren nichts und brauchen keinen Schutz, zeigen aber nach einem Verlust, welche Schlüssel es gab.',
    link: (tenant) => `Alles Öffentliche von ${tenant}`,
  },
  folder: {
    title: '3. Eine Kopie des Datenordners aufbewahren',
    means:
      'Schließen Sie zuerst Key Custodian, und kopieren Sie dann den ganzen Ordner: Solange die App offen ist, kann eine Kopie aus zwei halben Ständen bestehen. Er enthält öffentliche Angaben und die Protokollkette, keinen privaten Schlüssel.',
  },
  keychain: {
    title: '4. Den Schlüsselbund sichern',
    means:
      'Mit den Mitteln Ihres Systems: Time Machine samt dem Schlüsselbund „Anmeldung“ auf einem Mac, eine Sicherung des Benutzerprofils unter Windows, eine Kopie des Ordners keyrings unter Linux. Er öffnet sich nur mit dem Passwort dieses Kontos, und Key Custodian kann nicht prüfen, ob es gelänge.',
  },
  audit: {
    title: 'Danach',
    means:
      'Notieren Sie das Ende der Protokollkette an anderer Stelle: Es zeigt, ob ein zurückgespielter Ordner der neueste ist.',
    link: 'Protokoll',
  },
};
