// What an error says of acts and keys, in German: nouns, as they begin a sentence or a clause.
import type {
  AskedActs,
  Holders,
  KeyAct,
  KeyCondition,
  MissingPart,
  OtherThanFile,
  RemoteAct,
  SignedDocument,
  StoppedActs,
} from '../../../problems/acts.ts';
import { type CodedWords, told } from '../../../problems/coded.ts';

export const keyAct: Record<KeyAct, string> = {
  signing: 'Signieren',
  withdrawing: 'Zurückziehen',
  revoking: 'Sperren',
  'revoking-at-tenant': 'Sperren beim Mandanten',
  destroying: 'Löschen',
  keeping: 'Behalten',
  certifying: 'Ein neues Zertifikat',
  'proving-client': 'Das Ausweisen einer Anwendung',
  'confirming-received': 'Die Bestätigung, dass ein Abnehmer ihn hat,',
  'confirming-let-go': 'Die Bestätigung, dass ein Abnehmer ihn nicht mehr braucht,',
};

export const keyCondition: Record<KeyCondition, string> = {
  next: 'nächster',
  current: 'aktueller',
  previous: 'voriger',
  revoked: 'gesperrt',
  replaced: 'ersetzt',
  destroyed: 'gelöscht',
  'not-revoked': 'nicht gesperrt',
  'next-or-current': 'nächster oder aktueller',
  'previous-or-revoked': 'voriger oder gesperrt',
  'next-current-or-previous': 'nächster, aktueller oder voriger',
  scheduled: 'zur Löschung vorgemerkt',
  'not-scheduled': 'nicht zur Löschung vorgemerkt',
};

const asked: CodedWords<AskedActs> = {
  destroying: ({ kid }) => `Das Löschen von ${kid}`,
  pushing: ({ tenant }) => `Das Übertragen an „${tenant}“`,
  'importing-many': ({ tenant }) => `Das Importieren von Schlüsseln in „${tenant}“`,
  'rolling-back': ({ tenant }) => `Das Zurückholen des früheren Satzes von „${tenant}“`,
  clearing: ({ tenant }) => `Das Löschen des ganzen Satzes von „${tenant}“`,
  'rotating-at-tenant': ({ tenant }) => `Das Wechseln der eigenen Schlüssel von „${tenant}“`,
  'revoking-at-tenant': ({ tenant, kid }) => `Das Sperren von ${kid} bei „${tenant}“`,
  'handing-over': ({ tenant, to }) => `Die Übergabe eines privaten Schlüssels von „${tenant}“ an ${to}`,
  'removing-consumer': ({ consumer }) => `Das Entfernen des Abnehmers ${consumer}`,
  approving: 'Das Freigeben, worum eine andere Person bittet,',
  restoring: ({ file }) => `Das Wiederherstellen von ${file}`,
  'changing-tenant': ({ tenant }) => `Das Ändern von „${tenant}“ mit allem, was das mit sich bringt,`,
};

export const askedAct = told(asked);

const stopped: CodedWords<StoppedActs> = {
  request: 'Die Anfrage',
  'looking-for-drift': 'Die Suche nach Abweichungen',
  'waiting-until-public': 'Das Warten auf den öffentlichen Schlüsselsatz',
  writing: ({ file }) => `Das Schreiben von ${file}`,
};

export const stoppedAct = told(stopped);

export const remoteAct: Record<RemoteAct, string> = {
  rotation: 'der Schlüsselwechsel',
  revocation: 'die Sperrung',
  publication: 'die Änderung des Schlüsselsatzes',
};

export const missingPart: Record<MissingPart, string> = {
  credentials: 'die Zugangsdaten',
  'credentials-for-new-address':
    'Zugangsdaten für die neue Adresse (sie hat sich geändert, seit sie hinterlegt wurden)',
  'custom-domain': 'eine eigene Domain',
  'write-url': 'die URL, an die der Schlüsselsatz geschrieben wird',
  'public-url': 'die URL, unter der der Schlüsselsatz öffentlich gelesen wird',
  'https-for-client-certificate': 'eine https-URL, die ein Client-Zertifikat voraussetzt',
};

/** Completes “daher signiert dieses Gerät …”. */
export const unsigned: Record<SignedDocument, string> = {
  'audit-file': 'kein Protokoll',
  backup: 'keine Sicherung',
  bundle: 'kein Bündel',
  receipt: 'keine Quittung',
  'evidence-report': 'keinen Nachweisbericht',
  ceremony: 'keine Niederschrift einer Zeremonie',
  approval: 'keine Freigabe',
};

export const otherThanFile: Record<OtherThanFile, string> = {
  pipe: 'eine Pipe',
  socket: 'ein Socket',
  device: 'ein Gerät',
  'system-file': 'eine Datei des Betriebssystems selbst',
};

const holders: CodedWords<Holders> = {
  window: ({ process }) => `im Fenster, Prozess ${process}`,
  'command-line': ({ process }) => `auf der Kommandozeile, Prozess ${process}`,
  unknown: 'unbekannt',
};

export const holder = told(holders);
