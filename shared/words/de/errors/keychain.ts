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
  VAULT_LOCKED: () =>
    say(
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
} satisfies Partial<Sentences>;
