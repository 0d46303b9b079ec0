// A push step by step, against a place that does exactly what the test says: what is asked in which order, what is refused
// before anything is sent, and what is on record of whatever comes of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { previewPublication, pushPublication } from '../../../../main/acts/publishing/publish.ts';
import type { Work } from '../../../../main/ports/stopping.ts';
import type { ParsedArgsOf } from '../../../../shared/contract.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { HELD_AT, type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { foreignKey } from '../../../support/remote-set.ts';
import { keyIn, keysOf, kidIn } from '../../../support/tenant-keys.ts';

type Wish = Omit<ParsedArgsOf<'publish.push'>, 'tenant' | 'hash'>;

const tenant = 'Acme';
let serverIs: number | null = null;
const desk = deskForEach({ serversAhead: () => serverIs });
let place: HeldPlace;
beforeEach(() => {
  serverIs = null;
  place = heldPlace();
});

const addAcme = () => desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
const preview = (wish: Wish = {}) => previewPublication(place.at(desk.ports), { tenant, ...wish });
async function push(wish: Wish = {}, work?: Work) {
  const { override: _reason, ...intent } = wish;
  const { hash } = await preview(intent);
  place.asked = [];
  return pushPublication(place.at(desk.ports), { tenant, hash, ...wish }, work);
}
const announced = (): (string | null)[] => keysOf(desk).map(({ announcedAt }) => announcedAt);
const actions = (): string[] => newestEntries(desk, 3).map(([action]) => action);
const timeout = () => new CustodianError('REMOTE_TIMEOUT', { host: 'id.acme.example', seconds: 4 });
const fails = (problem: Error) => async () => {
  throw problem;
};

