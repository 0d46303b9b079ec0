// Facts inside German sentences. Core tells them in English; those that officers meet are translated here, the rest are
// technical details and stay as they are (docs/adr/0019).
import type { Instant } from '../../domain/timing/instant.ts';
import { PROBLEM_PATTERNS, PROBLEMS } from './problems.ts';

/** Nouns, as they begin a sentence or a clause. */
const KNOWN: Readonly<Record<string, string>> = {
  next: 'nächster',
  current: 'aktueller',
  previous: 'voriger',
  revoked: 'gesperrt',
  replaced: 'ersetzt',
  destroyed: 'gelöscht',
  'not revoked': 'nicht gesperrt',
  'next or current': 'nächster oder aktueller',
  'previous or revoked': 'voriger oder gesperrt',
  'next, current or previous': 'nächster, aktueller oder voriger',
  'scheduled for destruction': 'zur Löschung vorgemerkt',
  'not scheduled for destruction': 'nicht zur Löschung vorgemerkt',

  signing: 'Signieren',
  rotating: 'Den Schlüsselwechsel zu',
  revoking: 'Sperren',
  withdrawing: 'Zurückziehen',
  'revoking at the tenant': 'Sperren beim Mandanten',
  destroying: 'Löschen',
  keeping: 'Behalten',
  'a new certificate': 'Ein neues Zertifikat',
  'proving a client': 'Das Ausweisen einer Anwendung',
  'confirming that a consumer has it': 'Die Bestätigung, dass ein Abnehmer ihn hat,',
  'confirming that a consumer needs it no more': 'Die Bestätigung, dass ein Abnehmer ihn nicht mehr braucht,',
  'looking for drift': 'Die Suche nach Abweichungen',
  'waiting for the public key set': 'Das Warten auf den öffentlichen Schlüsselsatz',
  'The request': 'Die Anfrage',
  'the rotation': 'der Schlüsselwechsel',
  'the revocation': 'die Sperrung',
  'the change of the key set': 'die Änderung des Schlüsselsatzes',

  credentials: 'die Zugangsdaten',
  'a custom domain': 'eine eigene Domain',
  'the URL that the key set is written to': 'die URL, an die der Schlüsselsatz geschrieben wird,',
  'credentials for the new address, which changed since they were stored,':
    'Zugangsdaten für die neue Adresse (sie hat sich geändert, seit sie hinterlegt wurden)',
  'the URL where the public reads the key set': 'die URL, unter der der Schlüsselsatz öffentlich gelesen wird,',
  'an https URL, which a client certificate needs,': 'eine https-URL, die ein Client-Zertifikat voraussetzt,',
  'not there': 'nicht vorhanden',
  'no bundle': 'kein Bündel',
  'no receipt': 'keine Quittung',
  'other keys are there': 'dort stehen andere Schlüssel',

  'must not be empty': 'darf nicht leer sein',
  'must not hold control characters': 'darf keine Steuerzeichen enthalten',
  'must not hold control characters or line breaks': 'darf keine Steuerzeichen und Zeilenumbrüche enthalten',
  'must not hold a colon or control characters': 'darf weder Doppelpunkt noch Steuerzeichen enthalten',
  'must hold printable characters only': 'darf nur druckbare Zeichen enthalten',
  'must not begin or end with a blank': 'darf nicht mit einem Leerzeichen beginnen oder enden',
  'must not hold a user name or password': 'darf weder Benutzername noch Passwort enthalten',
  'must hold printable ASCII characters': 'darf nur druckbare ASCII-Zeichen enthalten',
  'must hold public keys only': 'darf nur öffentliche Schlüssel enthalten',
  'must name at least one ring': 'muss mindestens einen Schlüsselring nennen',
  'must be a whole number of seconds': 'muss eine ganze Zahl von Sekunden sein',
  'must be one JSON object': 'muss ein einziges JSON-Objekt sein',
  'must be a whole number of seconds since 1970, before the year 10000':
    'muss eine ganze Zahl von Sekunden seit 1970 sein, vor dem Jahr 10000',
  'must be a number that every program keeps exactly; write it in quotes':
    'muss eine Zahl sein, die jedes Programm genau behält; setzen Sie sie in Anführungszeichen',
  'must be a whole number of days': 'muss eine ganze Zahl von Tagen sein',
  'must be a domain such as acme.eu.auth0.com, without https:// and without a path':
    'muss eine Domain wie acme.eu.auth0.com sein, ohne https:// und ohne Pfad',
  'must be an https URL such as https://acme.eu.auth0.com/api/v2 (plain http only to this machine)':
    'muss eine https-URL wie https://acme.eu.auth0.com/api/v2 sein (http nur zu diesem Rechner)',
  'may hold letters, digits and . _ ~ : @ + = - only': 'darf nur Buchstaben, Ziffern und . _ ~ : @ + = - enthalten',
  'must be a date and time such as 2026-11-22T08:00:00Z': 'muss Datum und Uhrzeit wie 2026-11-22T08:00:00Z sein',
  'must say why, in at least 3 characters': 'muss den Grund nennen, mit mindestens 3 Zeichen',
  'must be the id of a publication': 'muss die Kennung einer Veröffentlichung sein',
  'must be the id of a proof': 'muss die Kennung eines Nachweises sein',
  'must be a SHA-256 in lower-case hex': 'muss ein SHA-256 in kleinen Hexadezimalziffern sein',
  'must be the 64 hex digits of a device fingerprint':
    'muss der Fingerabdruck eines Geräts mit 64 Hexadezimalziffern sein',
  'must be given, or derived from at least one verifier with a known cache':
    'muss angegeben sein oder sich aus mindestens einem Prüfer mit bekanntem Cache ergeben',
  'must be text in UTF-8': 'muss Text in UTF-8 sein',
  'it does not fit': 'passt nicht',
  'is of another version of Key Custodian': 'gehört zu einer anderen Version von Key Custodian',
};

