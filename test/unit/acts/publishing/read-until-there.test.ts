// Reading back with patience: how long, how often, and when it ends at once.
import { expect, it } from 'vitest';
import { foundText, readUntilThere, type Sent } from '../../../../main/acts/publishing/read-until-there.ts';
import { toRemoteKeys } from '../../../../shared/domain/published-set/published-key.ts';

type Jwk = Record<string, unknown>;

const key = (kid: string, part: Jwk = {}): Jwk => ({ kid, kty: 'EC', crv: 'P-256', x: kid, y: kid, ...part });
const setOf = (...keys: Jwk[]): string => JSON.stringify({ keys });

/** What each look finds, the last one for ever; and what was waited for. */
async function read(looks: Jwk[][], sent: Pick<Sent, 'body'> & Partial<Sent>, signal?: AbortSignal) {
  const pauses: number[] = [];
  let count = 0;
  let told = 0;
  const endpoint = {
    beside: () => ({ members: {}, inexact: [] }),
    replace: async () => undefined,
    read: async () => {
      count += 1;
      return toRemoteKeys(looks[Math.min(count, looks.length) - 1] ?? []);
    },
  };
  const found = await readUntilThere(
    { pause: async (milliseconds) => void pauses.push(milliseconds / 1000) },
    { tenant: { name: 'Acme' }, endpoint, before: [], last: null, ...sent },
    () => (told += 1),
    signal,
  );
  expect(told).toBe(pauses.length);
  return { ...found, after: found.after.map(({ kid }) => kid), count, pauses };
}

const [old, fresh] = [key('old'), key('fresh')];
const before = toRemoteKeys([old]);

it('a set that is there at once is read once', async () => {
  expect(await read([[fresh]], { body: setOf(fresh), before })).toEqual({
    after: ['fresh'],
    variations: [],
    isFormer: false,
    count: 1,
    pauses: [],
  });
});

it('a set that was there before, exactly as it was sent now, is there', async () => {
  expect(await read([[old]], { body: setOf(old), before })).toMatchObject({ variations: [], isFormer: true, count: 1 });
});

it('the former set is waited for a minute, ever more rarely', async () => {
  const { pauses, ...found } = await read([[old]], { body: setOf(fresh), before });
  expect(found).toEqual({ after: ['old'], variations: null, isFormer: true, count: 11 });
  expect(pauses).toEqual([1, 2, 4, 8, 8, 8, 8, 8, 8, 5]);
});

it('other keys are waited for ten seconds', async () => {
  const { pauses, ...found } = await read([[key('other')]], { body: setOf(fresh), before });
  expect(found).toMatchObject({ after: ['other'], variations: null, isFormer: false });
  expect(pauses).toEqual([1, 2, 4, 3]);
});

it('a set that comes while it is waited for ends the wait', async () => {
  expect(await read([[old], [old], [fresh]], { body: setOf(fresh), before })).toMatchObject({
    after: ['fresh'],
    variations: [],
    isFormer: false,
    pauses: [1, 2],
  });
});

it('the same keys in another dress as before may still be on their way, for ten seconds', async () => {
  const dressed = { ...old, use: 'sig' };
  const { pauses, variations } = await read([[old]], { body: setOf(dressed), before });
  expect(variations).toEqual([{ kid: 'old', kind: 'member-dropped' }]);
  expect(pauses).toEqual([1, 2, 4, 3]);
});

it('unless the tenant showed these bytes in that dress before', async () => {
  const dressed = { ...old, use: 'sig' };
  const last = { sent: setOf(dressed), variations: [{ kid: 'old', kind: 'member-dropped' }] as const };
  expect((await read([[old]], { body: setOf(dressed), before, last })).pauses).toEqual([]);
});

it('whoever waits may stop waiting', async () => {
  expect(await read([[old]], { body: setOf(fresh), before }, AbortSignal.abort())).toMatchObject({
    isFormer: true,
    count: 1,
    pauses: [],
  });
});

it('an empty set is there when nothing is', async () => {
  expect(await read([[old], []], { body: null, before })).toMatchObject({ after: [], variations: [], pauses: [1] });
});

it('two findings are the same whatever the order of their members', () => {
  const [one, other] = [
    { kty: 'EC', kid: 'a' },
    { kid: 'a', kty: 'EC' },
  ].map((raw) => foundText(toRemoteKeys([raw])));
  expect(one).toBe(other);
  expect(foundText(toRemoteKeys([{ kid: 'b', kty: 'EC' }]))).not.toBe(one);
});
