// German sentences for errors: keys and the files that hold them.
import { APPROVAL_ADVICE, approvalFlaw } from '../four-eyes.ts';
import type { KeyKind } from '../../../domain/reading/schemes.ts';
import { keyFileProblem } from '../problems/key-file.ts';
import { inputProblem } from '../problems/input.ts';
import { endsBy } from '../../../problems/acts.ts';
import { keyAct, keyCondition } from '../problems/acts.ts';
import type { KeyWorth } from '../../../domain/key-ring/ring.ts';
import { say, type Sentences } from '../../sentence.ts';
import { UNCHANGED } from './phrases.ts';
import { fileFormat, keyEntry, keyKind, unreadScheme } from '../names.ts';

const WORTH: Record<KeyWorth, string> = {
  imported: 'Er wurde aus einer Datei importiert',
  'handed-over': 'Er wurde mit seiner privaten Hälfte übergeben',
  'given-out': 'Er wurde an Abnehmer gegeben',
  certified: 'Er trägt ein Zertifikat einer Zertifizierungsstelle',
};

const ENDING = {
  withdrawing: ' Ein nächster Schlüssel wird mit „Zurückziehen …“ herausgenommen.',
  emergency: ' Ein aktueller Schlüssel wird sofort mit „Notfall“ im Menü seines Schlüsselrings herausgenommen.',
  revoking: ' Ein voriger Schlüssel wird mit „Sperren …“ herausgenommen.',
  none: '',
};

const KIND_ADVICE: Readonly<Partial<Record<KeyKind['code'], string>>> = {
  'not-for-signing':
    'Sein „use“ oder „key_ops“ sagt das. Bitten Sie seinen Besitzer um einen Schlüssel zum Signieren, oder lassen Sie diese beiden Felder berichtigen.',
  marked:
    'Sein „alg“ sagt das. Bitten Sie seinen Besitzer um einen Schlüssel zum Signieren, oder lassen Sie dieses Feld berichtigen.',
  'one-scheme':
    'Er ist an einen Hash oder ein Salt gebunden, den kein Ring hat. Verwenden Sie RSA ohne Einschränkungen, EC oder Ed25519.',
  'explicit-curve':
    'Seine Parameter gehören zu keiner Kurve, die Ringe haben. Sollten sie es, so schreiben Sie sie mit Namen: openssl ec -param_enc named_curve.',
  symmetric: 'Ein gemeinsames Geheimnis lässt sich nicht veröffentlichen. Verwenden Sie RSA, EC oder Ed25519.',
};

