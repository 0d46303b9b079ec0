// The gate before every act of the window, over a whole custodian: who is asked for what, and that a yes is good for exactly
// what was shown, once.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QUESTIONS } from '../../../main/ipc/confirmation/table.ts';
import type { Question, Typed } from '../../../main/ipc/question.ts';
import type { answer } from '../../../main/ipc/router.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { type Channel, CHANNELS } from '../../../shared/channels.ts';
import type { Language } from '../../../shared/language.ts';
import { type AskedWindow, openWindow } from '../../support/asked-window.ts';
import { rsaPem } from '../../support/own-files.ts';
import { ACME, START } from '../../support/desk.ts';
import { keysOf, kidIn } from '../../support/tenant-keys.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = 'Acme';
const REASON = 'found in a build log';

const desk = deskForEach();
let now: number;
beforeEach(() => {
  now = 0;
});

const add = (environment: 'development' | 'production', name = tenant) =>
  desk.custodian.addTenant({ ...ACME, name, environment });

/** Somebody who answers every question. */
const window = (
  respond: (question: Question) => Promise<Typed | null> = async () => typedFor,
  language: Language = 'en',
): AskedWindow => openWindow(desk, { respond, language, now: () => now });

const typedFor: Typed = { reason: REASON, override: REASON, name: tenant };

const codeOf = (result: Awaited<ReturnType<typeof answer>>): string | null => (result.ok ? null : result.error.code);

const hashOf = async (call: ReturnType<typeof window>['call'], name = tenant): Promise<string> => {
  const preview = await call('publish.preview', { tenant: name });
  return preview.ok ? (preview.value as { hash: string }).hash : '';
};

const actions = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);

describe('the table', () => {
  it('has a question for every act of the list, and for no other', () => {
    const asked = CHANNELS.filter((channel) => ACTS[channel].confirmed);
    expect(Object.keys(QUESTIONS).sort()).toEqual([...asked].sort());
    expect(asked).toEqual([
      'tenant.add',
      'tenant.edit',
      'tenant.rename',
      'tenant.archive',
      'ring.retire',
      'remote.rotate',
      'remote.revoke',
      'key.generate',
      'key.rotate',
      'key.abortRotation',
      'key.revoke',
      'key.withdraw',
      'key.rotateAndRevoke',
      'key.destroy',
      'token.sign',
      'plan.run',
      'publish.push',
      'publish.agree',
      'bundle.save',
      'clock.state',
      'fourEyes.set',
      'officer.add',
      'officer.remove',
    ]);
  });
});