const PATTERNS: readonly [RegExp, string][] = [
  [/^must be nested at most (\d+) levels deep$/, 'darf höchstens $1 Ebenen tief verschachtelt sein'],
  [/^must be at most (\d+) seconds from now$/, 'darf höchstens $1 Sekunden in der Zukunft liegen'],
  [/^must be at most (\d+) characters$/, 'darf höchstens $1 Zeichen haben'],
  [/^must be at least (\d+) (?:characters)$/, 'muss mindestens $1 Zeichen haben'],
  [/^must be at most (\d+) seconds$/, 'darf höchstens $1 Sekunden sein'],
  [/^must be at least (\d+) seconds$/, 'muss mindestens $1 Sekunden sein'],
  [/^must be at most (\d+) days$/, 'darf höchstens $1 Tage sein'],
  [/^must be at least (\d+) days$/, 'muss mindestens $1 Tage sein'],
  [/^must be at most (\d+)$/, 'darf höchstens $1 sein'],
  [/^must be at least (\d+)$/, 'muss mindestens $1 sein'],
  [/^must hold at most (\d+) keys$/, 'darf höchstens $1 Schlüssel enthalten'],
  [/^must be one of (.+)$/, 'muss eines von diesen sein: $1'],
  [/^Writing (.+)$/, 'Das Schreiben von $1'],
  [/^destroying (.+)$/, 'Das Löschen von $1'],
];

export function fact(text: string): string {
  const known = KNOWN[text] ?? PROBLEMS[text];
  if (known !== undefined) {
    return known;
  }
  const [pattern, german] = [...PATTERNS, ...PROBLEM_PATTERNS].find(([shape]) => shape.test(text)) ?? [];
  return pattern === undefined || german === undefined ? text : text.replace(pattern, german);
}

const moment = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** `22. Nov. 2026, 08:00 MEZ`; what is no instant stays as it is. */
export const momentOf = (at: Instant): string => (Number.isNaN(Date.parse(at)) ? at : moment.format(new Date(at)));
