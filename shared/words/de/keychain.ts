// German words for what a keychain says of itself.
import { keychainDetailIn, type KeychainWords } from '../../keychain-words.ts';

const details: KeychainWords = {
  'it is open and belongs to this registry': 'er ist offen und gehört zu diesem Schlüsselregister',
  'it does not answer; an unlock prompt may be waiting':
    'er antwortet nicht; vielleicht wartet eine Frage nach dem Passwort',
  'it refused the request': 'er hat die Anfrage abgelehnt',
  'it belongs to another registry': 'er gehört zu einem anderen Schlüsselregister',
  'it is open but knows nothing of this registry': 'er ist offen, weiß aber nichts von diesem Schlüsselregister',
  'the keyring is locked': 'er ist gesperrt',
  'the unlock prompt was cancelled': 'die Frage nach dem Passwort wurde abgebrochen',
  'no D-Bus session': 'es gibt keine D-Bus-Sitzung',
  'the keyring service was restarted; restart Key Custodian too':
    'der Schlüsselbunddienst wurde neu gestartet; starten Sie auch Key Custodian neu',
  'no keyring service runs': 'es läuft kein Schlüsselbunddienst',
  'the keyring service has no login keyring yet': 'der Schlüsselbunddienst hat noch keinen Anmeldeschlüsselbund',
  'the keyring service does not answer': 'der Schlüsselbunddienst antwortet nicht',
  'the keychain did not accept the password': 'er hat das Passwort nicht angenommen',
  'the keychain may not ask for its password here': 'er darf hier nicht nach seinem Passwort fragen',
  'the keychain did not let an entry be deleted': 'er hat einen Eintrag nicht löschen lassen',
  'this user has no keychain': 'dieser Benutzer hat keinen Schlüsselbund',
  'this logon session has no credential store': 'diese Anmeldesitzung hat keine Anmeldeinformationsverwaltung',
  'the library libsecret is not installed; the package is libsecret-1-0 or libsecret':
    'die Bibliothek libsecret ist nicht installiert; das Paket heißt libsecret-1-0 oder libsecret',
  notLoaded: (platform) => `das Schlüsselbundmodul lässt sich auf ${platform} nicht laden`,
};

export const keychainDetail = keychainDetailIn(details);