describe('on production', () => {
  it.each<[Channel, (kid: string) => object]>([
    ['token.sign', () => ({ tenant, claims: { sub: 'a' } })],
    ['key.rotate', () => ({ tenant, override: 'from the page' })],
    ['key.revoke', (kid) => ({ tenant, kid, reason: 'from the page', override: 'from the page' })],
    ['key.withdraw', () => ({ tenant, kid: kidIn(desk, tenant, 'next'), reason: 'from the page' })],
    ['key.rotateAndRevoke', () => ({ tenant, reason: 'from the page' })],
    ['ring.retire', () => ({ tenant, ring: 'default', reason: 'from the page' })],
    ['key.destroy', (kid) => ({ tenant, kid, confirm: kid })],
    ['remote.rotate', () => ({ tenant })],
    ['remote.revoke', () => ({ tenant, kid: 'theirs' })],
  ])('%s does nothing after a no', async (channel, args) => {
    await add('production');
    const before = actions();
    const { call, asked } = window(async () => null);
    expect(codeOf(await call(channel, args(kidIn(desk, tenant, 'current'))))).toBe('CANCELLED');
    expect(asked).toMatchObject([{ tenant: { name: tenant, environment: 'production' } }]);
    expect(actions()).toEqual(before);
  });

  it.each(['en', 'de'] as const)('every question has its words: %s', async (language) => {
    await add('production');
    const { call, asked } = window(async () => null, language);
    const hash = await hashOf(call);
    const plan = desk.custodian.showPlan({ tenant, ring: undefined, order: 'apps-first' }).hash;
    await call('publish.push', { tenant, hash });
    await call('publish.agree', { pushes: [{ tenant, hash }] });
    await call('plan.run', { tenant, hash: plan, overriding: true });
    await call('tenant.edit', { tenant, jwksUrl: 'https://elsewhere.example/jwks.json' });
    await call('tenant.add', { name: 'Real', domain: 'real.eu.auth0.com', endpoint: 'auth0', environment: 'staging' });
    await call('tenant.rename', { tenant, to: 'Other' });
    await call('tenant.archive', { tenant });
    expect(asked).toHaveLength(7);
    for (const { title, means, yes, facts } of asked) {
      expect([title, means, yes, ...facts.flatMap(({ label, values }) => [label, ...values])].every(Boolean)).toBe(
        true,
      );
    }
  });

  it('records what was typed in the window, not what the page said', async () => {
    await add('production');
    const { call } = window();
    expect(codeOf(await call('key.rotateAndRevoke', { tenant, reason: 'from the page' }))).toBeNull();
    const audit = JSON.stringify(desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }));
    expect([audit.includes(REASON), audit.includes('from the page')]).toEqual([true, false]);
  });

  it('asks for every single act', async () => {
    await add('production');
    const { call, asked } = window();
    await call('token.sign', { tenant, claims: { sub: 'a' } });
    await call('token.sign', { tenant, claims: { sub: 'a' } });
    expect(asked).toHaveLength(2);
    expect(actions().filter((action) => action === 'key.signed')).toHaveLength(2);
  });

  it('shows whom a token names, how long it lasts, and how large it is', async () => {
    await add('production');
    const { call, asked } = window(async () => null);
    await call('token.sign', { tenant, claims: { sub: 'root', aud: ['a', 'b'], exp: START / 1000 + 60, role: 'x' } });
    expect(asked[0]?.facts.flatMap(({ values }) => values)).toEqual([
      kidIn(desk, tenant, 'current'),
      'root',
      '["a","b"]',
      '2026-11-22 08:01 UTC',
      'sub, aud, exp, role',
      '58 bytes',
    ]);
  });

  it('asks nobody about a token that would not be signed', async () => {
    await add('production');
    const { call, asked } = window();
    expect(codeOf(await call('token.sign', { tenant, claims: { exp: 4_102_444_800 } }))).toBe('INPUT_INVALID');
    expect(asked).toEqual([]);
    expect(actions()).not.toContain('key.signed');
  });

  it('rotates in time without a question', async () => {
    await add('production');
    const { call, asked } = window();
    await call('key.rotate', { tenant });
    expect(asked).toEqual([]);
  });
});

