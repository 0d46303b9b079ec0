// Woran ein Schlüssel erkannt wurde.
import type { FoundHandOver, IdentityKind } from '../../domain/find/found.ts';
import type { en } from '../en/shared.ts';

const IDENTITY: Readonly<Record<IdentityKind, string>> = {
  kid: 'kid',
  thumbprint: 'JWK-Thumbprint (RFC 7638)',
  'spki-sha256': 'SHA-256 des öffentlichen Schlüssels (Pin)',
  'spki-sha1': 'SHA-1 des öffentlichen Schlüssels',
  ski: 'Subject Key Identifier',
  'certificate-sha1': 'SHA-1 des Zertifikats (x5t)',
  'certificate-sha256': 'SHA-256 des Zertifikats (x5t#S256)',
  'certificate-md5': 'MD5 des Zertifikats',
  'issuer-sha256': 'SHA-256 eines Ausstellers des Zertifikats',
  serial: 'Seriennummer des Zertifikats',
  'ssh-sha256': 'SHA-256, wie SSH ihn zeigt',
  'ssh-md5': 'MD5, wie SSH ihn zeigt',
};

const HAND_OVER: Readonly<Record<FoundHandOver['as'], string>> = {
  kid: 'kid des Schlüssels',
  file: 'SHA-256 der Datei',
  recipient: 'Schlüssel des Empfängers',
};

export const find: typeof en.find = {
  identity: (as) => IDENTITY[as],
  handOver: (as) => HAND_OVER[as],
  inSet: 'Fremde Schlüssel in veröffentlichten Sätzen',
  keys: 'Verwahrte Schlüssel',
  handOvers: 'Übergaben',
  entries: 'Protokoll',
  none: 'Nichts hier ist unter dieser Angabe bekannt.',
};