export const keySentences = {
  KEY_DESTROYED: ({ kid }) =>
    say(
      `Der private Schlüssel von ${kid} wurde gelöscht.`,
      'Sein Zertifikat und sein öffentlicher Schlüssel sind noch verzeichnet.',
    ),
  APPROVAL_NEEDED: ({ tenant }) =>
    say(
      `„${tenant}“ verlangt hierfür eine zweite Person. Es wurde nichts getan.`,
      'Bitten Sie um die Freigabe, holen Sie sie, und wiederholen Sie es.',
    ),
  APPROVAL_UNFIT: ({ flaw, reason }) =>
    say(
      `${approvalFlaw[flaw]}${reason === null ? '' : `: „${reason}“`}. Es wurde nichts getan.`,
      APPROVAL_ADVICE[flaw],
    ),
  APPROVAL_NOT_FOR: ({ act }) => say(`Für ${act} kann kein Mandant eine zweite Person verlangen.`, 'Tun Sie es so.'),
  OFFICER_EXISTS: ({ officer }) =>
    say(`${officer} hat diesen Namen oder dieses Gerät schon.`, 'Ein Gerät ist eine Person, wie auch immer sie heißt.'),
  OFFICER_NOT_FOUND: ({ tenant, officer }) =>
    say(`„${tenant}“ hat niemanden namens ${officer}, der freigeben darf.`, 'Sehen Sie die Liste durch.'),
  FOUR_EYES_ALONE: ({ tenant }) =>
    say(
      `„${tenant}“ würde eine zweite Person verlangen, und es gäbe keine.`,
      'Fügen Sie zuerst jemanden mit einem anderen Gerät hinzu, oder schalten Sie das Vier-Augen-Prinzip aus.',
    ),
  HAND_OVER_NOT_FOUND: ({ tenant, number }) =>
    say(
      `Im Ausgabebuch von „${tenant}“ steht keine Ausgabe Nummer ${number}.`,
      'Sehen Sie die Ausgaben des Mandanten durch.',
    ),
  HAND_OVER_READ_WRONG: ({ number, to }) =>
    say(
      `Das ist weder der Fingerabdruck der Datei von Ausgabe ${number} noch der ihres Schlüssels.`,
      `Lassen Sie ${to} noch einmal vorlesen. Bleibt es dabei, liegt dort eine andere Datei: Klären Sie, wer diese hat, und behandeln Sie den Schlüssel bis dahin als offengelegt.`,
    ),
  HAND_OVER_SAID: ({ number, what, at }) =>
    say(
      `Ausgabe ${number} wurde schon am ${at} ${what === 'confirmed' ? 'bestätigt' : 'als vernichtet vermerkt'}.`,
      'Was im Ausgabebuch steht, bleibt so.',
    ),
  KEY_NOT_EXPORTABLE: ({ kid }) =>
    say(
      `${kid} wurde so erzeugt, dass er bleibt: Sein privater Schlüssel verlässt diesen Schlüsselbund auf keinem Weg.`,
      'Lassen Sie Token hier signieren, oder erzeugen Sie für den Zweck einen anderen Schlüssel.',
    ),
  KEY_FOR_TOKENS: ({ tenant, kid }) =>
    say(
      `${kid} signiert in der Produktion Token von „${tenant}“, und ein Schlüssel dient nur einem Zweck: Als Nachweis eines Clients wird er nicht angenommen.`,
      'Erzeugen Sie dafür einen Schlüssel in einem eigenen Mandanten, dessen Satz nie übertragen wird, etwa „Clients“, und hinterlegen Sie seine öffentliche Hälfte beim Mandanten. Soll es trotzdem dieser Schlüssel sein, hinterlegen Sie die Zugangsdaten auf der Kommandozeile mit einem Grund; er wird festgehalten.',
    ),
  KEY_NOT_FOUND: ({ tenant, kid }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Schlüssel ${kid}.`,
      'Sehen Sie nach seinen Schlüsseln; bei der kid zählt die Groß- und Kleinschreibung.',
    ),
  KEY_NOT_BACKED_UP: ({ kid }) =>
    say(
      `Der Schlüssel ${kid} ist in keiner Sicherung und signiert darum nicht in der Produktion: Mit diesem Rechner ginge er verloren.`,
      'Machen Sie zuerst auf der Befehlszeile eine Sicherung. Mit einem Grund geht es dort auch ohne; der Grund wird festgehalten.',
    ),
  KEY_NOT_OURS: ({ kid }) =>
    say(
      `Die öffentliche Hälfte, die für ${kid} verzeichnet ist, gehört nicht zum privaten Schlüssel im Schlüsselbund. Es wurde nichts gesendet.`,
      'Jemand hat die Angabe geändert. Wechseln Sie den Schlüssel dieses Schlüsselrings, und sperren Sie ihn.',
    ),
  KEY_STATE: ({ kid, state, action, needs }) =>
    say(
      `Der Schlüssel ${kid} hat den Zustand „${keyCondition[state]}“; ${keyAct[action]} setzt „${keyCondition[needs]}“ voraus.`,
      `${UNCHANGED}${ENDING[endsBy(action, state) ?? 'none']}`,
    ),
  KEY_EXISTS: ({ kid }) => say(`Dieser Schlüssel wird schon als ${kid} verwahrt.`, 'Verwenden Sie den, der da ist.'),
  KEY_REVOKED_BEFORE: ({ kid }) =>
    say(
      `Dieser Schlüssel wurde hier als ${kid} gesperrt. Gesperrtes Material kommt nie zurück.`,
      'Erzeugen Sie einen neuen Schlüssel.',
    ),
  KEY_WOULD_BE_REPLACED: ({ ring, kid, worth }) =>
    say(
      `Das nähme im Schlüsselring „${ring}“ den Platz von ${kid} ein: ${WORTH[worth]}. Es wurde nichts geändert.`,
      `Wechseln Sie zuerst, um ihn in Gebrauch zu nehmen, oder stimmen Sie zu, dass er weicht. Er ist dann „ersetzt“, nicht gesperrt, und kann wieder importiert werden.`,
    ),
  KEY_KNOWN_LEAKED: ({ kid }) =>
    say(
      `${kid} wird nicht in Gebrauch genommen: Seine private Hälfte ist öffentlich, oder sein Material wurde als kompromittiert gesperrt.`,
      'Ziehen Sie ihn als kompromittiert zurück; ein neuer Schlüssel tritt an seine Stelle. Ist auch der aktuelle offengelegt, sagen Sie das im Notfall: Beide werden dann zugleich gesperrt.',
    ),
  KEY_KID_TAKEN: ({ tenant, kid }) =>
    say(
      `Ein anderer Schlüssel von „${tenant}“ heißt schon ${kid}.`,
      'Token nennen ihren Schlüssel so, also braucht einer der beiden eine andere kid. Geben Sie diesem eine eigene.',
    ),
  KEY_KID_UNFIT: ({ kid, problem }) =>
    say(
      `Die Datei nennt ihren Schlüssel „${kid}“; das lässt sich nicht behalten: Eine kid ${inputProblem(problem)}.`,
      'Geben Sie ein, unter welcher kid er geführt werden soll.',
    ),
  KEY_UNREADABLE: ({ problem }) =>
    say(`Die Datei enthält keinen lesbaren privaten Schlüssel: ${keyFileProblem(problem)}.`, 'Prüfen Sie die Datei.'),
  KEY_ENCRYPTED: ({ format }) =>
    say(
      `Die Datei (${fileFormat(format)}) ist durch eine Passphrase geschützt.`,
      'Geben Sie ihre Passphrase ein, um sie zu öffnen.',
    ),
  KEY_PASSPHRASE_WRONG: ({ format }) =>
    say(
      `Die Passphrase öffnet die Datei (${fileFormat(format)}) nicht.`,
      'Geben Sie sie noch einmal ein und achten Sie auf Großbuchstaben und Tastaturbelegung. Ist sie richtig, so ist die Datei beschädigt.',
    ),
  KEY_CIPHER_UNSUPPORTED: ({ cipher }) =>
    say(
      `Die Datei ist auf eine Weise geschützt, die hier nicht gelesen wird: ${unreadScheme(cipher)}.`,
      cipher.code === 'too-much-work'
        ? 'Speichern Sie sie neu mit weniger Runden: 600.000 sind viele. Oder importieren Sie sie auf der Befehlszeile, die sich die Zeit nehmen kann.'
        : 'Speichern Sie sie neu als PKCS#8 oder PKCS#12 mit AES-256 und PBKDF2, und importieren Sie das.',
    ),
  KEY_CHOICE_NEEDED: ({ entries }) =>
    say(
      `Die Datei enthält mehrere private Schlüssel:\n${entries.map(keyEntry).join('\n')}`,
      'Nennen Sie einen mit seiner Nummer, seinem Namen oder seinem Fingerabdruck.',
    ),
  KEY_CERTIFICATE_MISMATCH: ({ subject }) =>
    say(
      `Das Zertifikat in der Datei (${subject}) gehört zu einem anderen Schlüssel.`,
      'Suchen Sie das richtige Paar, oder importieren Sie den Schlüssel aus einer Datei ohne Zertifikat.',
    ),
  KEY_UNSUPPORTED: ({ kind }) =>
    say(
      `Schlüssel der Art ${keyKind(kind)} lassen sich hier nicht verwenden.`,
      KIND_ADVICE[kind.code] ?? 'Verwenden Sie RSA, EC oder Ed25519.',
    ),
  KEY_WEAK: ({ problem }) =>
    say(
      `Der Schlüssel ist zu schwach, um Token zu schützen: ${keyFileProblem(problem)}.`,
      problem.code === 'exponent-small'
        ? 'Verwenden Sie einen neu erzeugten Schlüssel, oder importieren Sie ihn auf der Befehlszeile, die ihn auf Wunsch nimmt.'
        : 'Verwenden Sie einen neu erzeugten Schlüssel.',
    ),
  KEY_RING_MISMATCH: ({ kind, ring, alg }) =>
    say(
      `Die Datei enthält einen Schlüssel der Art ${keyKind(kind)}; der Schlüsselring „${ring}“ signiert mit ${alg}.`,
      'Wählen Sie einen Schlüsselring, der passt.',
    ),
} satisfies Partial<Sentences>;