describe('a yes', () => {
  it('is good for what was shown only', async () => {
    await add('production');
    const { call } = window(async () => {
      await desk.custodian.rotateRing({ tenant, override: 'another hand' });
      return typedFor;
    });
    expect(codeOf(await call('token.sign', { tenant, claims: {} }))).toBe('CONFIRMATION_CHANGED');
    expect(actions()).not.toContain('key.signed');
  });

  it('is no good for another tenant of the same name', async () => {
    await add('production');
    const { call } = window(async () => {
      await desk.custodian.removeTenant({ tenant });
      await add('production');
      return typedFor;
    });
    expect(codeOf(await call('key.rotateAndRevoke', { tenant }))).toBe('CONFIRMATION_CHANGED');
  });

  it('is no good once the key that it named is in another state', async () => {
    await add('production');
    const kid = kidIn(desk, tenant, 'next');
    const { call } = window(async () => {
      await desk.custodian.rotateRing({ tenant, override: REASON });
      return typedFor;
    });
    const wish = { tenant, kid, reason: 'not wanted', compromised: false };
    expect(codeOf(await call('key.withdraw', wish))).toBe('CONFIRMATION_CHANGED');
  });

  it('is looked at once more when the turn of the act has come', async () => {
    await add('production');
    let moved: Promise<unknown> = Promise.resolve();
    const { call } = window(async () => {
      // Waiting when the person says yes, and done before the act has its turn.
      void add('development', 'Other');
      moved = desk.custodian.editTenant({ tenant, customDomain: 'elsewhere.example' });
      return typedFor;
    });
    expect(codeOf(await call('token.sign', { tenant, claims: {} }))).toBe('CONFIRMATION_CHANGED');
    await moved;
    expect(actions()).not.toContain('key.signed');
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'another tenant of the same name',
      async () => {
        await desk.custodian.removeTenant({ tenant });
        await add('production');
      },
    ],
    ['written elsewhere', () => desk.custodian.editTenant({ tenant, apiBaseUrl: 'http://127.0.0.1:9701/' })],
    ['read elsewhere', () => desk.custodian.editTenant({ tenant, jwksUrl: 'https://elsewhere.example/jwks.json' })],
  ])('is bound to the whole tenant: %s', async (_what, change) => {
    await add('production');
    const { call } = window(async () => {
      await change();
      return typedFor;
    });
    expect(codeOf(await call('remote.rotate', { tenant }))).toBe('CONFIRMATION_CHANGED');
  });

  it('is one act, even where a handler would do two', async () => {
    await add('production');
    const { call } = openWindow(desk, {
      respond: async () => typedFor,
      instead: (acts) => ({
        'token.sign': async (args) => {
          await acts.signToken(args);
          return acts.signToken(args);
        },
      }),
    });
    expect(codeOf(await call('token.sign', { tenant, claims: {} }))).toBe('CONFIRMATION_CHANGED');
    expect(actions().filter((action) => action === 'key.signed')).toHaveLength(1);
  });

  it('does not stand for a set that changed meanwhile', async () => {
    await add('production');
    const { call } = window(async () => {
      await desk.custodian.addRing({ tenant, name: 'more', alg: 'RS256' });
      return typedFor;
    });
    expect(codeOf(await call('publish.push', { tenant, hash: await hashOf(call) }))).toBe('PUBLISH_CHANGED');
    expect(codeOf(await call('publish.push', { tenant, hash: '0'.repeat(64) }))).toBe('PUBLISH_CHANGED');
  });
});

