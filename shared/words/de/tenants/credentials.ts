import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

const asked = (secret: string) =>
  `Danach wird ${secret} in einem eigenen Fenster abgefragt und geht von dort in den Schlüsselbund.`;

export const credentials: typeof en.credentials = {
  title: 'Zugangsdaten',
  lead: 'Wie sich diese App am Endpunkt ausweist. Der geheime Teil kommt nie auf diese Seite.',
  sandbox: { lead: 'Ein Sandbox-Mandant gibt sich seine Zugangsdaten selbst.', means: 'Hier ist nichts zu tun.' },
  none: {
    title: 'Noch keine Zugangsdaten.',
    means: 'Ohne sie lässt sich von diesem Mandanten nichts lesen und nichts zu ihm übertragen.',
  },
  moved: {
    title: 'Die Adresse des Mandanten hat sich geändert, seit sie hinterlegt wurden.',
    means: 'Sie werden deshalb nirgendwohin gesendet. Hinterlegen Sie sie neu für die neue Adresse.',
  },
  grants: {
    publishing: 'Scopes zum Veröffentlichen',
    ownKeys: 'Scopes für die eigenen Schlüssel des Mandanten',
    copied: 'Scopes',
  },
  kindLabel: 'Art',
  whose: 'Für',
  signedBy: 'Signiert mit',
  sentTo: 'Gesendet an',
  theSandbox: 'die Sandbox',
  only: (origin) => phrase`nur ${origin}`,
  nothingStored: 'Es wurde nichts hinterlegt',
  stored: (tenant) => `Zugangsdaten von ${tenant} hinterlegt`,
  forgotten: (tenant) => `Zugangsdaten von ${tenant} entfernt`,
  stay: 'Die Zugangsdaten bleiben',
  forget: 'Entfernen …',
  answer: 'Beantworten Sie die Frage von Key Custodian',
  replace: 'Neue Zugangsdaten ersetzen die hinterlegten.',
  kind: {
    'client-secret': {
      word: 'Client-ID und Client-Secret',
      give: 'Client-Secret hinterlegen …',
      next: asked('das Client-Secret'),
    },
    'private-key-jwt': {
      word: 'Client-ID und ein verwahrter Schlüssel (private_key_jwt)',
      give: 'Verwahrten Schlüssel verwenden …',
      next: 'Ein Client-Secret ist nicht nötig: Der Mandant kennt den öffentlichen Schlüssel, der private signiert hier.',
    },
    token: { word: 'Ein Token', give: 'Token hinterlegen …', next: asked('das Token') },
    basic: {
      word: 'Benutzer und Passwort',
      give: 'Benutzer und Passwort hinterlegen …',
      next: asked('das Passwort'),
    },
    'client-certificate': {
      word: 'TLS-Client-Zertifikat',
      give: 'Client-Zertifikat hinterlegen …',
      next: 'Das Zertifikat und sein privater Schlüssel werden aus zwei PEM-Dateien Ihrer Wahl gelesen.',
    },
  },
  dialog: {
    next: 'Weiter …',
    user: { label: 'Benutzer', means: 'So, wie der Endpunkt ihn kennt.' },
    clientId: { label: 'Client-ID', means: 'Die Anwendung, die beim Mandanten für uns eingetragen ist.' },
    key: { label: 'Schlüssel', means: 'Sein öffentlicher Schlüssel muss bei der Anwendung eingetragen sein.' },
    noKey: 'Kein solcher Schlüssel',
    option: (tenant, ring, state, kid) => `${tenant}, Ring ${ring}, ${state}: ${kid}`,
  },
};
