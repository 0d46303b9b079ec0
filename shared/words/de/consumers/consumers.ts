import { count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const consumers: typeof en.consumers = {
  title: 'Abnehmer',
  lead: 'Wer die Token dieses Mandanten prüft. Auf den langsamsten Cache unter ihnen wird gewartet; wer Schlüssel von Hand hält, wird gefragt.',
  register: 'Abnehmer eintragen …',
  nobody: 'Noch niemand eingetragen',
  purpose:
    'Halten Sie fest, wer Ihre Token prüft: Gateways, Anwendungen, Partner. Schlüsselwechsel warten dann auf den langsamsten Cache unter ihnen, Sperrungen auf alle, die einen Schlüssel von Hand halten.',
  toConfirm: 'Noch zu bestätigen',
  asks: 'Ein Schlüssel signiert, wenn alle hier ihn haben, und wird gesperrt, wenn niemand hier ihn mehr braucht.',
  nobodyOpen: 'Niemand hat etwas zu bestätigen.',
  registerTitle: 'Verzeichnis',
  answer: {
    has: (key) => ({
      question: `Ist ${key} dort eingerichtet?`,
      questionToAll: `Ist ${key} bei allen eingerichtet?`,
      verb: 'Ja, ist eingerichtet',
      said: `${key} ist eingerichtet`,
      means: `Bestätigen Sie, sobald ${key} dort eingerichtet ist. Wer ihn nicht hat, lehnt jedes Token ab, das er signiert.`,
    }),
    'let-go': (key) => ({
      question: `Wird ${key} dort nicht mehr gebraucht?`,
      questionToAll: `Wird ${key} bei keinem mehr gebraucht?`,
      verb: 'Wird nicht mehr gebraucht',
      said: `${key} wird nicht mehr gebraucht`,
      means: `Bestätigen Sie, sobald ${key} dort entfernt ist oder nicht mehr verwendet wird. Er kann gesperrt werden, wenn ihn niemand mehr braucht.`,
    }),
  },
  note: {
    'handed-out': (kid) => phrase`hat ${kid} erhalten`,
    has: (kid) => phrase`hat ${kid} eingerichtet`,
    'let-go': (kid) => phrase`braucht ${kid} nicht mehr`,
  },
  open: {
    table: 'Antworten, die fehlen',
    consumer: 'Abnehmer',
    file: 'Datei',
    answer: 'Antwort',
    asked: { has: 'Eingerichtet?', 'let-go': 'Nicht mehr gebraucht?' },
    stateOf: (state, ring) => `${state} in ${ring}`,
    given: (at) => phrase`übergeben ${at}`,
    notGiven: 'noch nicht übergeben',
    confirm: 'Bestätigen …',
    confirmOf: (consumer, said) => `Bestätigen … ${consumer}: ${said}`,
    aboutKey: (question, kid) => `${question} ${kid}`,
    missing: (answers) => count(answers, 'Antwort fehlt', 'Antworten fehlen'),
    confirmAll: 'Für alle bestätigen …',
    confirmAllOf: (said) => `Für alle bestätigen … ${said}`,
  },
  table: {
    caption: 'Das Verzeichnis',
    verifiesWith: 'Prüft mit',
    rings: 'Schlüsselringe',
    lastWord: 'Letzte Auskunft',
    acts: 'Aktionen',
    keeps: (span) => `behält Schlüssel ${span}`,
    keepsUntilReplaced: 'behält Schlüssel, bis jemand sie ersetzt',
    allRings: 'alle',
    fetches: 'holt den Satz',
    edit: 'Bearbeiten …',
    editOf: (name) => `Bearbeiten … ${name}`,
    removeOf: (name) => `Entfernen … ${name}`,
    noWord: 'keine',
    saidBy: (at, by) => phrase`${at}, von ${by}`,
  },
  fields: {
    name: { label: 'Name', description: 'Anzeigename.' },
    contact: {
      label: 'Kontakt',
      description: 'Wen man fragt, und wie.',
      placeholder: 'z. B. Portal-Team, +49 30 555 0100',
    },
    cache: {
      label: 'Behält einen Schlüsselsatz',
      description: 'Nur wenn es dort eingestellt wurde. Leer: wie das Produkt es von selbst tut.',
    },
    format: {
      label: 'Dateiformat',
      none: 'Keine: Er holt den veröffentlichten Satz',
      noneMeans: 'Für ihn wird keine gespeichert.',
    },
    note: { label: 'Notiz', description: 'Was sonst bei einem Schlüsselwechsel wichtig ist.' },
    rings: {
      label: 'Schlüsselringe, deren Token er prüft',
      description: 'Keiner gewählt: alle, auch künftige.',
    },
  },
  add: {
    title: (tenant) => `Abnehmer von ${tenant} eintragen`,
    verb: 'Eintragen',
    working: 'Wird eingetragen',
    done: (name) => `${name} eingetragen`,
  },
  edit: {
    title: (name) => `${name} bearbeiten`,
    working: 'Wird gespeichert',
    done: (name) => `${name} gespeichert`,
    nobodyAsks: 'Er wird nicht mehr um Bestätigungen gebeten.',
    onlyCache: 'Schlüsselwechsel und Sperrungen warten nur noch auf seinen Cache.',
  },
  remove: {
    title: (name) => `${name} aus dem Verzeichnis entfernen?`,
    verb: 'Abnehmer entfernen',
    working: 'Wird entfernt',
    done: (name) => `${name} entfernt`,
    pinned:
      'Schlüsselwechsel und Sperrungen warten nicht mehr auf seine Antworten, auch nicht auf die, die noch fehlen. Entfernen Sie ihn, wenn er keine Token dieses Mandanten mehr prüft. Was er bestätigt hat, bleibt im Protokoll.',
    fetching:
      'Auf seinen Cache wird nicht mehr gewartet. Entfernen Sie ihn, wenn er keine Token dieses Mandanten mehr prüft. Was er bestätigt hat, bleibt im Protokoll.',
  },
  file: {
    save: 'Datei speichern …',
    saveFor: (consumer) => `Datei speichern … für ${consumer}`,
    saved: (file, consumer) => `${file} für ${consumer} gespeichert`,
  },
  confirm: {
    done: (names, said) => `Bestätigt: ${names} – ${said}`,
    titleOf: (consumer, question) => `${consumer}: ${question}`,
    allOfThem: 'Ja, bei allen',
    working: 'Die Bestätigung wird festgehalten',
    contact: (contact) => `Kontakt: ${contact}`,
    underYourName: 'Ihre Bestätigung kommt unter Ihrem Namen ins Protokoll.',
  },
  confirmAll: {
    title: (kid) => `Haben alle Abnehmer ${kid}?`,
    verb: 'Ja, sie haben ihn',
    done: (kid) => `Bestätigt: Die Abnehmer haben ${kid}`,
    means:
      'Bestätigen Sie, sobald alle, die das Zertifikat von Hand halten, das neue eingerichtet haben: fest hinterlegte Zertifikate, SAML-Dienstanbieter, eingebettete Schlüsselsätze, Firmware. Wer das nicht getan hat, lehnt nach dem Schlüsselwechsel Token ab.',
    recordedFor: (names) => `Es wird für jeden von ihnen festgehalten: ${names}.`,
  },
};
