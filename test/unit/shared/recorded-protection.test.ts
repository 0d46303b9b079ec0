// The ledger of hand-overs keeps in English how a file was protected; a German window says it in German.
import { expect, it } from 'vitest';
import { pageWords } from '../../../shared/words/words.ts';

const inWindow = (language: 'en' | 'de', recorded: string): string =>
  pageWords(language).handOver.table.protection(recorded);

/** As ledgers have it since the first hand-over, and never otherwise. */
it.each([
  ['AES-256-CBC, PBKDF2 with HMAC-SHA-256, 600000 rounds', 'AES-256-CBC, PBKDF2 mit HMAC-SHA-256, 600000 Runden'],
  [
    'AES-256-CBC, PBKDF2 with HMAC-SHA-256, 600000 rounds; MAC HMAC-SHA-512, 640000 rounds',
    'AES-256-CBC, PBKDF2 mit HMAC-SHA-256, 600000 Runden; MAC HMAC-SHA-512, 640000 Runden',
  ],
  [
    '3DES-CBC, PKCS#12 derivation with SHA-1, 10000 rounds; MAC HMAC-SHA-1, 10000 rounds',
    '3DES-CBC, PKCS#12-Ableitung mit SHA-1, 10000 Runden; MAC HMAC-SHA-1, 10000 Runden',
  ],
  ['JWE with PBES2-HS512+A256KW, 210000 rounds, A256GCM', 'JWE mit PBES2-HS512+A256KW, 210000 Runden, A256GCM'],
  ['JWE with RSA-OAEP-384, A256GCM', 'JWE mit RSA-OAEP-384, A256GCM'],
  ['JWE with ECDH-ES, A256GCM', 'JWE mit ECDH-ES, A256GCM'],
  ['age', 'age'],
  ['age, to an SSH key', 'age, für einen SSH-Schlüssel'],
  ['AES-256 of another version', 'AES-256 of another version'],
])('%s', (recorded, german) => {
  expect(inWindow('en', recorded)).toBe(recorded);
  expect(inWindow('de', recorded)).toBe(german);
});