describe('an act without a yes', () => {
  it('is bound to the tenant of the moment when it was asked for', async () => {
    await add('development');
    const { call } = window();
    const hash = await hashOf(call);
    const removed = desk.custodian.removeTenant({ tenant });
    const added = add('production');
    // It was development when this came in; when its turn comes, the name belongs to production.
    expect(codeOf(await call('key.rotateAndRevoke', { tenant, reason: 'a rehearsal' }))).toBe('CONFIRMATION_CHANGED');
    await Promise.all([removed, added]);
    expect(hash).not.toBe('');
  });

  it('is bound to that tenant also while a dialog of its own is open', async () => {
    await add('development');
    const { call } = window(async () => {
      await desk.custodian.removeTenant({ tenant });
      await add('production');
      return {};
    });
    expect(codeOf(await call('credentials.remove', { tenant }))).toBe('CONFIRMATION_CHANGED');
    expect(actions()).not.toContain('tenant.credentials-removed');
  });

  it('is quick on development', async () => {
    await add('development');
    const { call, asked } = window();
    expect(codeOf(await call('publish.push', { tenant, hash: await hashOf(call) }))).toBeNull();
    expect(codeOf(await call('token.sign', { tenant, claims: {} }))).toBeNull();
    expect(codeOf(await call('key.rotateAndRevoke', { tenant }))).toBe('INPUT_INVALID');
    expect(codeOf(await call('tenant.edit', { tenant, customDomain: 'login.acme.example' }))).toBeNull();
    expect(codeOf(await call('tenant.edit', { tenant, policy: null }))).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('one yes to many pushes', () => {
  it('lists production, and lets each go out once, as it was listed, for an hour', async () => {
    await add('production', 'Acme');
    await add('development', 'Trial');
    const { call, asked } = window(async () => ({ name: 'push to 1' }));
    const pushes = [
      { tenant: 'Acme', hash: await hashOf(call, 'Acme') },
      { tenant: 'Trial', hash: await hashOf(call, 'Trial') },
    ];
    expect(codeOf(await call('publish.agree', { pushes }))).toBeNull();
    expect(asked[0]?.facts).toMatchObject([{ values: ['Acme: 2 added, 2 afterwards'] }]);
    expect(codeOf(await call('publish.push', { ...pushes[0] }))).toBeNull();
    expect(asked).toHaveLength(1);
    // Once more, or another set: a question of its own.
    await call('publish.push', { ...pushes[0] });
    await call('publish.push', { tenant: 'Acme', hash: await hashOf(call, 'Acme') });
    expect(asked).toHaveLength(3);
    const later = [{ tenant: 'Acme', hash: await hashOf(call, 'Acme') }];
    await call('publish.agree', { pushes: later });
    now += 61 * 60_000;
    await call('publish.push', { ...later[0] });
    expect(asked).toHaveLength(5);
  });

  it('takes the place of the yes before', async () => {
    await add('production', 'Acme');
    await add('production', 'Other');
    const { call, asked } = window(async () => ({ name: '1 tenant' }));
    const [first, second] = [
      { tenant: 'Acme', hash: await hashOf(call, 'Acme') },
      { tenant: 'Other', hash: await hashOf(call, 'Other') },
    ];
    await call('publish.agree', { pushes: [first] });
    await call('publish.agree', { pushes: [second] });
    await call('publish.push', second);
    expect(asked).toHaveLength(2);
    await call('publish.push', first);
    expect(asked).toHaveLength(3);
  });

  it('ends with a lock', async () => {
    await add('production');
    const { call, asked, forget } = window(async () => ({ name: '1 tenant' }));
    const push = { tenant, hash: await hashOf(call, tenant) };
    await call('publish.agree', { pushes: [push] });
    forget();
    await call('publish.push', push);
    expect(asked).toHaveLength(2);
  });

  it('knows no set that this process did not preview', async () => {
    await add('production');
    const { call, asked } = window();
    const pushes = [{ tenant, hash: '0'.repeat(64) }];
    expect(codeOf(await call('publish.agree', { pushes }))).toBe('PUBLISH_CHANGED');
    expect(asked).toEqual([]);
  });
});

describe('flows', () => {
  it('are one at a time, and whom they are about stays', async () => {
    await add('production');
    await add('production', 'Other');
    let end: (typed: null) => void = () => undefined;
    const { call, asked } = window(() => new Promise((resolve) => (end = resolve)));
    const first = call('token.sign', { tenant, claims: {} });
    expect(codeOf(await call('token.sign', { tenant, claims: {} }))).toBe('CONVERSATION_BUSY');
    expect(codeOf(await call('key.rotateAndRevoke', { tenant: 'Other' }))).toBe('CONVERSATION_BUSY');
    expect(codeOf(await call('tenant.remove', { tenant: 'ACME' }))).toBe('TENANT_IN_CONVERSATION');
    expect(codeOf(await call('tenant.edit', { tenant, customDomain: null }))).toBe('TENANT_IN_CONVERSATION');
    expect(codeOf(await call('tenant.edit', { tenant, policy: null }))).toBeNull();
    expect(codeOf(await call('tenant.edit', { tenant: 'Other', customDomain: 'a.example' }))).toBeNull();
    end(null);
    expect(codeOf(await first)).toBe('CANCELLED');
    const next = call('token.sign', { tenant, claims: {} });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    end(null);
    expect(codeOf(await next)).toBe('CANCELLED');
  });
});

describe('a next key that was brought in', () => {
  const bringIn = () => desk.custodian.importKey({ tenant, as: 'next', kid: 'own' }, rsaPem());

  it('makes room on no word of the page, wherever the tenant is', async () => {
    await add('development');
    await bringIn();
    const before = actions();
    const { call, asked } = window(async () => null);
    expect(codeOf(await call('key.generate', { tenant, replace: 'own' }))).toBe('CANCELLED');
    expect(codeOf(await call('key.generate', { tenant }))).toBe('CANCELLED');
    expect(asked).toMatchObject([{ title: 'Let this key make room?' }, { title: 'Let this key make room?' }]);
    expect(asked[0]?.facts.flatMap(({ values }) => values)).toContain('own');
    expect(actions()).toEqual(before);
  });

  it('makes room after a yes, and nobody is asked about a key that was only made here', async () => {
    await add('development');
    await bringIn();
    const { call, asked } = window(async () => ({}));
    expect(await call('key.generate', { tenant })).toMatchObject({ ok: true });
    expect(await call('key.generate', { tenant })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
    const states = keysOf(desk).map(({ state }) => state);
    expect(states).toEqual(['next', 'current', 'replaced', 'replaced', 'replaced']);
  });
});
