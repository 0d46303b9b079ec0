// A bundle on paper and back: drawn as QR codes, read from the drawing by another library than the one that drew them,
// put together again, and still signed. And every way in which a reading can go wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle } from '../../../main/acts/offline/courier-files.ts';
import { fromFile, toParts } from '../../../main/acts/offline/courier-parts.ts';
import { qrSheet } from '../../../main/formats/qr-sheet.ts';
import { type AirGap, openAirGap, TENANT } from '../../support/air-gap.ts';
import { readCodes } from '../../support/read-codes.ts';

let gap: AirGap;
let bundle = '';
let parts: string[] = [];
beforeAll(async () => {
  gap = await openAirGap();
  bundle = (await gap.bundle()).text.trim();
  parts = toParts(bundle);
});
afterAll(() => gap.close());

const sheet = (title: string, texts: readonly string[]): string => Buffer.from(qrSheet(title, texts)).toString('utf8');

it('survives drawing and reading, in any order, and is still signed', async () => {
  const svg = sheet('A title with <marks> & "quotes"', parts);
  expect(svg).toContain('A title with &lt;marks&gt; &amp; &quot;quotes&quot;');
  expect(svg).toContain(`>${parts.length} of ${parts.length}</text>`);
  const read = readCodes(svg);
  expect(read).toEqual(parts);
  const back = fromFile(`${read.toReversed().join('\r\n')}\n${read[0]}\n`);
  expect(back).toBe(bundle);
  const { bundle: opened } = await openBundle(gap.courier.ports, back);
  expect(opened.tenant.name).toBe(TENANT);
});

it('takes few codes for a small set, each one that a phone reads', () => {
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.length).toBeLessThanOrEqual(6);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(1134);
});

it('stores a certificate that is in both sets once', async () => {
  const { carried, receipt } = await gap.carry({ ...(await gap.bundle()) });
  await gap.accept(receipt, carried.courier);
  gap.advance(1000);
  const next = toParts((await gap.bundle()).text);
  expect(next.length).toBeLessThanOrEqual(parts.length + 1);
});

describe('what was not read exactly is refused', () => {
  const refused = (text: string): string => {
    try {
      fromFile(text);
      return 'taken';
    } catch (error) {
      return (error as { facts: { problem: string } }).facts.problem;
    }
  };
  it('says which codes are missing', () => {
    expect(refused(parts.slice(1).join('\n'))).toBe(`of its ${parts.length} QR codes these are missing: 1`);
  });
  it('takes no codes of two bundles', () => {
    const [first = '', ...rest] = parts;
    expect(refused([first.replace(/:[0-9A-F]{8}:/, ':00000000:'), ...rest].join('\n'))).toMatch(/more than one bundle/);
  });
  it('finds a wrong character', () => {
    const [first = '', ...rest] = parts;
    const wrong = `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`;
    expect(refused([wrong, ...rest].join('\n'))).toMatch(/not read exactly/);
  });
  it.each(['', 'hello', 'KC1:0/0:00000000:AA', 'KC1:2/1:00000000:AA'])('takes no other text: %j', (text) => {
    expect(refused(text)).not.toBe('taken');
  });
});
