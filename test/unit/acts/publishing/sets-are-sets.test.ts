// A set is a set of keys: what a real server does to order, dress and time of a document is no other set, and what an
// intruder does to its keys is. Over loopback HTTP.
import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../support/desk.ts';
import { createGate } from '../../../support/gate.ts';
import { type JwksServer, startJwksServer } from '../../../support/jwks-server.ts';
import { foreignKey } from '../../../support/remote-set.ts';
import { outcomeOf } from '../../../support/outcome.ts';
import { addJwksTenant, TOKEN } from '../../../support/jwks-tenant.ts';

type Jwk = Record<string, unknown>;
type Options = NonNullable<Parameters<typeof startJwksServer>[0]>;

const tenant = 'Acme';

let server: JwksServer;
let desk: Desk;

async function open(options: Options = {}): Promise<void> {
  server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, ...options });
  desk = openDesk();
  await addJwksTenant(desk, server);
}

afterEach(async () => {
  await Promise.all([server.close(), desk.close()]);
});

const keysOf = (document: string | null): Jwk[] => (JSON.parse(document ?? '{"keys":[]}') as { keys: Jwk[] }).keys;
const eachKey = (edit: (key: Jwk, others: Jwk[]) => Jwk) => (text: string) => {
  const keys = keysOf(text);
  return JSON.stringify({
    keys: keys.map((key) =>
      edit(
        key,
        keys.filter((one) => one !== key),
      ),
    ),
  });
};
const preview = () => desk.custodian.previewPublication({ tenant });
const push = async (progress?: (step: number, of: number, label: string) => void) => {
  const { hash } = await preview();
  return desk.custodian.pushPublication({ tenant, hash }, { progress });
};
const drift = async () => (await desk.custodian.lookForDrift({ tenant })).findings;
const history = () => desk.custodian.publicationHistory({ tenant });

const padded = (text: unknown): string => `${String(text)}=`;

describe('a server that keeps a set in its own way', () => {
  it.each<[string, (text: string) => string, string]>([
    ['in another order', (text) => JSON.stringify({ keys: keysOf(text).toReversed() }), 'moved'],
    [
      'without certificates',
      eachKey(({ x5c: _x5c, x5t: _x5t, 'x5t#S256': _print, ...key }) => key),
      'certificate-dropped',
    ],
    [
      'with a padded x5t#S256',
      eachKey((key) => ({ ...key, 'x5t#S256': padded(key['x5t#S256']) })),
      'written-otherwise',
    ],
    ['with a padded modulus', eachKey((key) => ({ ...key, n: `${String(key['n'])}==` })), 'written-otherwise'],
    ['without use', eachKey(({ use: _use, ...key }) => key), 'member-dropped'],
  ])('%s: it counts as published, and what it did is told once', async (_, keeps, kind) => {
    await open({ keeps });
    const { publication, confirmed } = await push();
    expect(confirmed).toBe(true);
    expect(new Set(publication.variations.map((one) => one.kind))).toEqual(new Set([kind]));
    expect(history()).toHaveLength(1);
    expect(await drift()).toEqual([]);
    expect(await preview()).toMatchObject({ upToDate: true, sinceLastPush: [] });
  });

  it('of which somebody else takes the certificates later: that is drift, and no alarm', async () => {
    await open();
    await push();
    const [first] = keysOf(server.document());
    server.put(eachKey(({ x5c: _x5c, ...key }) => key)(server.document() ?? ''));
    expect(await drift()).toContainEqual({ kind: 'rewritten', kid: first?.['kid'] });
    expect(await preview()).toMatchObject({ upToDate: false });
  });

  it.each<[string, (key: Jwk, others: Jwk[]) => Jwk]>([
    ['another modulus', (key) => ({ ...key, n: `A${String(key['n']).slice(1)}` })],
    ['another exponent', (key) => ({ ...key, e: 'Aw' })],
    ['another algorithm', (key) => ({ ...key, alg: 'RS512' })],
    ['another use', (key) => ({ ...key, use: 'enc' })],
    ['another kid', (key) => ({ ...key, kid: `${String(key['kid'])}x` })],
    ['a certificate of another key', (key, [other]) => ({ ...key, x5c: other?.['x5c'] })],
    ['nothing but a name', ({ n: _n, ...key }) => key],
  ])('which gives a key %s holds other keys', async (_, edit) => {
    let bend = false;
    await open({ keeps: (text) => (bend ? eachKey(edit)(text) : text) });
    bend = true;
    const error = await outcomeOf(push());
    expect(error).toBe('PUBLISH_NOT_CONFIRMED');
    expect(history()).toEqual([]);
  });

  it('which adds a key holds other keys', async () => {
    await open({ keeps: (text) => JSON.stringify({ keys: [...keysOf(text), foreignKey('theirs')] }) });
    expect(await outcomeOf(push())).toBe('PUBLISH_NOT_CONFIRMED');
  });
});

