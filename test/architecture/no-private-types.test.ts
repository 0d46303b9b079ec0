// No type that crosses a border has a member that could hold private material.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SHARED = path.resolve(import.meta.dirname, '../../shared');
// RFC 7518 private members, and the names by which we would call such a thing.
const FORBIDDEN =
  /^\s*(readonly\s+)?'?(d|p|q|dp|dq|qi|oth|k|pkcs8|privateKey|private_key|secret|clientSecret|passphrase|password|token)'?\??\s*:/m;

const VOCABULARY = [
  ...readdirSync(path.join(SHARED, 'model')).map((file) => `model/${file}`),
  ...readdirSync(path.join(SHARED, 'contract')).map((file) => `contract/${file}`),
  'contract.ts',
  'certificates.ts',
  'errors.ts',
  'doctor.ts',
];

describe('what crosses a border', () => {
  it.each(VOCABULARY)('%s has no member for private material', (file) => {
    const text = readFileSync(path.join(SHARED, file), 'utf8');
    expect(FORBIDDEN.exec(text)?.[0] ?? null).toBeNull();
  });

  it('would notice one', () => {
    expect(FORBIDDEN.test('interface Jwk {\n  d: string;\n}')).toBe(true);
  });
});
