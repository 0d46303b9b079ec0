// How a tenant's endpoint is entered, and how a private key is protected that leaves.
import type { Flavour } from '../../domain/exports/hand-over.ts';
import type { CredentialKind } from '../../domain/endpoints.ts';

export const CREDENTIAL_WORDS: Record<CredentialKind, string> = {
  'client-secret': 'client id and secret',
  'private-key-jwt': 'client id and a key in custody (private_key_jwt)',
  token: 'a token',
  basic: 'user and password',
  'client-certificate': 'a TLS client certificate',
};

export interface FormatWords {
  name: string;
  askedBy: string;
}

export const FLAVOUR_WORDS: Record<Flavour, FormatWords> = {
  modern: {
    name: 'AES-256 with PBKDF2 (SHA-256)',
    askedBy:
      'OpenSSL 1.1 and newer, Java 8u301 and newer, Windows 10 1709 and Server 2019 and newer, current Firefox and NSS',
  },
  compatible: {
    name: '3DES with SHA-1, weak: only for systems that cannot read the modern one',
    askedBy: 'Windows Server 2016 and older, Java before 8u301, macOS Keychain Access before 15, older appliances',
  },
};
