import type { en } from '../en/index.ts';

/** What the schemas of shared/ say, in German. */
const PROBLEMS: readonly [RegExp, string][] = [
  [/^must not be empty$/, 'Das Feld darf nicht leer sein.'],
  [/^must be at most (\d+) characters$/, 'Es dürfen höchstens $1 Zeichen sein.'],
  [/^must be at most (\d+) days$/, 'Es dürfen höchstens $1 Tage sein.'],
  [/^must be at most (\d+) seconds$/, 'Es dürfen höchstens $1 Sekunden sein.'],
  [/^must be at least (\d+) days$/, 'Es muss mindestens $1 Tag sein.'],
  [/^must be at least (\d+) seconds$/, 'Es muss mindestens $1 Sekunde sein.'],
  [/^must be at least (\d+)$/, 'Es muss mindestens $1 sein.'],
  [/^must be at most (\d+)$/, 'Es darf höchstens $1 sein.'],
  [/^must be a whole number of days$/, 'Es muss eine ganze Zahl von Tagen sein.'],
  [/^must be a whole number of seconds$/, 'Es muss eine ganze Zahl von Sekunden sein.'],
  [/^must be given, or derived/, 'Es muss angegeben sein oder aus mindestens einem Prüfer mit bekanntem Cache folgen.'],
  [/^must not hold control characters or line breaks$/, 'Steuerzeichen und Zeilenumbrüche sind nicht erlaubt.'],
  [/^must not hold control characters$/, 'Steuerzeichen sind nicht erlaubt.'],
  [/^must not hold a colon or control characters$/, 'Doppelpunkt und Steuerzeichen sind nicht erlaubt.'],
  [/^must hold printable ASCII characters$/, 'Nur druckbare ASCII-Zeichen sind erlaubt.'],
  [/^must not hold a user name or password$/, 'Benutzername und Passwort dürfen nicht darin stehen.'],
  [/^must be a domain/, 'Es muss eine Domain wie acme.eu.auth0.com sein, ohne https:// und ohne Pfad.'],
  [
    /^must be an https URL/,
    'Es muss eine https-Adresse wie https://acme.eu.auth0.com/api/v2 sein (einfaches http nur zu diesem Rechner).',
  ],
  [/^may hold letters, digits/, 'Nur Buchstaben, Ziffern und . _ ~ : @ + = - sind erlaubt.'],
  [/^must be a date and time/, 'Es müssen Datum und Uhrzeit sein, etwa 2026-11-22T08:00:00Z.'],
  [/^must say why/, 'Nennen Sie den Grund in mindestens 3 Zeichen.'],
  [/^must name at least one ring$/, 'Wählen Sie mindestens einen Schlüsselring.'],
  [/^must hold at most (\d+) keys$/, 'Es dürfen höchstens $1 Schlüssel sein.'],
  [/^must hold public keys only$/, 'Nur öffentliche Schlüssel sind erlaubt.'],
  [/^must be one of /, 'Das steht nicht zur Wahl.'],
  [/^must be the id of a publication$/, 'Diese Veröffentlichung gibt es nicht.'],
  [/^must be the id of a proof$/, 'Diesen Nachweis gibt es nicht.'],
  [/^must be a SHA-256/, 'Es muss ein SHA-256 in kleinen Hex-Ziffern sein.'],
  [/^must be the 64 hex digits/, 'Es müssen die 64 Hex-Ziffern des Fingerabdrucks eines Geräts sein.'],
];

function problem(message: string): string {
  const known = PROBLEMS.find(([said]) => said.test(message));
  return known === undefined
    ? `Das passt hier nicht: ${message}.`
    : known[1].replace('$1', known[0].exec(message)?.[1] ?? '');
}

export const controls: typeof en.controls = {
  copy: {
    verb: (what) => `${what} kopieren`,
    refused: 'Zwischenablage nicht verfügbar',
    copied: (what) => `Kopiert: ${what}`,
    notCopied: (what) => `Nicht kopiert, die Zwischenablage ist nicht verfügbar: ${what}`,
    details: 'Einzelheiten',
  },
  cancel: {
    verb: (what) => `${what} abbrechen`,
    asked: 'Wird angehalten …',
    stopping: (what) => `Wird angehalten: ${what}`,
    notStopped: (what) => `Ließ sich nicht anhalten: ${what}`,
  },
  typeName: (tenant) => `Geben Sie den Namen des Mandanten ein: ${tenant}`,
  unitOf: (label) => `Einheit für „${label}“`,
  units: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
  problem,
};
