// German words for what is published: findings, drift, verifiers that would stumble, and what is pending.
import type { en } from '../en/shared.ts';

type Publishing = Pick<typeof en, 'lint' | 'sinceLastPush' | 'variation' | 'drift' | 'naiveVerifier' | 'pending'>;

export const publishing: Publishing = {
  // Like the next two it completes “{kid} …”.
  lint: {
    'kid-missing': 'hat keine kid, sodass Prüfer ihn nicht auswählen können',
    'kid-twice': 'ist die kid mehrerer Schlüssel; nicht alle Prüfer nehmen denselben',
    'kid-of-tenant': 'ist die kid eines Schlüssels, den der Mandant selbst veröffentlicht; Prüfer würden zwei finden',
    'kind-unsupported':
      'ist von keiner Art, die Prüfer von Signaturen kennen; der Mandant könnte den ganzen Satz ablehnen',
    'alg-does-not-fit': 'nennt einen Algorithmus, der nicht zu Art oder Kurve passt',
    'rsa-too-small': 'ist ein RSA-Schlüssel mit weniger als 2048 Bit',
    'weak-key':
      'ist so schwach, dass alle damit signieren können; seine Zahlen sind kein brauchbarer öffentlicher Schlüssel. Entfernen Sie ihn ausdrücklich',
    'private-member':
      'zeigt seine private Hälfte, sodass alle damit signieren können. Er muss als kompromittiert gelten: Entfernen Sie ihn ausdrücklich',
    'unknown-member': 'enthält einen Bestandteil, den der Mandant nicht kennt; er könnte den ganzen Satz ablehnen',
    'inexact-member':
      'enthält etwas, das sich nicht unverändert zurückgeben lässt, etwa eine Zahl über 2^53 oder einen doppelten Bestandteil; eine Übertragung würde den Schlüssel ändern. Entfernen Sie ihn ausdrücklich, oder lassen Sie seinen Eigentümer es anders schreiben',
    'revoked-key': 'wurde hier gesperrt. Token, die er signiert hat, würden wieder angenommen',
    'current-missing':
      'signiert jetzt und würde nicht veröffentlicht. Token, die er signiert, würden überall abgelehnt',
    'foreign-undecided':
      'ist nicht unserer, und niemand hat über ihn entschieden. Behalten Sie ihn mit einer Begründung, oder entfernen Sie ihn',
    'beside-inexact':
      'steht neben den Schlüsseln und lässt sich nicht unverändert zurückschreiben, etwa eine Zahl über 2^53; die Übertragung würde es ändern',
    'certificate-ended':
      'hat ein abgelaufenes Zertifikat; Prüfer, die darauf achten, weisen seine Token ab. Stellen Sie es neu aus',
    'certificate-not-yet-valid':
      'hat ein Zertifikat, das noch nicht gilt; Prüfer, die darauf achten, weisen seine Token ab',
    'certificate-signature-broken-hash':
      'hat ein Zertifikat, das mit MD5 signiert ist, das jeder fälschen kann. Stellen Sie es neu aus',
    'certificate-not-for-signatures':
      'hat ein Zertifikat, dessen Schlüsselverwendung nicht zum Signieren ist; Prüfer, die darauf achten, weisen seine Token ab',
    'certificate-authority-below':
      'hat ein Zertifikat, das ihn zur Zertifizierungsstelle macht, sodass sein Schlüssel andere zertifizieren kann',
    'certificate-signature-weak-hash': 'hat ein Zertifikat, das mit SHA-1 signiert ist, das Prüfer aufgeben',
    'foreign-not-named': 'gehört nicht uns und würde entfernt. Bestätigen Sie das für jeden solchen Schlüssel',
  },
  sinceLastPush: {
    vanished: 'war nach unserer letzten Übertragung da und wurde von jemand anderem weggenommen',
    altered: 'hat einen anderen Inhalt, als unsere letzte Übertragung ihm gab',
    appeared: 'wurde seit unserer letzten Übertragung von jemand anderem hinzugefügt',
    moved: 'steht an einer anderen Stelle des Satzes, als unsere letzte Übertragung ihm gab',
    rewritten: 'ist derselbe Schlüssel, aber anders geschrieben, als unsere letzte Übertragung ihn schrieb',
    exposed: 'zeigt seine private Hälfte',
  },
  variation: {
    'certificate-dropped': 'steht dort ohne Zertifikatsangaben; Prüfer, die diese lesen, werden sie nicht finden',
    'certificate-other': 'steht dort mit einem anderen Zertifikat desselben Schlüssels, als gesendet wurde',
    'member-dropped': 'steht dort ohne einige der gesendeten Angaben',
    'written-otherwise': 'steht dort mit denselben Werten in anderer Schreibweise, etwa aufgefülltem Base64',
    moved:
      'steht dort an anderer Stelle; die Reihenfolge eines Satzes bedeutet nichts, außer für Prüfer, die den ersten Schlüssel nehmen',
  },
  drift: {
    'compromised-public': {
      what: 'ist KOMPROMITTIERT und vielleicht noch öffentlich: wer ihn hat, kann Token signieren, die angenommen werden',
      todo: 'Übertragen Sie jetzt den gewünschten Satz, der ihn entfernt, und sehen Sie von außen nach, bis er verschwunden ist. War er schon entfernt, finden Sie heraus, wer ihn zurückgebracht hat, und wechseln Sie die Zugangsdaten des Mandanten.',
    },
    'current-missing': {
      what: 'signiert jetzt und ist nicht veröffentlicht: damit signierte Token werden abgelehnt',
      todo: 'Übertragen Sie jetzt den gewünschten Satz und weisen Sie ihn nach. War er schon dort, finden Sie heraus, wer ihn entfernt hat.',
    },
    'revoked-public': {
      what: 'ist hier gesperrt und noch veröffentlicht: damit signierte Token werden angenommen',
      todo: 'Übertragen Sie den gewünschten Satz, der ihn entfernt, und sehen Sie von außen nach, bis er verschwunden ist.',
    },
    'private-ours': {
      what: 'gehört uns, und seine PRIVATE Hälfte ist öffentlich: wer den Satz gelesen hat, kann für diesen Mandanten signieren',
      todo: 'Er ist kompromittiert. Rotieren und sperren Sie ihn jetzt als kompromittiert (ziehen Sie ihn zurück, wenn er als nächster wartet; sperren Sie ihn nur, wenn er nicht mehr signiert), übertragen Sie, führen Sie den Nachweis, wechseln Sie die Zugangsdaten des Mandanten und finden Sie heraus, wer ihn veröffentlicht hat.',
    },
    'private-foreign': {
      what: 'gehört nicht uns, und seine PRIVATE Hälfte ist öffentlich: wer den Satz gelesen hat, kann Token signieren, die angenommen werden',
      todo: 'Entfernen Sie ihn ausdrücklich mit der nächsten Übertragung, sagen Sie seinem Eigentümer, dass er kompromittiert ist, und wechseln Sie die Zugangsdaten des Mandanten.',
    },
    foreign: {
      what: 'ist veröffentlicht und gehört nicht uns: damit signierte Token werden angenommen',
      todo: 'Fragen Sie sofort im Team, wer ihn dorthin gestellt hat. War es niemand, entfernen Sie ihn ausdrücklich mit der nächsten Übertragung, wechseln Sie die Zugangsdaten des Mandanten und suchen Sie nach Token mit seiner kid.',
    },
    'revoked-there': {
      what: 'wurde hier gesperrt und ist wieder veröffentlicht: damit signierte Token werden angenommen',
      todo: 'Übertragen Sie jetzt den gewünschten Satz, weisen Sie ihn nach und finden Sie heraus, wer den Schlüssel zurückgebracht hat.',
    },
    altered: {
      what: 'trägt unsere kid, aber einen anderen Inhalt, als wir übertragen haben',
      todo: 'Behandeln Sie ihn wie einen fremden Schlüssel: Übertragen Sie den gewünschten Satz, wechseln Sie die Zugangsdaten des Mandanten und finden Sie heraus, wer ihn geändert hat.',
    },
    missing: {
      what: 'wurde von uns übertragen und ist verschwunden: damit signierte Token werden abgelehnt, sobald die Caches ablaufen',
      todo: 'Übertragen Sie den gewünschten Satz noch einmal und finden Sie heraus, wer ihn entfernt hat.',
    },
    'not-public': {
      what: 'steht im Satz des Mandanten, aber der öffentliche Schlüsselsatz zeigt ihn nicht',
      todo: 'Warten Sie die Caches ab und führen Sie den Nachweis noch einmal. Bleibt er weg, sehen Sie nach der eigenen Domain.',
    },
    'still-public': {
      what: 'wurde entfernt, aber der öffentliche Schlüsselsatz zeigt ihn noch',
      todo: 'Warten Sie die Caches ab und sehen Sie noch einmal nach. Bis er verschwunden ist, werden damit signierte Token angenommen.',
    },
    'not-visible-yet': {
      what: 'gehört zur letzten Übertragung, die der Mandant angenommen hat und noch nicht zeigt',
      todo: 'Sehen Sie nach einer Weile noch einmal nach. Ändert sich nichts, übertragen Sie noch einmal.',
    },
    rewritten: {
      what: 'ist derselbe Schlüssel, aber sein Zertifikat oder seine Schreibweise ist nicht, was der Mandant nach unserer Übertragung zeigte',
      todo: 'Prüfer, die das Zertifikat lesen, können stolpern. Übertragen Sie den gewünschten Satz noch einmal und finden Sie heraus, wer ihn geändert hat.',
    },
    'replaced-there': {
      what: 'wurde hier ersetzt, bevor er je übertragen wurde, und ist trotzdem veröffentlicht',
      todo: 'Jemand anderes hat ihn gesendet. Kein Token von uns trägt ihn: Übertragen Sie den gewünschten Satz, der ihn herausnimmt, und finden Sie heraus, wer es war.',
    },
    unrecorded: {
      what: 'gehört uns und ist veröffentlicht, aber hier ist keine Übertragung davon verzeichnet',
      todo: 'Er kann aus einer Übertragung stammen, deren Ausgang nicht ankam, oder von jemandem im Team mit denselben Schlüsseln. Übertragen Sie den gewünschten Satz, damit er verzeichnet ist.',
    },
    moved: {
      what: 'steht an einer anderen Stelle, als wir ihm gaben; Prüfer, die den ersten Schlüssel nehmen, nehmen vielleicht den falschen',
      todo: 'Übertragen Sie den gewünschten Satz noch einmal, um die Reihenfolge wiederherzustellen.',
    },
  },
  // Completes “Prüfer, die {habit}, {consequence}.”
  naiveVerifier: {
    'first-key': {
      habit: 'den ersten Schlüssel des Satzes nehmen',
      consequence: 'lehnen Token dieser Schlüssel ab, weil sie nicht die ersten sind',
      advice: 'Geben Sie einer solchen Anwendung einen eigenen Mandanten, oder lassen Sie sie nach der kid wählen.',
    },
    'ignores-kid': {
      habit: 'den ersten Schlüssel nehmen, der zum Algorithmus passt, und die kid nicht beachten',
      consequence: 'lehnen Token dieser Schlüssel ab, weil ein anderer ihrer Art vor ihnen steht',
      advice:
        'Lassen Sie die Anwendung nach der kid wählen; stellen Sie bis dahin einen Schlüssel jeder Art nach vorn.',
    },
    'rs256-only': {
      habit: 'nur RS256 kennen',
      consequence: 'lehnen Token dieser Schlüssel ab',
      advice: 'Lassen Sie Token für eine solche Anwendung aus einem Schlüsselring mit RS256 signieren.',
    },
    'needs-x5c': {
      habit: 'den Schlüssel aus x5c bilden',
      consequence: 'stolpern über diese Schlüssel, die kein Zertifikat haben; manche lehnen dann den ganzen Satz ab',
      advice: 'Lassen Sie den Eigentümer dieser Schlüssel x5c ergänzen, oder nehmen Sie die Schlüssel aus dem Satz.',
    },
    'caches-five': {
      habit: 'sich fünf Schlüssel zugleich merken, wie jwks-rsa es von sich aus tut',
      consequence: 'vergessen einige dieser Schlüssel und holen den Satz immer wieder, bis sie gebremst werden',
      advice: 'Sperren Sie vorige Schlüssel, die nicht mehr gebraucht werden, oder erhöhen Sie dort cacheMaxEntries.',
    },
  },
  pending: {
    never: 'nie übertragen',
    missing: 'fehlt dort',
    lingering: 'noch dort',
    altered: 'dort mit anderem Inhalt',
    reordered: 'in anderer Reihenfolge',
  },
};
