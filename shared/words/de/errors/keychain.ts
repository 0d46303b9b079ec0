// German sentences for errors: the keychain.
import { say, type Sentences } from '../../sentence.ts';
import { UNCHANGED } from './phrases.ts';
import { keychainDetail } from '../problems/keychain.ts';

export const keychainSentences = {
  VAULT_UNAVAILABLE: ({ detail }) =>
    say(
      `Der Schlüsselbund dieses Rechners ist nicht erreichbar (${keychainDetail(detail)}).`,
      'Melden Sie sich unter Linux an einer Desktop-Sitzung an oder starten Sie gnome-keyring; versuchen Sie es dann noch einmal.',
    ),
  VAULT_LOCKED: ({ detail }) =>
    detail.code === 'passphrase-needed'
      ? say(
          'Das ist gesperrt: Es braucht die Passphrase des Tresors.',
          'Entsperren Sie: in der Leiste oder mit Strg+L. Was öffentlich ist, bleibt inzwischen zu sehen.',
        )
      : say(
          'Der Schlüsselbund ist gesperrt, daher sind private Schlüssel nicht erreichbar.',
          'Entsperren Sie Ihren Schlüsselbund und versuchen Sie es noch einmal.',
        ),
  VAULT_TIMEOUT: ({ seconds }) =>
    say(
      `Der Schlüsselbund hat nicht innerhalb von ${seconds} Sekunden geantwortet.`,
      'Suchen Sie hinter anderen Fenstern nach der Frage nach dem Passwort, beantworten Sie sie und versuchen Sie es noch einmal.',
    ),
  VAULT_FOREIGN: ({ detail }) =>
    say(
      `Der offene Schlüsselbund ist nicht der, der diese Schlüssel enthält (${keychainDetail(detail)}).`,
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
  VAULT_PASSPHRASE_WRONG: ({ seconds }) =>
    say(
      'Das ist nicht die Passphrase des Tresors.',
      seconds === 0
        ? 'Versuchen Sie es noch einmal.'
        : `${UNCHANGED} Der nächste Versuch muss ${seconds} Sekunden warten.`,
    ),
  VAULT_GUESSES: ({ until }) =>
    say(
      `Die Passphrase des Tresors war mehrmals falsch: kein Versuch mehr bis ${until}.`,
      'Warten Sie bis dahin und versuchen Sie es dann noch einmal.',
    ),
  VAULT_PASSPHRASE_SET: () => say('Es gibt schon eine Passphrase des Tresors.', 'Ändern Sie sie stattdessen.'),
  VAULT_PASSPHRASE_NONE: () =>
    say(
      'Es gibt keine Passphrase des Tresors, also ist nichts gesperrt.',
      'Legen Sie eine in den Einstellungen fest, unter „Sperre und Passphrase“.',
    ),
  VAULT_WINDOW_SILENT: ({ seconds }) =>
    say(
      `Das Fenster hat binnen ${seconds} Sekunden nicht gesagt, dass es gesperrt ist.`,
      'Sperren Sie es dort mit Strg+L, oder schließen Sie es.',
    ),
  VAULT_SEAL_GONE: () =>
    say(
      'Was im Schlüsselbund liegt, ist versiegelt, und der Eintrag, der es öffnet, fehlt.',
      'Löschen Sie nichts. Stellen Sie den Schlüsselbund so wieder her, wie er war, oder spielen Sie eine Sicherung ein.',
    ),
  VAULT_PROOF_NEEDED: ({ tenant }) =>
    say(
      `${tenant === null ? 'Das braucht' : `Bei „${tenant}“ braucht das`} noch einmal die Passphrase des Tresors. ${UNCHANGED}`,
      'Versuchen Sie es noch einmal und geben Sie sie in dem Fenster ein, das fragt.',
    ),
} satisfies Partial<Sentences>;
