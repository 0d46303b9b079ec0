import type { BackupFirst } from '../../../domain/timing/policy.ts';
import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

const BACKUP_FIRST: Record<BackupFirst, string> = {
  production: 'In Produktion signiert ein Schlüssel erst, wenn eine Sicherung ihn enthält',
  always: 'Ein Schlüssel signiert erst, wenn eine Sicherung ihn enthält',
  never: 'Ein Schlüssel darf ohne Sicherung signieren',
};

const day = (days: number) => count(days, 'Tag', 'Tage');

export const policy: typeof en.policy = {
  list: {
    title: 'Richtlinien',
    lead: 'Die Zahlen, nach denen Schlüssel gewechselt, angekündigt, aufbewahrt und gelöscht werden. Viele Mandanten können sich nach einer richten.',
    add: 'Neue Richtlinie',
    empty: {
      title: 'Noch keine eigene Richtlinie',
      means: 'Bis ein Mandant eine hat, folgt er der Vorgabe seiner Umgebung, siehe unten.',
    },
    edit: (name) => `${name} bearbeiten`,
    nobody: 'Kein Mandant verwendet sie.',
    followers: (tenants, names, more) =>
      phrase`${tenants === 1 ? 'Verwendet von ' : `Verwendet von ${count(tenants, 'Mandant', 'Mandanten')}: `}${names}${more > 0 ? ` und ${more} weiteren` : ''}`,
    careful: { title: 'Vorgabe für Vorstufe und Produktion', lead: 'Gilt für Mandanten ohne Richtlinie.' },
    quick: { title: 'Vorgabe für Entwicklung', lead: 'Mit Absicht kurz: Ein ganzer Wechsel passt in eine Sitzung.' },
  },
  form: {
    none: 'Eine Richtlinie dieses Namens gibt es nicht.',
    begins: 'Sie beginnt mit den Zahlen eines vorsichtigen Mandanten in Produktion.',
    followers: (tenants) =>
      tenants === 0
        ? 'Noch verwendet sie kein Mandant.'
        : `${count(tenants, 'Mandant verwendet', 'Mandanten verwenden')} sie und ${tenants === 1 ? 'folgt' : 'folgen'} sofort.`,
    saved: (name) => `Richtlinie ${name} gespeichert`,
    called: 'Name der Richtlinie',
    name: { label: 'Name', means: 'So wählen Sie sie für Mandanten aus. Er lässt sich später nicht ändern.' },
    taken: 'Eine Richtlinie dieses Namens gibt es schon. Bearbeiten Sie jene, oder wählen Sie einen anderen Namen.',
    rhythm: { title: 'Zeitplan', lead: 'Wie Schlüssel durch einen Schlüsselring wandern.' },
    waits: { title: 'Wartezeiten', lead: 'Was draußen noch wie lange vorgehalten werden kann.' },
    people: 'Freigaben',
    foot: (name) => (name === '' ? 'Eine neue Richtlinie' : `Richtlinie ${name}`),
    save: 'Richtlinie speichern',
    saving: 'Wird gespeichert',
    result: 'Sich ergebende Wartezeiten',
  },
  fields: {
    days: 'Tage',
    inDays: (label) => `${label} (Tage)`,
    rotateEvery: {
      label: 'Wechseln alle',
      description: 'Wie lange ein Schlüssel signiert, bis sein Nachfolger übernimmt.',
    },
    announce: {
      label: 'Vorher ankündigen',
      description: 'Wie lange davor der nächste Schlüssel öffentlich sein soll.',
    },
    keep: {
      label: 'Vorige Schlüssel behalten',
      description: 'Wie lange ein voriger Schlüssel veröffentlicht bleibt. Die Uhr kann mehr verlangen.',
    },
    destroyAfter: {
      label: 'Löschen nach',
      description: 'Von der Sperrung bis zum Löschen des privaten Schlüssels. Bis dahin lässt es sich zurücknehmen.',
    },
    cache: {
      label: 'Längster Cache der Prüfer',
      description: 'Leer: so lange, wie die gewählten Prüfer brauchen. Eine kürzere Zeit bewirkt nichts.',
    },
    tokenLife: {
      label: 'Längste Gültigkeit eines Tokens',
      description: 'Von iat bis exp des langlebigsten Tokens, das ein Schlüsselring signiert.',
    },
    skew: {
      label: 'Abweichung der Uhren',
      description: 'Wie weit die Uhren von Signierer und Prüfern abweichen dürfen.',
    },
    safety: { label: 'Sicherheitszuschlag', description: 'Kommt zu jeder Wartezeit hinzu.' },
    confirm: {
      label: 'Ein Mensch bestätigt, dass die Abnehmer das neue Zertifikat haben',
      description: 'Ein Plan hält dort an. Prüfer, in die der Schlüssel von Hand kommt, verlangen es immer.',
    },
    rehearsal: {
      label: 'Eine Probe gilt',
      description: 'Wie lange es her sein darf, dass der Plan auf dem Mandanten in Entwicklung lief.',
    },
    drill: { label: 'Sicherung proben alle', description: 'Über alle Mandanten zählt die kürzeste Zeit.' },
    backupFirst: {
      label: 'Ein Schlüssel in keiner Sicherung',
      description: 'Ob er zu signieren beginnen darf. Mit einem Grund geht es trotzdem; er wird festgehalten.',
    },
    refuses: {
      production: 'wird in Produktion abgelehnt, sonst genannt',
      always: 'wird überall abgelehnt',
      never: 'wird nur genannt',
    },
  },
  numbers: {
    backup: 'Sicherung',
    inBackup: (first, drill) => `${BACKUP_FIRST[first]}; eine Probe alle ${day(drill)}`,
    rhythm: 'Zeitplan',
    verifiers: 'Prüfer',
    waits: 'Wartezeiten',
    people: 'Freigaben',
    notNamed: 'nicht genannt',
    inRhythm: (rotate, announce, keep, destroy) =>
      `Wechsel nach ${day(rotate)}${rotate === 1 ? '' : 'n'}, Ankündigung ${day(announce)} vorher, vorige Schlüssel bleiben ${day(keep)}, Löschung ${day(destroy)} nach der Sperrung`,
    inWaits: (cache, tokens, clocks, safety) =>
      `${cache === null ? 'Caches wie von den Prüfern verlangt' : `Caches ${cache}`}, Token ${tokens}, Uhren ${clocks}, Zuschlag ${safety}`,
    inPeople: (confirmed, rehearsal) =>
      `${confirmed ? 'Ein Mensch bestätigt für die Abnehmer' : 'Keine Bestätigung durch einen Menschen'}; eine Probe gilt ${day(rehearsal)}`,
  },
  waits: {
    later: 'Die Wartezeiten erscheinen, sobald alle Zahlen stimmen.',
    ready: {
      title: (duration) => `Signierbereit nach: ${duration}`,
      sum: 'Signierbereit: die Rechnung',
      note: 'gezählt ab dem Augenblick, in dem der Schlüssel von außen zu sehen ist',
    },
    safe: {
      title: (duration) => `Sicher sperrbar nach: ${duration}`,
      sum: 'Sicher sperrbar: die Rechnung',
      note: 'gezählt ab der letzten Signatur oder dem Schlüsselwechsel',
    },
    fine: 'Keine Probleme gefunden.',
  },
};
