// What a look at a published set says, whoever looked; and who is looked at.
import { describe, expect, it } from 'vitest';
import {
  isWatched,
  fewAtOnce,
  judgeSets,
  tried,
  unlooked,
  watchedTenants,
} from '../../../../main/acts/publishing/judge-sets.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { toRemoteKeys } from '../../../../shared/domain/published-set/published-key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, aPublication, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const desk = deskForEach();
const NOW = after(0);
const current = (part: Partial<SigningKey> = {}): SigningKey => aKey({ state: 'current', currentAt: NOW, ...part });
const setOf = (...keys: SigningKey[]) => toRemoteKeys(keys.map(({ jwk }) => ({ ...jwk })));

function seen(kids: string[], anywhere = kids) {
  return { kids, anywhere, keys: [], exposedBeside: [], cacheControl: null, jwksSha256: '' };
}

describe('a look', () => {
  const judge = (sets: Partial<Parameters<typeof judgeSets>[2]>, tenant = aTenant) =>
    judgeSets(desk.ports.registry, tenant, { remote: null, seen: null, ...sets });

  it('finds nothing in a set that is as it was sent', () => {
    const key = current({ announcedAt: NOW });
    const last = aPublication([key]);
    putOnRecord(desk, { keys: [key], publications: [last] });
    expect(judge({ remote: setOf(key), seen: seen([key.kid]) })).toEqual({ last, findings: [], keptForeign: [] });
  });

  it('answers with what was decided about keys of others', () => {
    putOnRecord(desk);
    desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) =>
      writer.keepForeign('tenant', { name: 'theirs', material: 'm', reason: 'of the portal', at: NOW }),
    );
    expect(judge({})).toMatchObject({ last: null, findings: [], keptForeign: [{ name: 'theirs' }] });
  });

  it.each<[string, string[], string[], object[]]>([
    ['listed everywhere', ['a'], ['a'], []],
    ['listed in some places only', [], ['a'], [{ kind: 'not-public', kid: 'a' }]],
    ['listed nowhere', [], [], [{ kind: 'not-public', kid: 'a' }]],
  ])('tells of a key that is %s', (_, kids, anywhere, findings) => {
    const key = aKey({ kid: 'a', announcedAt: NOW });
    putOnRecord(desk, { keys: [key], publications: [aPublication([key])] });
    expect(judge({ remote: setOf(key), seen: seen(kids, anywhere) }).findings).toEqual(findings);
  });

  it('sees a private key that the public set shows', () => {
    const key = aKey({ kid: 'a', announcedAt: NOW });
    putOnRecord(desk, { keys: [key], publications: [aPublication([key])] });
    const shown = { ...seen(['a']), keys: toRemoteKeys([{ ...key.jwk, d: 'AQAB' }]) };
    expect(judge({ seen: shown }).findings).toEqual([{ kind: 'private-ours', kid: 'a', members: ['d'] }]);
  });

  it.each<[Tenant['endpoint'], number]>([
    ['jwks', 1],
    ['sandbox', 0],
  ])('takes what it does not know for a stranger where the set is the only one: %s', (endpoint, strangers) => {
    const tenant = { ...aTenant, endpoint, jwksUrl: 'https://id.acme.example/jwks' };
    const key = aKey({ announcedAt: NOW });
    putOnRecord(desk, { tenant, keys: [key], publications: [aPublication([key])] });
    const { findings } = judge({ remote: setOf(key), seen: seen([key.kid, 'stranger']) }, tenant);
    expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: strangers }, () => 'foreign'));
  });

  it.each<[string, SigningKey[], string[]]>([
    ['a current key that was announced', [current({ kid: 'a', announcedAt: NOW })], ['a']],
    ['a current key that signed', [current({ kid: 'a', uses: 1 })], ['a']],
    ['a current key that nobody heard of', [current({ kid: 'a' })], []],
    [
      'a current key beside one that was announced',
      [current({ kid: 'a' }), aKey({ kid: 'b', announcedAt: NOW })],
      ['a'],
    ],
    [
      'a current key beside one of another ring that was announced',
      [current({ kid: 'a' }), aKey({ kid: 'b', ringId: 'other', announcedAt: NOW })],
      [],
    ],
    ['a next key', [aKey({ kid: 'a', announcedAt: NOW })], []],
  ])('misses only what verifiers need: %s', (_, keys, missing) => {
    putOnRecord(desk, { rings: [aRing, { ...aRing, id: 'other', name: 'other' }], keys });
    expect(judge({ remote: [] }).findings).toEqual(missing.map((kid) => ({ kind: 'current-missing', kid })));
  });
});

