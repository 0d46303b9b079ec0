import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeDer } from '../../../main/encoding/der.ts';
import { derElements, derOid, derSequence, derUnsigned, TAG } from '../../../shared/encoding/der.ts';
import { keyShape } from '../../../main/reading/key-shape.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const integer = (bytes: string): bigint | null => derUnsigned({ tag: TAG.integer, contents: hex(bytes) });
const oid = (bytes: string): string | null => derOid({ tag: TAG.oid, contents: hex(bytes) });

describe('the DER reader', () => {
  test('reads back whatever was encoded, at every length form', () => {
    const sizes = fc.constantFrom(0, 1, 127, 128, 255, 256, 65_535, 65_536);
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 255 }), (size, fill) => {
        const contents = Buffer.alloc(size, fill);
        const [element, ...more] = derElements(encodeDer(TAG.octetString, contents)) ?? [];
        expect(more).toEqual([]);
        expect(element?.tag).toBe(TAG.octetString);
        expect(Buffer.compare(element?.contents ?? Buffer.of(1), contents)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['indefinite length', '30800000'],
    ['long form where the short one would do', '30810100'],
    ['leading zero in the length', '3082000100'],
    ['more contents than there are', '300501'],
    ['a cut-off length', '3082'],
    ['a high tag number', '1f8100'],
    ['bytes after the end', '300000'],
  ])('refuses %s', (_name, bytes) => {
    expect(derSequence(hex(bytes))).toBeNull();
  });

  test('reads integers without sign surprises', () => {
    expect(integer('00ff')).toBe(255n);
    expect(integer('00')).toBe(0n);
    expect(integer('ff')).toBeNull();
    expect(integer('')).toBeNull();
    expect(derUnsigned(undefined)).toBeNull();
  });

  test('reads object identifiers', () => {
    expect(oid('2a864886f70d010101')).toBe('1.2.840.113549.1.1.1');
    expect(oid('883703')).toBe('2.999.3');
    expect(oid('')).toBeNull();
  });

  test('has an answer for any bytes', () => {
    const forms = ['private', 'unsupported', 'encrypted', 'foreign'];
    const nested = fc.uint8Array({ maxLength: 60 }).map((bytes) => encodeDer(TAG.sequence, hex('020100'), bytes));
    const anything = fc.oneof(fc.uint8Array({ maxLength: 200 }), nested);
    fc.assert(
      fc.property(anything, (bytes) => {
        expect(forms).toContain(keyShape(bytes).form);
      }),
    );
  });

  test('knows DER that is nothing it knows', () => {
    expect(keyShape(hex('3000'))).toEqual({ form: 'foreign', problem: 'this is DER, but not a private key' });
  });
});
