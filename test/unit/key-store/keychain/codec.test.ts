import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSecret,
  encodeSecret,
  ENTRY_CHARS,
  type Generation,
  MAX_SECRET_BYTES,
  parseHead,
} from '../../../../main/key-store/keychain/codec.ts';

const ACCOUNT = 'vault/key-1';
const anySecret = fc.uint8Array({ maxLength: MAX_SECRET_BYTES, size: 'max' });
const anyGeneration = fc.constantFrom<Generation>('a', 'b');

function decode(account: string, entries: readonly string[]): Uint8Array | null {
  const [first = '', ...chunks] = entries;
  const head = parseHead(first);
  return head === null ? null : decodeSecret(account, head, chunks);
}

const encode = (generation: Generation, secret: Uint8Array): string[] => {
  const { head, chunks } = encodeSecret(ACCOUNT, generation, secret);
  return [head, ...chunks];
};

describe('secret codec', () => {
  it('gives back any bytes up to the limit, in entries that fit every platform', () => {
    fc.assert(
      fc.property(anySecret, anyGeneration, (secret, generation) => {
        const entries = encode(generation, secret);
        expect(entries.every((entry) => entry.length <= ENTRY_CHARS && /^[ -~]+$/.test(entry))).toBe(true);
        expect(parseHead(entries[0] ?? '')).toMatchObject({ generation, parts: entries.length });
        expect(Buffer.compare(decode(ACCOUNT, entries) ?? Buffer.of(1), secret)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('does not give back a value of which one character was changed, cut off or added', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 6_000 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('change', 'cut', 'add'),
        fc.constantFrom('a', 'b', 'A', '0', '1', '9', '+', '/', '=', '-', '_', ':', ' ', '\n', '\0'),
        (secret, which, where, how, character) => {
          const entries = encode('a', secret);
          const index = which % entries.length;
          const entry = entries[index] ?? '';
          const at = where % entry.length;
          const tail = how === 'cut' ? '' : character + entry.slice(how === 'add' ? at : at + 1);
          const altered = entry.slice(0, at) + tail;
          fc.pre(altered !== entry);
          expect(decode(ACCOUNT, entries.with(index, altered))).toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('does not give back parts that are missing, swapped or of another account or generation', () => {
    const secret = Uint8Array.from({ length: 9_000 }, (_, index) => index % 251);
    const [head = '', one = '', two = '', ...rest] = encode('a', secret);
    const [otherHead = ''] = encode('b', secret);
    expect(decode(ACCOUNT, [head, one, two, ...rest])).not.toBeNull();
    expect(decode(ACCOUNT, [head, one, ...rest])).toBeNull();
    expect(decode(ACCOUNT, [head, two, one, ...rest])).toBeNull();
    expect(decode('vault/key-2', [head, one, two, ...rest])).toBeNull();
    expect(decode(ACCOUNT, [head.replace(':a:', ':b:'), one, two, ...rest])).toBeNull();
    expect(decode(ACCOUNT, [otherHead.replace(':b:', ':a:'), one, two, ...rest])).toBeNull();
  });

  it.each([
    ['Ed25519', 1, generateKeyPairSync('ed25519').privateKey],
    ['P-521', 1, generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
    ['RSA-2048', 1, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
    ['RSA-3072', 1, generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey],
    ['RSA-4096', 2, generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey],
  ] as const)('%s takes %i entries', (_name, count, key) => {
    expect(encode('a', key.export({ type: 'pkcs8', format: 'der' }))).toHaveLength(count);
  });

  it('refuses more than the limit', () => {
    expect(() => encode('a', new Uint8Array(MAX_SECRET_BYTES + 1))).toThrow(RangeError);
  });

  it.each(['', 'kc1', 'kc2:a:1:x:', `kc1:c:1:${'A'.repeat(43)}:`, `kc1:a:0:${'A'.repeat(43)}:`])(
    'takes %j for no head',
    (text) => {
      expect(parseHead(text)).toBeNull();
    },
  );
});
