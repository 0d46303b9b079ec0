// The tenant's own keys against a tenant that does exactly what the test says: their order, the rotations that are left, what
// is sent and recorded, and what a lost answer comes to.
import { beforeEach, describe, expect, it } from 'vitest';
import { inOrder, listOwnKeys, revokeOwnKey, rotateOwnKeys } from '../../../../main/acts/tenants/own-keys.ts';
import type { OwnKey } from '../../../../main/ports/tenants.ts';
import type { Work } from '../../../../main/ports/stopping.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();
let keys: OwnKey[];
let asked: string[];
/** What the tenant does with a change. */
let changes: () => void;
/** From this look on nothing can be read. */
let failingLook: number;
let looks: number;

function own(kid: string, state: OwnKey['state'], part: Partial<OwnKey> = {}): OwnKey {
  const key = keyIn(desk, 'current');
  return {
    kid,
    state,
    currentSince: null,
    currentUntil: null,
    revokedAt: null,
    certificate: Buffer.from(key.certificate, 'base64'),
    spki: desk.ports.formats.spkiOf(key),
    ...part,
  };
}

beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  keys = [own('now', 'current', { currentSince: after(-99) }), own('then', 'next')];
  asked = [];
  changes = () => undefined;
  failingLook = Number.POSITIVE_INFINITY;
  looks = 0;
});

const rotated = () => {
  keys = [own('fresh', 'next'), own('then', 'current'), own('now', 'previous', { currentUntil: after(0) })];
};

function ports() {
  const change = (what: string) => async (): Promise<void> => {
    asked.push(what);
    changes();
  };
  return {
    ...desk.ports,
    tenants: {
      ...desk.ports.tenants,
      ownKeys: async () => ({
        async list() {
          looks += 1;
          asked.push('list');
          if (looks >= failingLook) {
            throw new Error('unreachable');
          }
          return keys;
        },
        rotate: change('rotate'),
        revoke: (kid: string) => change(`revoke ${kid}`)(),
      }),
    },
  };
}
const list = () => listOwnKeys(ports(), { tenant });
const rotate = (work?: Work) => rotateOwnKeys(ports(), { tenant }, work);
const revoke = (kid: string, work?: Work) => revokeOwnKey(ports(), { tenant, kid }, work);
const fails = (problem: Error, also: () => void = () => undefined) => {
  changes = () => {
    also();
    throw problem;
  };
};
const timeout = new CustodianError('REMOTE_TIMEOUT', { host: 'id.acme.example', seconds: 4 });
const refused = new CustodianError('REMOTE_REFUSED', { host: 'id.acme.example', status: 400, detail: null });
const sent = { from: 'now', to: 'then' };
const newest = () => newestEntries(desk, 1);

describe('the order', () => {
  it('is that of a lane, and within a state what moved last comes first', () => {
    const mixed = [
      own('revoked long ago', 'revoked', { revokedAt: after(1), currentUntil: after(90) }),
      own('previous', 'previous', { currentUntil: after(3), currentSince: after(1) }),
      own('revoked', 'revoked', { revokedAt: after(2), currentUntil: after(9) }),
      own('current before', 'current', { currentSince: after(1) }),
      own('current', 'current', { currentSince: after(5) }),
      own('previous before', 'previous', { currentUntil: after(2), currentSince: after(99) }),
      own('next', 'next'),
      own('next too', 'next'),
    ];
    expect(inOrder(mixed).map(({ kid }) => kid)).toEqual([
      'next',
      'next too',
      'current',
      'current before',
      'previous',
      'previous before',
      'revoked',
      'revoked long ago',
    ]);
  });
});

it('a view tells what is public of each key, with its certificate', async () => {
  const { tenant: named, keys: shown } = await list();
  expect(named).toBe(tenant);
  expect(shown.map(({ certificate, ...facts }) => [facts, certificate.subject])).toEqual([
    [{ kid: 'then', state: 'next', currentSince: null, currentUntil: null, revokedAt: null }, 'CN=acme.eu.auth0.com'],
    [
      { kid: 'now', state: 'current', currentSince: after(-99), currentUntil: null, revokedAt: null },
      'CN=acme.eu.auth0.com',
    ],
  ]);
});

describe('the rotations that are left', () => {
  const DAY = 86_400;
  it.each<[string, number[], object]>([
    ['none was made', [], { used: 0, remaining: 5, nextAt: null }],
    ['one was made a day ago', [-DAY], { used: 0, remaining: 5, nextAt: null }],
    ['one was made within the day', [1 - DAY], { used: 1, remaining: 4, nextAt: after(1) }],
    ['the oldest of two counts', [-5, -9], { used: 2, remaining: 3, nextAt: after(DAY - 9) }],
    ['all were made', [-1, -2, -3, -4, -5], { used: 5, remaining: 0, nextAt: after(DAY - 5) }],
    ['more were made than there are', [-1, -2, -3, -4, -5, -6], { used: 6, remaining: 0, nextAt: after(DAY - 6) }],
  ])('where %s', async (_, ends, budget) => {
    keys = [own('now', 'current'), ...ends.map((at) => own(`until ${at}`, 'previous', { currentUntil: after(at) }))];
    expect((await list()).budget).toEqual({ limit: 5, ...budget });
  });
});

