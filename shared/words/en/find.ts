// By what a key was found, in English.
import type { FoundHandOver, IdentityKind } from '../../domain/find/found.ts';

const IDENTITY: Readonly<Record<IdentityKind, string>> = {
  kid: 'kid',
  thumbprint: 'JWK thumbprint (RFC 7638)',
  'spki-sha256': 'SHA-256 of the public key (pin)',
  'spki-sha1': 'SHA-1 of the public key',
  ski: 'subject key identifier',
  'certificate-sha1': 'SHA-1 of the certificate (x5t)',
  'certificate-sha256': 'SHA-256 of the certificate (x5t#S256)',
  'certificate-md5': 'MD5 of the certificate',
  'issuer-sha256': 'SHA-256 of an issuer of its certificate',
  serial: 'serial number of the certificate',
  'ssh-sha256': 'SHA-256 as SSH shows it',
  'ssh-md5': 'MD5 as SSH shows it',
};

const HAND_OVER: Readonly<Record<FoundHandOver['as'], string>> = {
  kid: 'kid of the key',
  file: 'SHA-256 of the file',
  recipient: 'the recipient’s key',
};

export const FIND_WORDS = {
  identity: (as: IdentityKind): string => IDENTITY[as],
  handOver: (as: FoundHandOver['as']): string => HAND_OVER[as],
  inSet: 'Keys of others in published sets',
  keys: 'Keys in custody',
  handOvers: 'Hand-overs',
  entries: 'Audit chain',
  none: 'Nothing here is known by that.',
};
