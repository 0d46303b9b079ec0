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
const refusal = (problem: object) =>
  expect.objectContaining({
    code: 'COURIER_FILE_REFUSED',
    facts: expect.objectContaining({ problem: expect.objectContaining(problem) as object }) as object,
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
    expect(() => fromFile(PARTS.slice(1).join('\n'))).toThrow(refusal({ code: 'codes-missing', missing: [1] }));
    expect(() => fromFile(PARTS.slice(0, 1).join('\n'))).toThrow(
      refusal({
        code: 'codes-missing',
        missing: PARTS.slice(1).map((_, index) => index + 2),
      }),
    );
  });

  it('are refused when there are more than there may be', () => {
    const [first = ''] = PARTS;
    const beyond = first.replace(/^KC1:\d+/, `KC1:${PARTS.length + 1}`);
    expect(() => fromFile([...PARTS, beyond].join('\n'))).toThrow(
      refusal({ code: 'codes-missing', of: PARTS.length, missing: [] }),
    );
  });

  it('are refused when they belong to two bundles', () => {
    const [first = '', ...rest] = PARTS;
    const [, ...others] = toParts(bundle('theirs'));
    expect(() => fromFile([first, ...others].join('\n'))).toThrow(refusal({ code: 'codes-of-several' }));
    expect(() => fromFile([...rest, first.replace(/\/\d+:/, '/99:')].join('\n'))).toThrow(
      refusal({ code: 'codes-of-several' }),
    );
  });

  it('are refused when a character was misread', () => {
    const [first = '', ...rest] = PARTS;
    const misread = `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`;
    expect(() => fromFile([misread, ...rest].join('\n'))).toThrow(refusal({ code: 'codes-misread' }));
  });

  it.each(['', '   ', 'KC1:1/1:0000', 'https://example.com/qr', `${PARTS.join('\n')}\nsomething else`])(
    'are none of “%.30s”',
    (text) => {
      expect(() => fromFile(text)).toThrow(refusal({ code: 'unknown' }));
    },
  );

  it('leave a bundle alone that came as a file', () => {
    expect(fromFile(`\n ${BUNDLE}`)).toBe(`\n ${BUNDLE}`);
  });
});
