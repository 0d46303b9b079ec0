// What a keychain says of itself, in German.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { KeychainDetails } from '../../../problems/keychain.ts';

const words: CodedWords<KeychainDetails> = {
  'passphrase-needed': 'die Passphrase des Tresors wurde nicht eingegeben',
  open: 'er ist offen und gehört zu diesem Schlüsselregister',
  waiting: 'er antwortet nicht; vielleicht wartet eine Frage nach dem Passwort',
  refused: 'er hat die Anfrage abgelehnt',
  'other-registry': 'er gehört zu einem anderen Schlüsselregister',
  'knows-nothing': 'er ist offen, weiß aber nichts von diesem Schlüsselregister',
  'keyring-locked': 'er ist gesperrt',
  'prompt-cancelled': 'die Frage nach dem Passwort wurde abgebrochen',
  'no-session': 'es gibt keine D-Bus-Sitzung',
  'service-restarted': 'der Schlüsselbunddienst wurde neu gestartet; starten Sie auch Key Custodian neu',
  'no-service': 'es läuft kein Schlüsselbunddienst',
  'no-login-keyring': 'der Schlüsselbunddienst hat noch keinen Anmeldeschlüsselbund',
  'service-silent': 'der Schlüsselbunddienst antwortet nicht',
  'password-refused': 'er hat das Passwort nicht angenommen',
  'may-not-ask': 'er darf hier nicht nach seinem Passwort fragen',
  'not-deleted': 'er hat einen Eintrag nicht löschen lassen',
  'user-has-none': 'dieser Benutzer hat keinen Schlüsselbund',
  'session-has-none': 'diese Anmeldesitzung hat keine Anmeldeinformationsverwaltung',
  'no-libsecret': 'die Bibliothek libsecret ist nicht installiert; das Paket heißt libsecret-1-0 oder libsecret',
  'not-loaded': ({ platform }) => `das Schlüsselbundmodul lässt sich auf ${platform} nicht laden`,
};

export const keychainDetail = told(words);
