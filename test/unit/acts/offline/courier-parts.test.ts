// A bundle as QR codes read by a scanner: in any order, none missing, none of another bundle, none misread.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFile, toParts } from '../../../../main/acts/offline/courier-parts.ts';

/** Random enough that it takes several codes. */
function bundle(seed: string): string {
  const keys = Array.from({ length: 60 }, (_, index) => createHash('sha512').update(`${seed} ${index}`).digest('hex'));
  const payload = Buffer.from(JSON.stringify({ keys })).toString('base64url');
  return JSON.stringify({ protected: 'eyJhbGciOiJFZDI1NTE5In0', payload, signature: 'c2lnbmF0dXJl' });
}

const BUNDLE = bundle('ours');
const PARTS = toParts(BUNDLE);
const refusal = (problem: RegExp) =>
  expect.objectContaining({
    code: 'COURIER_FILE_REFUSED',
    facts: expect.objectContaining({ problem: expect.stringMatching(problem) as string }) as object,
  }) as Error;

describe('the codes of a bundle', () => {
  it('are several, and give it back in whatever order and layout they were read', () => {
    expect(PARTS.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(PARTS, { minLength: PARTS.length }),
        fc.constantFrom('\n', '\r\n', ' ', '\n\n'),
        fc.boolean(),
        (parts, between, small) => {
          const text = parts.join(between);
          expect(fromFile(small ? text.toLowerCase() : text)).toBe(BUNDLE);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('may be read twice', () => {
    expect(fromFile([...PARTS, PARTS[0]].join('\n'))).toBe(BUNDLE);
  });

  it('are refused by number when some are missing', () => {
    expect(() => fromFile(PARTS.slice(1).join('\n'))).toThrow(refusal(/missing: 1$/));
    expect(() => fromFile(PARTS.slice(0, 1).join('\n'))).toThrow(refusal(/missing: 2, 3/));
  });

  it('are refused when they belong to two bundles', () => {
    const [first = '', ...rest] = PARTS;
    const [, ...others] = toParts(bundle('theirs'));
    expect(() => fromFile([first, ...others].join('\n'))).toThrow(refusal(/more than one bundle/));
    expect(() => fromFile([...rest, first.replace(/\/\d+:/, '/99:')].join('\n'))).toThrow(refusal(/more than one/));
  });

  it('are refused when a character was misread', () => {
    const [first = '', ...rest] = PARTS;
    const misread = `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`;
    expect(() => fromFile([misread, ...rest].join('\n'))).toThrow(refusal(/not read exactly/));
  });

  it.each(['', '   ', 'KC1:1/1:0000', 'https://example.com/qr', `${PARTS.join('\n')}\nsomething else`])(
    'are none of “%.30s”',
    (text) => {
      expect(() => fromFile(text)).toThrow(refusal(/neither a bundle nor the texts of its QR codes/));
    },
  );

  it('leave a bundle alone that came as a file', () => {
    expect(fromFile(`\n ${BUNDLE}`)).toBe(`\n ${BUNDLE}`);
  });
});