describe('who is looked at', () => {
  const watched = (id = 'tenant') => desk.ports.registry.read((reader) => isWatched(reader, { ...aTenant, id }));

  it.each<[string, Parameters<typeof putOnRecord>[1], boolean]>([
    ['who never published, and of whom nobody heard', { keys: [aKey()] }, false],
    ['who published', { publications: [aPublication([])] }, true],
    ['of whose keys one was announced', { keys: [aKey({ announcedAt: NOW }), current()] }, true],
  ])('%s', (_, records, answer) => {
    putOnRecord(desk, records);
    expect(watched()).toBe(answer);
  });

  it('are those of whom something is known outside, not put aside, in the order of their names', () => {
    const one = (name: string, part: Partial<Tenant> = {}, published = true) => {
      const id = `id of ${name}`;
      const tenant = { ...aTenant, id, name, domain: `${name}.example`, customDomain: null, ...part };
      const ring = { ...aRing, id: `ring of ${name}`, tenantId: id };
      putOnRecord(desk, {
        tenant,
        rings: [ring],
        publications: published ? [aPublication([], { tenantId: id })] : [],
      });
    };
    one('zeta');
    one('alpha', { environment: 'production' });
    one('aside', { archive: { at: NOW, reason: 'gone' } });
    one('unheard', {}, false);
    const names = (environment?: Tenant['environment']) =>
      desk.ports.registry
        .read((reader) => watchedTenants(reader, { ...(environment !== undefined && { environment }) }))
        .map(({ name }) => name);
    expect([names(), names('production'), names('staging')]).toEqual([['alpha', 'zeta'], ['alpha'], []]);
  });
});

it('nothing is known before anybody looked', () => {
  expect(unlooked(aTenant, NOW)).toEqual({
    tenant: 'Acme',
    at: NOW,
    state: 'never-published',
    findings: [],
    keptForeign: [],
    unreadable: null,
    unseen: null,
    jwksUrl: null,
  });
});

describe('a few at once', () => {
  const report = unlooked(aTenant, NOW);
  const tenants = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name }));

  it('each is told before it is looked at, and they are answered for in their order', async () => {
    const told: string[] = [];
    const reports = await fewAtOnce(
      tenants.slice(0, 2),
      async ({ name }) => {
        told.push(`look at ${name}`);
        return { ...report, tenant: name };
      },
      { progress: (step, of, label) => told.push(`${step}/${of} ${label}`) },
    );
    expect(reports.map(({ tenant }) => tenant)).toEqual(['a', 'b']);
    expect(told).toEqual(['1/2 a', 'look at a', '2/2 b', 'look at b']);
  });

  it('four, so that three that do not answer hold up none of the others', async () => {
    const held: (() => void)[] = [];
    const looked: string[] = [];
    let under = 0;
    let most = 0;
    const looks = fewAtOnce(
      tenants,
      async ({ name }) => {
        most = Math.max(most, (under += 1));
        if ('abc'.includes(name)) {
          await new Promise<void>((resolve) => held.push(resolve));
        }
        looked.push(name);
        under -= 1;
        return { ...report, tenant: name };
      },
      {},
    );
    await expect.poll(() => looked).toEqual(['d', 'e', 'f']);
    held.forEach((answer) => answer());
    expect((await looks).map(({ tenant }) => tenant)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(most).toBe(4);
  });

  it('without anybody who is told', async () => {
    expect(await fewAtOnce(tenants.slice(0, 2), async () => report, {})).toEqual([report, report]);
  });

  it('until it is stopped', async () => {
    const stop = new AbortController();
    const looked: string[] = [];
    const looks = fewAtOnce(
      tenants,
      async ({ name }) => {
        looked.push(name);
        stop.abort();
        return report;
      },
      { signal: stop.signal },
    );
    expect(await failureOf(looks)).toMatchObject({
      code: 'CANCELLED',
      facts: { action: { code: 'looking-for-drift' } },
    });
    expect(looked).toEqual(['a']);
  });

  it('and one that fails is told when none is under way any more, and none is begun after it', async () => {
    const through: string[] = [];
    const looks = fewAtOnce(
      tenants,
      async ({ name }) => {
        if (name === 'a') {
          throw new Error('a');
        }
        await new Promise((resolve) => setImmediate(resolve));
        through.push(name);
        return report;
      },
      {},
    );
    await expect(looks).rejects.toThrow('a');
    expect(through).toEqual(['b', 'c', 'd']);
  });
});

it('what was tried has a value or an error', async () => {
  expect(await tried(async () => 'found')).toEqual({ value: 'found', error: null });
  const error = new CustodianError('REMOTE_TIMEOUT', { host: 'id.acme.example', seconds: 4 });
  expect(await tried(() => Promise.reject(error))).toEqual({
    value: null,
    error: { code: 'REMOTE_TIMEOUT', facts: { host: 'id.acme.example', seconds: 4 } },
  });
});