describe('a push that arrives', () => {
  beforeEach(addAcme);

  it('is refused, and nothing is dated, under a clock that is behind what is on record, whether a server says so or not', async () => {
    await push();
    await desk.custodian.rotateRing({ tenant, override: 'a test' });
    desk.advance(-2 * 86_400_000);
    expect(await failureOf(push())).toMatchObject({ code: 'CLOCK_SET_BACK' });
    expect(keyIn(desk, 'next')).toMatchObject({ announcedAt: null, publishedAt: null });
  });

  it('is not told as if nothing had happened where the registry cannot be changed any more', async () => {
    const { hash } = await preview();
    const full = new CustodianError('REGISTRY_FULL', { file: 'registry.db' });
    const { registry, ...ports } = place.at(desk.ports);
    const change: typeof registry.change = (act, work) => {
      if (act.action === 'publish.confirmed') {
        throw full;
      }
      return registry.change(act, work);
    };
    expect(
      await failureOf(pushPublication({ ...ports, registry: { ...registry, change } }, { tenant, hash })),
    ).toMatchObject({ code: 'REMOTE_NOT_RECORDED', facts: { tenant, action: 'publication' }, cause: full });
    await push();
    expect(actions()).toContain('publish.confirmed');
  });

  it('reads, asks whether it may, reads again, sends, and reads back', async () => {
    const told: string[] = [];
    const outcome = await push(
      {},
      {
        progress: (step, of, label) => told.push(`${step}/${of} ${label}`),
        sending: () => told.push('sending'),
        answered: () => told.push('answered'),
      },
    );
    expect(place.asked).toEqual(['read', 'preflight first', 'read', 'replace', 'read']);
    expect(told).toEqual([
      '1/4 reading',
      'sending',
      '2/4 sending',
      'answered',
      '3/4 reading back',
      '4/4 looking from outside',
    ]);
    expect(outcome.confirmed).toBe(true);
  });

  it('is on record with what it sent and what it replaced', async () => {
    const theirs = foreignKey('theirs');
    place.keys = [theirs];
    const wish = { removeForeign: ['theirs'] };
    const { hash, body } = await preview(wish);
    const kids = [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')];
    const { publication } = await push(wish);
    expect(publication).toEqual({
      id: expect.any(String) as string,
      tenantId: keysOf(desk)[0]?.tenantId,
      act: 'push',
      at: after(0),
      hash,
      kids,
      replaced: expect.stringContaining('"kid":"theirs"') as string,
      sent: body,
      confirmedAt: after(0),
      variations: [],
    });
    const foreignRemoved = [{ name: 'theirs', material: expect.any(String) as string }];
    expect(newestEntries(desk, 3)).toEqual([
      ['publish.sent', tenant, { act: 'push', hash, kids, foreignRemoved }],
      ['publish.confirmed', tenant, { act: 'push', hash, kids }],
      ['publish.seen', tenant, { kids, cacheControl: null, jwksUrl: HELD_AT }],
    ]);
    expect(announced()).toEqual([after(0), after(0)]);
  });

  it('is no first one afterwards, and a clearing says so', async () => {
    await push();
    const { publication } = await push({ act: 'clear' });
    expect(place.asked).toEqual(['read', 'preflight clears', 'read', 'replace', 'read']);
    expect(publication).toMatchObject({ act: 'clear', kids: [], sent: '{"keys":[]}' });
  });

  it('in another dress is told with what the tenant did to it', async () => {
    place.takes = (keys) => {
      place.keys = keys.map(({ use: _use, ...key }) => key);
    };
    const { publication } = await push();
    const variations = publication.kids.map((kid) => ({ kid, kind: 'member-dropped' }));
    expect(publication.variations).toEqual(variations);
    expect(newestEntries(desk, 2)[0]).toMatchObject(['publish.confirmed', tenant, { variations }]);
  });

  it('confirms what was accepted before, since it looks', async () => {
    place.takes = () => undefined;
    expect((await push()).confirmed).toBe(false);
    const sent = desk.ports.registry.read((reader) => reader.publications(keysOf(desk)[0]?.tenantId ?? '', 9));
    place.keys = (JSON.parse(sent[0]?.sent ?? '') as { keys: Record<string, unknown>[] }).keys;
    place.takes = (keys) => {
      place.keys = keys;
    };
    await push();
    expect(desk.custodian.publicationHistory({ tenant }).map(({ confirmedAt }) => confirmedAt)).not.toContain(null);
  });
});

describe('a push that is accepted, while the former set is shown', () => {
  beforeEach(addAcme);

  it('is on record as accepted, and its keys may be known', async () => {
    place.takes = () => undefined;
    const told: string[] = [];
    const outcome = await push({}, { progress: (step, of, label) => told.push(`${step}/${of} ${label}`) });
    expect(outcome).toMatchObject({ confirmed: false, publication: { confirmedAt: null, variations: [] } });
    const { hash, kids } = outcome.publication;
    expect(newestEntries(desk, 1)).toEqual([['publish.accepted', tenant, { act: 'push', hash, kids }]]);
    expect(told).toContain('3/4 not visible yet');
    expect(announced()).not.toContain(null);
  });
});

describe('a push is refused before anything is sent', () => {
  beforeEach(addAcme);
  const nothingSent = () => {
    expect(place.asked).not.toContain('replace');
    expect(announced()).toEqual([null, null]);
  };

  it('where it is not what was previewed', async () => {
    const refused = pushPublication(place.at(desk.ports), { tenant, hash: 'another' });
    expect(await failureOf(refused)).toMatchObject({ code: 'PUBLISH_CHANGED', facts: { tenant } });
    nothingSent();
  });

  it.each<[string, (look: number) => void]>([
    ['the set', () => (place.keys = [foreignKey('theirs')])],
    ['what stands beside it', () => (place.beside = { version: 2 })],
  ])('where %s changed since it was read', async (_, change) => {
    place.preflight = () => change(0);
    expect(await failureOf(push())).toMatchObject({ code: 'PUBLISH_CHANGED', facts: { tenant } });
    nothingSent();
  });

  it('where it cannot succeed', async () => {
    place.preflight = fails(timeout());
    expect(await failureOf(push())).toMatchObject({ code: 'REMOTE_TIMEOUT' });
    nothingSent();
  });

  it('where it was stopped until then', async () => {
    const stop = new AbortController();
    place.preflight = () => stop.abort();
    expect(await failureOf(push({}, { signal: stop.signal }))).toMatchObject({ code: 'CANCELLED' });
    nothingSent();
  });

  it('where a key of it is not in the keychain', async () => {
    const { hash } = await preview();
    for (const name of desk.vault.secrets().keys()) {
      await desk.vault.remove(name);
    }
    const refused = pushPublication(place.at(desk.ports), { tenant, hash });
    expect(await failureOf(refused)).toMatchObject({ code: 'VAULT_SECRET_MISSING' });
    nothingSent();
  });

  it('under a clock that disagrees', async () => {
    serverIs = 2 * 86_400;
    expect(await failureOf(push())).toMatchObject({ code: 'CLOCK_DISAGREES' });
    nothingSent();
  });

  it('under a clock that disagrees, also where it takes a key of others down', async () => {
    place.keys = [foreignKey('theirs')];
    serverIs = 2 * 86_400;
    expect(await failureOf(push({ removeForeign: ['theirs'] }))).toMatchObject({ code: 'CLOCK_DISAGREES' });
    nothingSent();
  });
});

describe('a revoked key', () => {
  beforeEach(async () => {
    await addAcme();
    await push();
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
  });

  it('is taken down whatever the clock says, and nothing of it is dated', async () => {
    serverIs = 2 * 86_400;
    expect((await push()).confirmed).toBe(true);
    expect(place.keys.map(({ kid }) => kid)).toEqual([kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')]);
    expect(keysOf(desk).find(({ state }) => state === 'revoked')?.takenDownAt).toBeNull();
  });

  it('does not come back under a clock that disagrees', async () => {
    await push();
    serverIs = 2 * 86_400;
    const back = { act: 'rollback', override: 'the portal is down' } as const;
    expect(await failureOf(push(back))).toMatchObject({ code: 'CLOCK_DISAGREES' });
  });
});

it('what breaks in the look from outside is not hidden', async () => {
  await addAcme();
  const broken = { last: () => expect.fail('no server') };
  const { hash } = await preview();
  let asked = 0;
  const ports = place.at(desk.ports);
  const served = {
    last: () => {
      asked += 1;
      return asked === 1 ? null : broken.last();
    },
  };
  expect(await failureOf(pushPublication({ ...ports, served }, { tenant, hash }))).toMatchObject({
    message: 'no server',
  });
});

describe('a push whose answer is lost', () => {
  beforeEach(addAcme);
  const takesAndFails = (keys: (sent: Record<string, unknown>[]) => Record<string, unknown>[], error: Error) => {
    place.takes = (sent) => {
      place.keys = keys(sent);
      throw error;
    };
  };
  const failed = (code: string) => [
    'publish.failed',
    tenant,
    { act: 'push', hash: expect.any(String) as string, code },
  ];

  it('has arrived where a look finds it', async () => {
    takesAndFails((sent) => sent, timeout());
    expect((await push()).confirmed).toBe(true);
    expect(place.asked).toEqual(['read', 'preflight first', 'read', 'replace', 'read']);
    expect(actions()).toEqual(['publish.sent', 'publish.confirmed', 'publish.seen']);
  });

  it('may yet arrive where it took too long: its keys may be known', async () => {
    takesAndFails(() => [], timeout());
    expect(await failureOf(push())).toMatchObject({ code: 'REMOTE_TIMEOUT' });
    expect(newestEntries(desk, 1)).toEqual([failed('REMOTE_TIMEOUT')]);
    expect(announced()).toEqual([after(0), after(0)]);
  });

  it('did not arrive where the connection broke and nothing is there: its keys were not announced after all', async () => {
    const broken = new CustodianError('REMOTE_FAILED', { host: 'id.acme.example', status: 500, detail: null });
    takesAndFails(() => [], broken);
    expect(await failureOf(push())).toBe(broken);
    expect(newestEntries(desk, 1)).toEqual([failed('REMOTE_FAILED')]);
    expect(announced()).toEqual([null, null]);
  });

  it('arrived in part: what is there was announced', async () => {
    const broken = new CustodianError('REMOTE_FAILED', { host: 'id.acme.example', status: 500, detail: null });
    takesAndFails((sent) => sent.slice(0, 1), broken);
    expect(await failureOf(push())).toBe(broken);
    const kept = Object.fromEntries(keysOf(desk).map(({ state, announcedAt }) => [state, announcedAt]));
    expect(kept).toEqual({ current: after(0), next: null });
  });

  it('was refused: nobody looks, and keys that were known before stay known', async () => {
    await push();
    await desk.custodian.rotateRing({ tenant, override: 'drill' });
    place.takes = fails(new CustodianError('REMOTE_REFUSED', { host: 'id.acme.example', status: 400, detail: null }));
    expect(await failureOf(push())).toMatchObject({ code: 'REMOTE_REFUSED' });
    expect(place.asked).toEqual(['read', 'preflight', 'read', 'replace']);
    expect(newestEntries(desk, 1)).toEqual([failed('REMOTE_REFUSED')]);
    const known = Object.fromEntries(keysOf(desk).map(({ state, announcedAt }) => [state, announcedAt]));
    expect(known).toEqual({ current: after(0), previous: after(0), next: null });
  });

  it('failed for a reason that is none of ours', async () => {
    place.takes = fails(new Error('a bug'));
    expect(await failureOf(push())).toEqual(new Error('a bug'));
    expect(newestEntries(desk, 1)).toEqual([failed('INTERNAL')]);
    expect(announced()).toEqual([null, null]);
  });

  it('was taken, and other keys are there: those that were sent have been there', async () => {
    place.takes = () => {
      place.keys = [foreignKey('theirs')];
    };
    expect(await failureOf(push())).toMatchObject({ code: 'PUBLISH_NOT_CONFIRMED', facts: { tenant } });
    expect(newestEntries(desk, 1)).toEqual([failed('PUBLISH_NOT_CONFIRMED')]);
    expect(announced()).toEqual([after(0), after(0)]);
  });
});
