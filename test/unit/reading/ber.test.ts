import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDer } from '../../../main/reading/ber.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../../../main/encoding/der.ts';
import { derOid, derUnsigned, derElements, TAG } from '../../../shared/encoding/der.ts';
import { effortOf } from '../../support/effort.ts';
import { asBer } from '../../support/import-files/javascript-stores.ts';

/** Random trees of what key files are made of. */
const { tree } = fc.letrec<{ tree: Buffer; leaf: Buffer }>((tie) => ({
  leaf: fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((octets) => encodeDer(TAG.octetString, octets)),
    fc.uint8Array({ minLength: 1, maxLength: 20 }).map((octets) => encodeUnsigned(octets)),
    fc.constantFrom('1.2.840.113549.1.1.1', '2.16.840.1.101.3.4.2.1', '1.3.101.112').map((oid) => encodeOid(oid)),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom(TAG.sequence, TAG.set, TAG.context0, TAG.context1),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([tag, children]) => encodeDer(tag, ...children)),
  ),
}));

describe('BER', () => {
  test('becomes the DER that it was made from; DER stays the same octets', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
        const der = encodeDer(TAG.sequence, ...children);
        expect(asDer(der)).toBe(der);
        expect(asDer(asBer(der))).toEqual(der);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', ''],
    ['no SEQUENCE', '040100'],
    ['an open length without its end', '3080020101'],
    ['something behind it', '3003020101ff'],
    ['a length beyond the end', '3005020101'],
    ['an element that ends behind the one around it', '30803003020205000000'],
    ['an open length of what has no parts', '30800480010100000000'],
    ['a length of five octets', '3080048500000000010a0000'],
    ['pieces of a string that are numbers', '308024030201010000'],
  ])('is not: %s', (_what, hex) => {
    expect(asDer(Buffer.from(hex, 'hex'))).toBeNull();
  });

  test.each(['3080', '30', '3083'])('the largest file of nothing but %s is refused at once', async (hex) => {
    const { given, rounds } = await effortOf(() => asDer(Buffer.alloc(256 * 1024, hex, 'hex')));
    expect(given).toBeNull();
    expect(rounds).toBeLessThan(2_500_000);
  });
});

test('numbers and identifiers are written as they are read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (octets) => {
      const [element] = derElements(encodeUnsigned(octets)) ?? [];
      expect(derUnsigned(element)).toBe(BigInt(`0x${Buffer.from(octets).toString('hex')}`));
    }),
  );
  for (const oid of ['1.2.840.113549.1.12.10.1.2', '2.16.840.1.101.3.4.1.42', '1.3.6.1.4.1.11591.4.11', '2.5.29.17']) {
    expect(derOid(derElements(encodeOid(oid))?.[0])).toBe(oid);
  }
});