describe('a rotation', () => {
  it('is recorded before it is sent and when it is seen', async () => {
    changes = rotated;
    const told: string[] = [];
    const view = await rotate({ sending: () => told.push(`sending after ${asked.join()}`) });
    expect([asked, told]).toEqual([['list', 'rotate', 'list'], ['sending after list']]);
    expect(view).toMatchObject({ answered: true, budget: { used: 1 } });
    expect(view.keys.map(({ kid }) => kid)).toEqual(['fresh', 'then', 'now']);
    expect(newestEntries(desk, 2)).toEqual([
      ['remote.key-rotated-sent', tenant, sent],
      ['remote.key-rotated', tenant, { ...sent, answered: true }],
    ]);
  });

  it('of a tenant that has no keys yet says so', async () => {
    keys = [];
    changes = rotated;
    await rotate();
    expect(newest()).toEqual([['remote.key-rotated', tenant, { from: null, to: null, answered: true }]]);
  });

  it('that was stopped is not sent', async () => {
    const stop = new AbortController();
    const stopped = rotate({ signal: stop.signal });
    stop.abort();
    expect(await failureOf(stopped)).toMatchObject({ code: 'CANCELLED' });
    expect(asked).not.toContain('rotate');
    expect(newest()[0]?.[0]).not.toContain('rotated');
  });

  it('that is refused is not looked after', async () => {
    fails(refused);
    expect(await failureOf(rotate())).toBe(refused);
    expect(asked).toEqual(['list', 'rotate']);
    expect(newest()).toEqual([['remote.key-rotated-sent', tenant, sent]]);
  });

  it('whose answer is lost happened where a look says so', async () => {
    fails(timeout, rotated);
    expect((await rotate()).answered).toBe(false);
    expect(newest()).toEqual([['remote.key-rotated', tenant, { ...sent, answered: false }]]);
  });

  it('whose answer is lost failed where nothing changed', async () => {
    fails(timeout);
    expect(await failureOf(rotate())).toBe(timeout);
  });

  it('that was taken and changed nothing is unknown', async () => {
    expect(await failureOf(rotate())).toMatchObject({
      code: 'REMOTE_OUTCOME_UNKNOWN',
      facts: { tenant, action: 'rotation' },
    });
    expect(newest()[0]?.[0]).toBe('remote.key-rotated-sent');
  });

  it('is unknown where nobody can look', async () => {
    changes = rotated;
    failingLook = 2;
    expect(await failureOf(rotate())).toMatchObject({
      code: 'REMOTE_OUTCOME_UNKNOWN',
      facts: { tenant, action: 'rotation' },
      cause: new Error('unreachable'),
    });
  });
});

describe('a revocation', () => {
  beforeEach(() => rotated());
  const revokedNow = () => {
    keys = keys.map((key) => (key.kid === 'now' ? { ...key, state: 'revoked' as const, revokedAt: after(0) } : key));
  };

  it('is recorded before it is sent and when it is seen', async () => {
    changes = revokedNow;
    const { answered, keys: shown } = await revoke('now');
    expect([answered, shown.at(-1)?.state]).toEqual([true, 'revoked']);
    expect(asked).toEqual(['list', 'revoke now', 'list']);
    expect(newestEntries(desk, 2)).toEqual([
      ['remote.key-revoked-sent', tenant, { kid: 'now' }],
      ['remote.key-revoked', tenant, { kid: 'now', answered: true }],
    ]);
  });

  it('happened where the key is not listed any more', async () => {
    changes = () => {
      keys = keys.filter(({ kid }) => kid !== 'now');
    };
    expect((await revoke('now')).answered).toBe(true);
  });

  it('did not happen where the key is previous still', async () => {
    expect(await failureOf(revoke('now'))).toMatchObject({
      code: 'REMOTE_OUTCOME_UNKNOWN',
      facts: { tenant, action: 'revocation' },
    });
  });

  it('is unknown where nobody can look', async () => {
    failingLook = 2;
    expect(await failureOf(revoke('now'))).toMatchObject({ facts: { tenant, action: 'revocation' } });
  });

  it.each(['fresh', 'then'])('is of no key that is in use or will be: %s', async (kid) => {
    const state = kid === 'then' ? 'current' : 'next';
    expect(await failureOf(revoke(kid))).toMatchObject({
      code: 'KEY_STATE',
      facts: { kid, state, action: 'revoking-at-tenant', needs: 'previous' },
    });
    expect(asked).toEqual(['list']);
  });

  it('is of no key that is not there', async () => {
    expect(await failureOf(revoke('none'))).toMatchObject({ code: 'KEY_NOT_FOUND', facts: { tenant, kid: 'none' } });
  });
});
