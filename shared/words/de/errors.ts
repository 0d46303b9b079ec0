// German sentences for errors. The window alone speaks German, so the advice names no command.
import { FINDING_CODES, FINDING_WORDS } from '../../publishing.ts';
import { say, sentenceFrom, type Sentences } from '../../sentences.ts';
import { fact, momentOf } from './facts.ts';
import { publishing } from './publishing.ts';
import { remoteErrors } from './remote-errors.ts';
import { waiting } from './waiting.ts';

const PREVIEW = 'Sehen Sie sich eine frische Vorschau an, und übertragen Sie dann diese.';
const UNCHANGED = 'Es wurde nichts geändert.';
const OTHER_NAME = 'Wählen Sie einen anderen Namen.';
const REASON = 'oder fahren Sie mit einem Grund fort, der protokolliert wird.';

const FILE = { bundle: 'Bündel', receipt: 'Quittung' } as const;

const unconfirmed = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Noch zu bestätigen: ${names.join(', ')}.`;

/** Core tells each finding in a line of its own, in English. */
function lintIn(lines: string): string {
  return FINDING_CODES.reduce(
    (text, code) => text.replaceAll(`${FINDING_WORDS[code]}.`, `${publishing.lint[code]}.`),
    lines,
  );
}

const ACTION = { rotating: 'den Wechsel zu', revoking: 'die Sperrung von' } as const;

const sentences: Sentences = {
  ...remoteErrors,
  USAGE: ({ problem }) => say(fact(problem), 'Korrigieren Sie die Angaben und versuchen Sie es noch einmal.'),
  INPUT_INVALID: ({ field, problem }) =>
    say(`${field}: ${fact(problem)}.`, 'Korrigieren Sie den Wert und versuchen Sie es noch einmal.'),
  CONFIRMATION_REQUIRED: ({ action }) =>
    say(
      `Es wurde nichts getan: ${fact(action)} braucht ein klares Ja.`,
      'Sehen Sie sich an, was geschehen würde, und bestätigen Sie es dann.',
    ),
  CANCELLED: ({ action }) =>
    say(`${fact(action)} wurde abgebrochen. ${UNCHANGED}`, 'Beginnen Sie von neuem, wenn Sie so weit sind.'),
  INTERNAL: ({ reference }) =>
    say(
      `In Key Custodian ist etwas schiefgegangen (${reference}).`,
      'Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es.',
    ),

  TENANT_NOT_FOUND: ({ tenant }) =>
    say(
      `Es gibt keinen Mandanten namens „${tenant}“.`,
      'Sehen Sie in der Übersicht nach den Namen, oder fügen Sie diesen hinzu.',
    ),
  TENANT_EXISTS: ({ tenant }) => say(`Ein Mandant namens „${tenant}“ ist schon da.`, OTHER_NAME),
  RING_NOT_FOUND: ({ tenant, ring }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Schlüsselring namens „${ring}“.`,
      'Sehen Sie beim Mandanten nach den Namen seiner Schlüsselringe.',
    ),
  RING_EXISTS: ({ tenant, ring }) =>
    say(`Der Mandant „${tenant}“ hat schon einen Schlüsselring namens „${ring}“.`, OTHER_NAME),
  RING_ALGORITHM_NOT_PUSHABLE: ({ alg }) =>
    say(
      `Schlüssel für ${alg} können bei dieser Art von Mandant nicht veröffentlicht werden: Er kennt nur RSA und EC.`,
      'Wählen Sie für diesen Schlüsselring einen RS-, PS- oder ES-Algorithmus.',
    ),
  RING_HAS_CURRENT: ({ ring, kid }) =>
    say(
      `Der Schlüsselring „${ring}“ signiert schon mit ${kid}, der veröffentlicht oder verwendet wurde.`,
      'Importieren Sie den Schlüssel als nächsten, veröffentlichen Sie ihn, und wechseln Sie, sobald die Prüfer ihn kennen.',
    ),
  RING_NEXT_ANNOUNCED: ({ ring, kid }) =>
    say(
      `Der nächste Schlüssel ${kid} von „${ring}“ ist schon veröffentlicht, Prüfer könnten sich also auf ihn verlassen.`,
      'Wechseln Sie stattdessen: Das nimmt ihn in Gebrauch und erzeugt einen frischen nächsten Schlüssel.',
    ),
  RING_HAS_NO_CURRENT: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen aktuellen Schlüssel zum Signieren.`,
      'Wechseln Sie, um seinen nächsten Schlüssel in Gebrauch zu nehmen.',
    ),
  RING_HAS_NO_NEXT: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen nächsten Schlüssel, der in Gebrauch genommen werden könnte.`,
      'Erzeugen oder importieren Sie zuerst einen nächsten Schlüssel.',
    ),
  RING_CHANGED: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat sich geändert, während Sie ihn vor sich hatten. Es wurde nichts getan.`,
      'Sehen Sie ihn noch einmal an und wiederholen Sie dann.',
    ),
  ROTATION_HAS_EFFECT: ({ ring }) =>
    say(
      `Der letzte Wechsel von „${ring}“ lässt sich nicht zurücknehmen: Sein neuer Schlüssel hat signiert, oder sein nächster Schlüssel ist außerhalb bekannt.`,
      'Wechseln Sie stattdessen weiter. Der bisherige Schlüssel prüft noch, bis Sie ihn sperren.',
    ),
  KEY_DESTROYED: ({ kid }) =>
    say(
      `Der private Schlüssel von ${kid} wurde vernichtet.`,
      'Sein Zertifikat und sein öffentlicher Schlüssel sind noch verzeichnet.',
    ),
  KEY_NOT_EXPORTABLE: ({ kid }) =>
    say(
      `${kid} wurde so erzeugt, dass er bleibt: Sein privater Schlüssel verlässt diesen Schlüsselbund auf keinem Weg.`,
      'Lassen Sie Token hier signieren, oder erzeugen Sie für den Zweck einen anderen Schlüssel.',
    ),
  TENANT_IN_SERVICE: ({ tenant, kid }) =>
    say(
      `„${tenant}“ bleibt: Der Schlüssel ${kid} wurde veröffentlicht, verwendet oder importiert und ginge beim Entfernen verloren.`,
      'Sperren Sie stattdessen die Schlüssel. Ein Mandant lässt sich nur entfernen, solange keiner seiner Schlüssel in Gebrauch war.',
    ),

  KEY_NOT_FOUND: ({ tenant, kid }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Schlüssel ${kid}.`,
      'Sehen Sie nach seinen Schlüsseln; bei der kid zählt die Groß- und Kleinschreibung.',
    ),
  KEY_STATE: ({ kid, state, action, needs }) =>
    say(
      `Der Schlüssel ${kid} hat den Zustand „${fact(state)}“; ${fact(action)} setzt „${fact(needs)}“ voraus.`,
      UNCHANGED,
    ),
  KEY_EXISTS: ({ kid }) => say(`Dieser Schlüssel wird schon als ${kid} verwahrt.`, 'Verwenden Sie den, der da ist.'),
  KEY_REVOKED_BEFORE: ({ kid }) =>
    say(
      `Dieser Schlüssel wurde hier als ${kid} gesperrt. Gesperrtes Material kommt nie zurück.`,
      'Erzeugen Sie einen neuen Schlüssel.',
    ),
  KEY_UNREADABLE: ({ problem }) =>
    say(`Die Datei enthält keinen lesbaren privaten Schlüssel: ${fact(problem)}.`, 'Prüfen Sie die Datei.'),
  KEY_ENCRYPTED: ({ format }) =>
    say(
      `Die Datei (${format}) ist durch eine Passphrase geschützt.`,
      'Geben Sie ihre Passphrase ein, um sie zu öffnen.',
    ),
  KEY_PASSPHRASE_WRONG: ({ format }) =>
    say(
      `Die Passphrase öffnet die Datei (${format}) nicht.`,
      'Geben Sie sie noch einmal ein und achten Sie auf Großbuchstaben und Tastaturbelegung. Ist sie richtig, so ist die Datei beschädigt.',
    ),
  KEY_CIPHER_UNSUPPORTED: ({ cipher }) =>
    say(
      `Die Datei ist auf eine Weise geschützt, die hier nicht gelesen wird: ${cipher}.`,
      'Speichern Sie sie neu als PKCS#8 oder PKCS#12 mit AES-256 und PBKDF2, und importieren Sie das.',
    ),
  KEY_CHOICE_NEEDED: ({ entries }) =>
    say(
      `Die Datei enthält mehrere private Schlüssel:\n${entries}`,
      'Nennen Sie einen mit seiner Nummer, seinem Namen oder seinem Fingerabdruck.',
    ),
  KEY_CERTIFICATE_MISMATCH: ({ subject }) =>
    say(
      `Das Zertifikat in der Datei (${subject}) gehört zu einem anderen Schlüssel.`,
      'Suchen Sie das richtige Paar, oder importieren Sie den Schlüssel aus einer Datei ohne Zertifikat.',
    ),
  KEY_UNSUPPORTED: ({ kind }) =>
    say(`Schlüssel der Art ${kind} lassen sich hier nicht verwenden.`, 'Verwenden Sie RSA, EC oder Ed25519.'),
  KEY_WEAK: ({ problem }) =>
    say(
      `Der Schlüssel ist zu schwach, um Token zu schützen: ${fact(problem)}.`,
      'Verwenden Sie einen neu erzeugten Schlüssel.',
    ),
  KEY_RING_MISMATCH: ({ kind, ring, alg }) =>
    say(
      `Die Datei enthält einen Schlüssel der Art ${kind}; der Schlüsselring „${ring}“ signiert mit ${alg}.`,
      'Wählen Sie einen Schlüsselring, der passt.',
    ),

  CLOCK_TOO_EARLY: ({ kid, action, at, why, waitsFor }) =>
    say(
      `Für ${ACTION[action]} ${kid} ist es zu früh: ${waiting.clockReason[why]}.${unconfirmed(waitsFor)}`,
      why === 'consumers-unconfirmed'
        ? `Fragen Sie nach, halten Sie jede Antwort unter „Abnehmer“ fest, ${REASON}`
        : at === null
          ? 'Übertragen Sie den Mandanten und weisen Sie die Veröffentlichung von außen nach; dann beginnt die Wartezeit.'
          : `Warten Sie bis ${momentOf(at)}, ${REASON}`,
    ),
  CLOCK_SET_BACK: ({ seconds }) =>
    say(
      `Die Uhr dieses Rechners liegt ${seconds} Sekunden hinter der zuletzt verzeichneten Handlung, daher ist auf keine Wartezeit Verlass.`,
      `Stellen Sie die Uhr richtig und versuchen Sie es noch einmal. ${UNCHANGED}`,
    ),
  CONSUMER_NOT_FOUND: ({ tenant, consumer }) =>
    say(
      `Der Mandant „${tenant}“ hat keinen Abnehmer namens „${consumer}“.`,
      'Sehen Sie beim Mandanten nach den Namen seiner Abnehmer.',
    ),
  CONSUMER_EXISTS: ({ tenant, consumer }) =>
    say(`Der Mandant „${tenant}“ hat schon einen Abnehmer namens „${consumer}“.`, OTHER_NAME),
  CONSUMER_NEEDS_NO_FILE: ({ consumer }) =>
    say(
      `Für „${consumer}“ ist keine Datei verzeichnet: Dieser Abnehmer holt den veröffentlichten Satz selbst.`,
      'Nimmt er doch eine Datei, bearbeiten Sie den Abnehmer und geben Sie an, welche.',
    ),
  POLICY_NOT_FOUND: ({ policy }) =>
    say(
      `Es gibt keine Richtlinie namens „${policy}“.`,
      'Sehen Sie unter den Richtlinien nach den Namen, oder legen Sie diese an.',
    ),
  PLAN_CHANGED: ({ ring }) =>
    say(
      `Der Schlüsselring „${ring}“ hat keinen solchen Plan mehr: Seine Schlüssel oder seine Richtlinie haben sich geändert. Es wurde nichts getan.`,
      'Sehen Sie den Plan noch einmal an und führen Sie dann diesen aus.',
    ),
  PLAN_REHEARSAL_MISSING: ({ tenant, rehearsal, days }) =>
    say(
      `„${tenant}“ ist in Produktion, und dieser Ablauf wurde in den letzten ${days} Tagen nicht geprobt.`,
      rehearsal === null
        ? `Verknüpfen Sie einen Mandanten in Entwicklung und führen Sie den Plan dort zuerst aus, ${REASON}`
        : `Führen Sie den Plan zuerst bei „${rehearsal}“ aus, ${REASON}`,
    ),

  VAULT_UNAVAILABLE: ({ detail }) =>
    say(
      `Der Schlüsselbund dieses Rechners ist nicht erreichbar (${detail}).`,
      'Melden Sie sich unter Linux an einer Desktop-Sitzung an oder starten Sie gnome-keyring; versuchen Sie es dann noch einmal.',
    ),
  VAULT_LOCKED: () =>
    say(
      'Der Schlüsselbund ist verschlossen, daher sind private Schlüssel nicht erreichbar.',
      'Entsperren Sie Ihren Schlüsselbund und versuchen Sie es noch einmal.',
    ),
  VAULT_TIMEOUT: ({ seconds }) =>
    say(
      `Der Schlüsselbund hat nicht innerhalb von ${seconds} Sekunden geantwortet.`,
      'Suchen Sie hinter anderen Fenstern nach der Frage nach dem Passwort, beantworten Sie sie und versuchen Sie es noch einmal.',
    ),
  VAULT_FOREIGN: ({ detail }) =>
    say(
      `Der offene Schlüsselbund ist nicht der, der diese Schlüssel enthält (${detail}).`,
      `Melden Sie sich als der Benutzer an, mit dem dieses Schlüsselregister angelegt wurde, oder stellen Sie dessen Schlüsselbund wieder her. ${UNCHANGED}`,
    ),
  VAULT_TOO_LARGE: ({ bytes }) =>
    say(
      `Das Geheimnis von ${bytes} Bytes ist größer, als der Schlüsselbund annimmt.`,
      'Verwenden Sie einen kleineren Schlüssel.',
    ),
  VAULT_SECRET_MISSING: ({ kid }) =>
    say(
      `Der private Schlüssel von ${kid} fehlt im Schlüsselbund, obwohl er dort sein müsste.`,
      'Löschen Sie nichts. Prüfen Sie, ob dies der richtige Schlüsselbund ist, oder stellen Sie den Schlüssel aus einer Sicherung wieder her.',
    ),
  VAULT_SECRET_DAMAGED: ({ kid }) =>
    say(
      `Der private Schlüssel von ${kid} wurde gelesen, ist aber nicht, was abgelegt wurde.`,
      'Stellen Sie ihn aus einer Sicherung wieder her.',
    ),

  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `Das Schlüsselregister ist in einem anderen Key Custodian geöffnet (${holder}).`,
      'Schließen Sie dieses Fenster, oder warten Sie, bis der Befehl zu Ende ist, und versuchen Sie es noch einmal.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(
      `Das Schlüsselregister ist nicht lesbar (${detail}).`,
      'Stellen Sie den Datenordner aus einer Sicherung wieder her.',
    ),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `Das Schlüsselregister ist älter, als der Schlüsselbund sich gemerkt hat (${entries} von ${remembered} Einträgen).`,
      `Spielen Sie die neueste Kopie des Datenordners zurück; lassen Sie ihn sonst, wie er ist, und finden Sie heraus, wer ihn geändert hat. ${UNCHANGED}`,
    ),
  AUDIT_BROKEN: ({ detail }) =>
    say(
      `Die Protokollkette hält nicht, daher signiert dieses Gerät ${fact(detail)}.`,
      'Sehen Sie zuerst in das Protokoll: Dort steht, was nicht stimmt.',
    ),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `Das Schlüsselregister wurde von einem neueren Key Custodian geschrieben (Schema ${found}, dieser kennt ${known}).`,
      'Aktualisieren Sie Key Custodian.',
    ),

  FILE_NOT_FOUND: ({ file }) => say(`Es gibt keine Datei ${file}.`, 'Prüfen Sie den Namen.'),
  PASTE_NOT_SEEN: ({ seconds }) =>
    say(
      `Die Zwischenablage wurde nicht gelesen: In den letzten ${seconds} Sekunden hat niemand etwas eingefügt.`,
      'Fügen Sie noch einmal ein, mit den Tasten oder über das Menü.',
    ),
  FILE_UNREADABLE: ({ file, problem }) =>
    say(`${file} lässt sich nicht lesen: ${fact(problem)}.`, 'Prüfen Sie die Zugriffsrechte.'),
  FILE_EXISTS: ({ file }) =>
    say(
      `${file} ist schon da und blieb, wie es ist.`,
      'Wählen Sie einen anderen Namen, oder räumen Sie die alte Datei weg.',
    ),
  FILE_NOT_WRITTEN: ({ file, problem }) =>
    say(
      `${file} konnte nicht geschrieben werden: ${fact(problem)}.`,
      'Wählen Sie einen Ordner, in den Sie schreiben dürfen und in dem Platz ist.',
    ),
  FILE_TOO_LARGE: ({ file, bytes, limit }) =>
    say(
      `${file} hat ${bytes} Bytes; höchstens ${limit} werden gelesen.`,
      'Prüfen Sie, ob das eine Schlüsseldatei ist.',
    ),

  PUBLISH_TOO_MANY: ({ count, limit }) =>
    say(
      `${count} Schlüssel würden veröffentlicht, aber der Mandant nimmt höchstens ${limit}.`,
      'Sperren Sie vorige Schlüssel, die nicht mehr gebraucht werden, oder verwenden Sie weniger Schlüsselringe.',
    ),
  PUBLISH_BLOCKED: ({ tenant, findings }) =>
    say(
      `Der Satz für „${tenant}“ darf so nicht hinaus. Es wurde nichts gesendet.\n${lintIn(findings)}`,
      'Berichtigen Sie diese Schlüssel, oder entfernen Sie fremde ausdrücklich, und sehen Sie sich eine frische Vorschau an.',
    ),
  PUBLISH_REVOKED_BACK: ({ tenant, kids }) =>
    say(
      `Dieser Satz würde gesperrte Schlüssel zu „${tenant}“ zurückbringen: ${kids}. Es wurde nichts gesendet.`,
      `Wählen Sie einen anderen früheren Satz, ${REASON}`,
    ),
  EVIDENCE_NOT_FOUND: ({ tenant }) =>
    say(
      `Ein solcher Nachweis zu „${tenant}“ ist nicht verzeichnet.`,
      'Weisen Sie die Veröffentlichung zuerst nach, oder sehen Sie nach den vorhandenen Nachweisen.',
    ),
  PUBLISH_NO_FORMER_SET: ({ tenant }) =>
    say(
      `Ein solcher früherer Satz von „${tenant}“ ist nicht verzeichnet.`,
      'Sehen Sie in seinen Veröffentlichungen nach, welche Sätze zurückkommen können.',
    ),
  PUBLISH_CHANGED: ({ tenant }) =>
    say(
      `Der veröffentlichte Satz von „${tenant}“ oder seine Schlüsselringe haben sich seit der Vorschau geändert. Es wurde nichts gesendet.`,
      PREVIEW,
    ),
  PUBLISH_NOT_CONFIRMED: ({ tenant, detail }) =>
    say(
      `Die Übertragung an „${tenant}“ wurde gesendet, aber das Zurücklesen zeigt sie nicht (${fact(detail)}).`,
      'Sehen Sie in einer frischen Vorschau nach, was jetzt dort ist.',
    ),
  PUBLISH_NOT_CONFIGURED: ({ tenant, missing }) =>
    say(
      `Für den Mandanten „${tenant}“ kann noch nicht veröffentlicht werden. Es fehlt: ${fact(missing).replace(/,$/, '')}.`,
      'Ergänzen Sie das in den Einstellungen des Mandanten.',
    ),

  OUTBOX_NOT_NEEDED: ({ tenant }) => say(`„${tenant}“ ist erreichbar, also muss nichts warten.`, PREVIEW),
  OUTBOX_EMPTY: ({ tenant }) =>
    say(`Von „${tenant}“ wartet nichts im Ausgangskorb.`, 'Sehen Sie im Ausgangskorb nach, was wartet und warum.'),
  COURIER_FILE_REFUSED: ({ file, problem }) =>
    say(
      `${FILE[file]} nicht verwendbar: ${fact(problem)}. ${UNCHANGED}`,
      'Prüfen Sie, ob es die richtige Datei ist und niemand sie verändert hat.',
    ),
  COURIER_DEVICE_UNKNOWN: ({ file, fingerprint }) =>
    say(
      `${FILE[file]} signiert von einem Gerät, das hier nicht bekannt ist: ${fingerprint}`,
      'Vergleichen Sie dies auf einem Weg, der sich nicht fälschen lässt, mit dem, was der andere Rechner anzeigt. Glauben Sie es nur, wenn beides gleich ist.',
    ),
  COURIER_BUNDLE_EXPIRED: ({ tenant, at }) =>
    say(
      `Das Bündel für „${tenant}“ ist am ${momentOf(at)} abgelaufen. Es wurde nichts gesendet.`,
      'Lassen Sie ein neues machen, oder prüfen Sie die Uhr.',
    ),
};

/** The German sentence for an error, with the window's advice. */
export const error = sentenceFrom(sentences);
