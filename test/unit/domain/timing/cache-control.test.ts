import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheControlSeconds, MAX_CACHE_SECONDS, widerCache } from '../../../../shared/domain/timing/cache-control.ts';
import { effortOf } from '../../../support/effort.ts';

const directive = fc.constantFrom('max-age', 's-maxage', 'stale-while-revalidate', 'stale-if-error');
const seconds = fc.nat(10_000_000);

/** The same directive in the many ways in which servers write it. */
const written = (name: string, value: number) =>
  fc.constantFrom(
    `${name}=${value}`,
    `${name.toUpperCase()}=${value}`,
    `${name}="${value}"`,
    ` ${name} = ${value} `,
    `\t${name}=00${value}`,
  );

const noise = fc.constantFrom(
  'public',
  'no-cache',
  'private="set-cookie, max-age=999999999"',
  'ext=abc',
  '',
  'max-age=-1',
);

describe('the Cache-Control header', () => {
  it('reads what a tenant sends: half a minute, but a day while the endpoint fails', () => {
    const header = 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400';
    expect(cacheControlSeconds(header)).toEqual({ normal: 30, onError: 86_415 });
  });

  it.each([
    [null, 0],
    ['', 0],
    ['no-store', 0],
    ['max-age', 0],
    ['max-age=', 0],
    ['max-age=1.5', 0],
    ['max-age=-5', 0],
    ['max-age=1e9', 0],
    ['x-max-age=5', 0],
    ['max-age=5;s-maxage=9', 0],
    ['max-age=60, s-maxage=600', 600],
    ['max-age=60, max-age=600, max-age=6', 600],
    ['no-store, max-age=60', 60],
    ['foo="a, max-age=60"', 0],
    // No wait of 68 years follows from a header: 30 days are the most that is reckoned with.
    ['max-age=99999999999999999999999', MAX_CACHE_SECONDS],
    ['max-age=2592001', MAX_CACHE_SECONDS],
    ['max-age=2000000, stale-while-revalidate=2000000', MAX_CACHE_SECONDS],
  ])('reads %j as %d seconds', (header, expected) => {
    expect(cacheControlSeconds(header)).toEqual({ normal: expected, onError: expected });
  });

  it('finds each directive however it is written, and whatever stands beside it', () => {
    const parts = fc.uniqueArray(fc.tuple(directive, seconds), { selector: ([name]) => name });
    fc.assert(
      fc.property(
        parts.chain((chosen) =>
          fc.tuple(
            fc.constant(chosen),
            fc.tuple(...chosen.map(([name, value]) => written(name, value))),
            fc.array(noise, { maxLength: 4 }),
          ),
        ),
        ([chosen, texts, others]) => {
          const of = (name: string) => chosen.find(([found]) => found === name)?.[1] ?? 0;
          const fresh = Math.max(of('max-age'), of('s-maxage'));
          const normal = Math.min(fresh + of('stale-while-revalidate'), MAX_CACHE_SECONDS);
          expect(cacheControlSeconds([...texts, ...others].join(','))).toEqual({
            normal,
            onError: Math.min(Math.max(normal, fresh + of('stale-if-error')), MAX_CACHE_SECONDS),
          });
        },
      ),
    );
  });

  it('makes a finite wait of any text, and quickly', async () => {
    const pieces = fc.array(fc.oneof(fc.string(), directive, fc.constantFrom('=', '"', ',', '\\', ' ', '9')), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(pieces, (texts) => {
        const { normal, onError } = cacheControlSeconds(texts.join(''));
        expect(normal).toBeGreaterThanOrEqual(0);
        expect(onError).toBeGreaterThanOrEqual(normal);
        expect(onError).toBeLessThanOrEqual(MAX_CACHE_SECONDS);
      }),
    );
    const { rounds } = await effortOf(() => {
      for (const unit of ['a="', '\\"', 'a = ', '" ', ',', '=', 'max-age="9']) {
        cacheControlSeconds(unit.repeat(16_384 / unit.length));
      }
    });
    expect(rounds).toBeLessThan(10_000_000);
  });
});

describe('the widest cache ever seen', () => {
  it('only grows, and remembers where the longest life was seen', () => {
    const first = widerCache(null, 'max-age=15');
    expect(first).toEqual({ seconds: 15, onErrorSeconds: 15, header: 'max-age=15' });
    const wider = widerCache(first, 'max-age=60');
    expect(wider?.header).toBe('max-age=60');
    expect(widerCache(wider, 'max-age=5')).toBe(wider);
    expect(widerCache(wider, null)).toBe(wider);
    expect(widerCache(wider, 'max-age=1, stale-if-error=900')).toEqual({
      seconds: 60,
      onErrorSeconds: 901,
      header: 'max-age=60',
    });
  });

  it('is none where no header was seen, and keeps the header of the first of two that ask for as long', () => {
    expect(widerCache(null, null)).toBe(null);
    const first = widerCache(null, 'max-age=30');
    expect([widerCache(first, null), widerCache(first, 's-maxage=30')].every((seen) => seen === first)).toBe(true);
    expect(widerCache(first, 'max-age=30, stale-if-error=60')).toEqual({
      seconds: 30,
      onErrorSeconds: 90,
      header: 'max-age=30',
    });
  });

  it('does not depend on the order in which headers were seen', () => {
    const header = fc.tuple(seconds, seconds).map(([age, error]) => `max-age=${age}, stale-if-error=${error}`);
    fc.assert(
      fc.property(fc.array(header, { minLength: 1, maxLength: 6 }), (headers) => {
        const lives = headers.map(cacheControlSeconds);
        const seen = headers.reduce(widerCache, null);
        expect(seen?.seconds).toBe(Math.max(...lives.map(({ normal }) => normal)));
        expect(seen?.onErrorSeconds).toBe(Math.max(...lives.map(({ onError }) => onError)));
      }),
    );
  });
});
