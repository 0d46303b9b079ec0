// What a look from outside teaches about keys and caches, and what it does not.
import { expect, it } from 'vitest';
import { observe, recordSeen } from '../../../../main/acts/publishing/observe.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const desk = deskForEach();
const NOW = after(0);
const THEN = after(-3600);
const URL = 'https://id.acme.example/jwks';

const keyNow = (): SigningKey | undefined => desk.ports.registry.read((reader) => reader.keys('tenant')[0]);
const cacheNow = () => desk.ports.registry.read((reader) => reader.tenantByName('Acme')?.cacheSeen);
const see = (kids: string[], anywhere?: string[], cacheControl: string | null = null) =>
  recordSeen(desk.ports, aTenant, { kids, ...(anywhere !== undefined && { anywhere }), cacheControl }, URL);

const revocation = { reason: 'old', compromised: false, compromisedSince: null };
const revoked = { state: 'revoked', revokedAt: THEN, revocation } as const;

it.each<[string, Partial<SigningKey>, { kids: string[]; anywhere?: string[] }, Partial<SigningKey>]>([
  ['a key that is listed was seen now', {}, { kids: ['a'] }, { publishedAt: NOW }],
  ['a key that was seen before was seen then', { publishedAt: THEN }, { kids: ['a'] }, { publishedAt: THEN }],
  ['a key that vanished is not public', { publishedAt: THEN }, { kids: ['b'] }, { publishedAt: null }],
  [
    'a key that some places do not list is not public',
    { publishedAt: THEN },
    { kids: [], anywhere: ['a'] },
    { publishedAt: null },
  ],
  [
    'a revoked key that was announced and is not listed is down now',
    { ...revoked, announcedAt: THEN },
    { kids: [] },
    { takenDownAt: NOW },
  ],
  [
    'a revoked key that was seen and is not listed is down now',
    { ...revoked, publishedAt: THEN },
    { kids: [] },
    { takenDownAt: NOW, publishedAt: THEN },
  ],
  [
    'a revoked key that was down before went down then',
    { ...revoked, announcedAt: THEN, takenDownAt: THEN },
    { kids: [] },
    { takenDownAt: THEN },
  ],
  [
    'a revoked key that is listed again was not taken down after all',
    { ...revoked, announcedAt: THEN, takenDownAt: THEN },
    { kids: ['a'] },
    { takenDownAt: null },
  ],
  [
    'nor was one that any place lists',
    { ...revoked, announcedAt: THEN, takenDownAt: THEN },
    { kids: [], anywhere: ['a'] },
    { takenDownAt: null },
  ],
  ['a revoked key that nobody knew was never up', revoked, { kids: [] }, { takenDownAt: null }],
])('%s', (_, part, { kids, anywhere }, becomes) => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a', ...part })] });
  see(kids, anywhere);
  expect(keyNow()).toMatchObject(becomes);
});

it('what is new is recorded once, with the place and its header', () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a' })] });
  see(['a'], undefined, 'max-age=60');
  expect(newestEntries(desk, 1)).toEqual([
    ['publish.seen', 'Acme', { kids: ['a'], cacheControl: 'max-age=60', jwksUrl: URL }],
  ]);
  expect(cacheNow()).toEqual({ seconds: 60, onErrorSeconds: 60, header: 'max-age=60' });
  see(['a'], undefined, 'max-age=60');
  see(['a', 'theirs'], undefined, 'max-age=10');
  expect(newestEntries(desk, 2).map(([action]) => action)).toEqual(['test.filled', 'publish.seen']);
});

it('a header alone is news', () => {
  putOnRecord(desk);
  see([], undefined, 'max-age=60');
  expect(cacheNow()?.seconds).toBe(60);
});

it('what only some places list is named besides', () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a' })] });
  see(['a'], ['a', 'b']);
  expect(newestEntries(desk, 1)).toEqual([
    ['publish.seen', 'Acme', { kids: ['a'], cacheControl: null, elsewhere: ['b'], jwksUrl: URL }],
  ]);
});

const places = { jwksUrl: URL, further: [] };
const set = { kids: ['a'], keys: [], exposedBeside: [], cacheControl: null, jwksSha256: '' };
const seenBy = (listed: () => Promise<typeof set>) => ({
  ...desk.ports,
  verifier: { ...desk.ports.verifier, listed },
});

it('a look is recorded and answers with what was seen', async () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a' })] });
  const seen = await observe(
    seenBy(async () => set),
    aTenant,
    places,
  );
  expect(seen).toMatchObject({ kids: ['a'], anywhere: ['a'] });
  expect(keyNow()?.publishedAt).toBe(NOW);
});

it('a set that cannot be reached teaches nothing and is no failure', async () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a', publishedAt: THEN })] });
  const nobody = seenBy(() => Promise.reject(new Error('unreachable')));
  expect(await observe(nobody, aTenant, places)).toBeNull();
  expect(keyNow()?.publishedAt).toBe(THEN);
});

it('a look that was stopped is no look that found nothing', async () => {
  putOnRecord(desk);
  const nobody = seenBy(() => Promise.reject(new Error('unreachable')));
  expect(await failureOf(observe(nobody, aTenant, places, AbortSignal.abort()))).toMatchObject({ code: 'CANCELLED' });
});

it('under a clock that is behind what is on record nothing of a look is recorded', async () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a' })] });
  desk.advance(-2 * 86_400_000);
  const look = observe(
    seenBy(async () => set),
    aTenant,
    places,
  );
  expect(await failureOf(look)).toMatchObject({ code: 'CLOCK_SET_BACK' });
  expect(keyNow()?.publishedAt).toBeNull();
});

it('under a clock that disagrees nothing of a look is recorded', async () => {
  putOnRecord(desk, { keys: [aKey({ kid: 'a' })] });
  const served = { last: () => ({ host: 'id.acme.example', served: after(3600), machine: NOW }) };
  const disagreeing = { ...seenBy(async () => set), served };
  expect(await failureOf(observe(disagreeing, aTenant, places))).toMatchObject({ code: 'CLOCK_DISAGREES' });
  expect(keyNow()?.publishedAt).toBeNull();
});
