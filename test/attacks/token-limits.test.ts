// What a token may say, and how deep JSON from outside may go: refused in words, and before a key is used. On the way of the
// window (the router, as a page that was taken over calls it) and of the command line.
import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createHandlers } from '../../main/ipc/handlers.ts';
import { answer } from '../../main/ipc/router.ts';
import { readJsonObject } from '../../main/cli/standard-input.ts';
import { MAX_JSON_DEPTH, parseJson } from '../../shared/encoding/bounded-json.ts';
import { ACTS } from '../../shared/acts/acts.ts';
import { ACME, START } from '../support/desk.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import { deskForEach } from '../support/desk-for-each.ts';

const tenant = 'Acme';
const NOW = START / 1000;
const DAY = 86_400;

const desk = deskForEach({ generate: pooledKeys() });
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  await desk.custodian.rotateRing({ tenant });
});

const uses = (): number =>
  desk.custodian
    .showTenant({ tenant })
    .rings.flatMap(({ keys }) => keys)
    .reduce((sum, key) => sum + key.uses, 0);

const signings = () =>
  desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).filter(({ action }) => action === 'key.signed');

function call(channel: 'token.sign' | 'token.read', args: unknown) {
  const nothing = {};
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the calls of tokens reach none of these
  const handlers = createHandlers(
    desk.custodian,
    nothing as never,
    nothing as never,
    nothing as never,
    nothing as never,
    nothing as never,
  );
  return answer(handlers, channel, args, {
    progress: () => undefined,
    sending: () => undefined,
    cancel: () => undefined,
    signal: new AbortController().signal,
  });
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) {
    value = level % 2 === 0 ? [value] : { a: value };
  }
  return value;
}

const HOSTILE: Readonly<Record<string, unknown>> = {
  'an end in 2100': { exp: 4_102_444_800 },
  'an end one second too far': { exp: NOW + DAY + 1 },
  'an end beyond all dates': { exp: 1e20 },
  'no end at all': { exp: null },
  'an end as text': { exp: '1' },
  'an end that is a fraction': { exp: NOW + 1.5 },
  'an endless end': { exp: Infinity },
  'a beginning that is no number': { nbf: NaN },
  'a beginning before 1970': { iat: -1 },
  'a number that is rounded': { sub: 2 ** 53 },
  'sixty megabytes': { data: 'x'.repeat(60_000_000) },
  'a million members': Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`m${at}`, 1])),
  'a little too much': { data: 'x'.repeat(16 * 1024) },
  'two hundred thousand levels': { data: nested(200_000) },
  'seventeen levels': { data: nested(17) },
  'a list': [1],
  bytes: { data: new Uint8Array(10) },
  'a map': { data: new Map([['a', 1]]) },
  nothing: null,
};

it.each(Object.keys(HOSTILE))('signs nothing with %s, and uses no key', async (told) => {
  const result = await call('token.sign', { tenant, claims: HOSTILE[told] });
  expect(result).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect([uses(), signings().length]).toEqual([0, 0]);
});

it('signs what is within the limits, and records the hash of exactly what was signed', async () => {
  const claims = { exp: NOW + DAY, nbf: NOW, list: nested(14), data: 'é'.repeat(10_000) };
  const result = await call('token.sign', { tenant, claims });
  expect(result).toMatchObject({ ok: true });
  const { jws } = await desk.custodian.signToken({ tenant, claims: { sub: 'device' }, ttl: DAY });
  const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url');
  const payloadSha256 = createHash('sha256').update(payload).digest('hex');
  expect(signings().map(({ details }) => details['payloadSha256'])).toContain(payloadSha256);
  expect(uses()).toBe(2);
});

it('reads no token that is nested too deep', async () => {
  const deep = Buffer.from(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`).toString('base64url');
  for (const jws of [`${deep}.e30.x`, `e30.${deep}.x`]) {
    expect(await call('token.read', { tenant, jws })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
  }
});

it('holds the command line to the same', async () => {
  async function* stdin(text: string) {
    yield text;
  }
  const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  await expect(readJsonObject(stdin(deep), 'claims')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const claims = await readJsonObject(stdin('{"exp":1e20}'), 'claims');
  expect(ACTS['token.sign'].args.safeParse({ tenant, claims }).error?.issues[0]?.path).toEqual(['claims', 'exp']);
});

it('counts levels where they are, not brackets in texts', () => {
  const text = JSON.stringify({ text: '[{'.repeat(500), quoted: '"\\[[[' });
  expect(parseJson(text)).toEqual(JSON.parse(text));
  const levels = (count: number): string => '['.repeat(count) + ']'.repeat(count);
  expect(() => parseJson(levels(MAX_JSON_DEPTH))).not.toThrow();
  expect(() => parseJson(levels(MAX_JSON_DEPTH + 1))).toThrow(SyntaxError);
  expect(() => parseJson('['.repeat(200_000))).toThrow(SyntaxError);
});