describe('a server that shows a change later', () => {
  it('is read until it does, and says so meanwhile', async () => {
    let stale = 0;
    await open({ staleReadings: () => stale });
    stale = 5;
    const told: string[] = [];
    const { confirmed } = await push((_, __, label) => told.push(label));
    expect(confirmed).toBe(true);
    expect(told).toContain('not visible yet');
    expect(history()).toMatchObject([{ confirmedAt: expect.any(String) as string }]);
  });

  it('for longer than anybody waits: accepted, on record, no alarm, and confirmed by a later look', async () => {
    let stale = 0;
    await open({ staleReadings: () => stale });
    await push();
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    stale = 1000;
    const { confirmed, publication } = await push();
    expect(confirmed).toBe(false);
    expect(history()[0]).toMatchObject({ id: publication.id, confirmedAt: null });
    const seen = await drift();
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['not-visible-yet']));
    expect((await preview()).sinceLastPush).toEqual([]);
    // From here the new document is shown.
    stale = 0;
    server.put(server.document() ?? '');
    expect(await drift()).toEqual([]);
    expect(history()[0]).toMatchObject({ id: publication.id, confirmedAt: expect.any(String) as string });
  });

  it('tells how far it is', async () => {
    await open({});
    const told: string[] = [];
    await push((step, of, label) => void told.push(`${step}/${of} ${label}`));
    expect(told).toEqual(['1/4 reading', '2/4 sending', '3/4 reading back', '4/4 looking from outside']);
  });

  it('lets the officer end the waiting, though not the change', async () => {
    let stale = 0;
    await open({ staleReadings: () => stale });
    stale = 1000;
    const stop = new AbortController();
    const { hash } = await preview();
    let answered = false;
    const outcome = await desk.custodian.pushPublication(
      { tenant, hash },
      {
        progress: (_, __, label) => label === 'not visible yet' && stop.abort(),
        signal: stop.signal,
        answered: () => (answered = true),
      },
    );
    expect(answered).toBe(true);
    expect(outcome.confirmed).toBe(false);
    expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('does not hold up a plan', async () => {
    let stale = 0;
    await open({ staleReadings: () => stale });
    await push();
    desk.advance(400 * 86_400_000);
    await desk.custodian.lookForDrift({ tenant });
    const { hash } = desk.custodian.showPlan({ tenant, ring: 'default', order: 'apps-first' });
    const kid = desk.custodian.showPlan({ tenant, ring: 'default', order: 'apps-first' }).plan.to;
    await desk.custodian.confirmConsumers({ tenant, kid });
    stale = 1000;
    const run = () => desk.custodian.runPlan({ tenant, ring: 'default', hash });
    const stateOf = async (kind: string) => (await run()).steps.find((step) => step.kind === kind);
    expect(await stateOf('publish-after')).toMatchObject({ state: 'due', sent: true });
    const puts = server.asked.filter(({ method }) => method === 'PUT').length;
    stale = 0;
    server.put(server.document() ?? '');
    expect(await stateOf('publish-after')).toMatchObject({ state: 'done' });
    expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(puts);
  });
});

describe('a document at a URL', () => {
  it('is created only where there is none: what another officer made meanwhile stays', async () => {
    await open();
    const theirs = JSON.stringify({ keys: [foreignKey('theirs')] });
    const { hash } = await preview();
    const sent = desk.custodian.pushPublication({ tenant, hash }, { sending: () => server.put(theirs) });
    expect(await outcomeOf(sent)).toBe('REMOTE_CHANGED');
    expect(server.document()).toBe(theirs);
    expect(server.asked.find(({ method }) => method === 'PUT')).toMatchObject({ ifNoneMatch: '*', ifMatch: undefined });
  });

  it('keeps what stands beside its keys, but no private key', async () => {
    await open();
    const beside = { issuer: 'https://id.acme.example', 'x-notes': { team: ['a', 1] } };
    server.put(JSON.stringify({ ...beside, keys: [], d: 'c2VjcmV0' }));
    const { body } = await preview();
    expect(JSON.parse(body ?? '')).toMatchObject(beside);
    await push();
    const { keys, ...left } = JSON.parse(server.document() ?? '') as Jwk;
    expect(keys).toHaveLength(2);
    expect(left).toEqual(beside);
  });

  it('tells of a member beside the keys that it would change', async () => {
    await open();
    server.put('{"keys":[],"serial":9007199254740993}');
    expect((await preview()).findings).toContainEqual({ code: 'beside-inexact', severity: 'warning', kid: 'serial' });
  });

  it('is refused when what stands beside its keys changed since the preview', async () => {
    await open({ etags: 'none' });
    server.put('{"keys":[],"version":1}');
    const { hash } = await preview();
    server.put('{"keys":[],"version":2}');
    expect(await outcomeOf(desk.custodian.pushPublication({ tenant, hash }))).toBe('PUBLISH_CHANGED');
  });

  it('is refused when that changes while the push is on its way', async () => {
    const gate = createGate();
    await open({ etags: 'none', gate });
    server.put('{"keys":[],"version":1}');
    const { hash } = await preview();
    const { reached, open: letGo } = gate.hold('before GET /admin/jwks', 1);
    const outcome = outcomeOf(desk.custodian.pushPublication({ tenant, hash }));
    await reached;
    server.put('{"keys":[],"version":2}');
    letGo();
    expect(await outcome).toBe('PUBLISH_CHANGED');
    expect(server.asked.map(({ method }) => method)).not.toContain('PUT');
  });
});
