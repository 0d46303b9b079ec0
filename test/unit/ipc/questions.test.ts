// What a person is shown and has to type before each act, and that the act goes by what was typed.
import { beforeEach, expect, it, vi } from 'vitest';
import type { Question, Typed } from '../../../main/ipc/question.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import type { Channel } from '../../../shared/channels.ts';
import { type AskedWindow, openWindow } from '../../support/asked-window.ts';
import { startJwksServer } from '../../support/jwks-server.ts';
import { rsaPem } from '../../support/own-files.ts';
import { changeElsewhere, foreignKey } from '../../support/remote-set.ts';
import { ACME } from '../../support/desk.ts';
import { kidIn } from '../../support/tenant-keys.ts';
import { deskForEach } from '../../support/desk-for-each.ts';
import { addJwksTenant, TOKEN } from '../../support/jwks-tenant.ts';

const tenant = 'Acme';
const { label: labels } = dialogWords('en').confirmation;
const FROM_PAGE = 'from the page';
const TYPED: Typed = { reason: 'typed reason', override: 'typed override', name: tenant };

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant({ ...ACME, environment: 'production' }));

const window = (respond: (question: Question) => Promise<Typed | null> = async () => TYPED): AskedWindow =>
  openWindow(desk, { respond });

interface Seen {
  facts: string[];
  /** With what has to be repeated, where it has. */
  fields: (readonly [string, string | null])[];
  grave: boolean;
}

async function seen(channel: Channel, args: object): Promise<Seen[]> {
  const { call, asked } = window(async () => null);
  expect(await call(channel, args)).toMatchObject({ error: { code: 'CANCELLED' } });
  return asked.map(({ facts, fields, grave }) => ({
    facts: facts.map(({ label, values }) => `${label}: ${values.join(' | ')}`),
    fields: fields.map(({ name, exactly }) => [name, exactly] as const),
    grave,
  }));
}

async function preview(args: object = {}, on = window()): Promise<{ hash: string; jwksUrl: string; kids: string[] }> {
  const found = await on.call('publish.preview', { tenant, ...args });
  if (!found.ok) {
    throw new Error(found.error.code);
  }
  return found.value as { hash: string; jwksUrl: string; kids: string[] };
}

const push = async (args: object = {}) => {
  const at = window();
  return at.call('publish.push', { tenant, ...args, hash: (await preview(args, at)).hash });
};

const audit = (action?: string): string[] =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 1000 })
    .filter((entry) => action === undefined || entry.action === action)
    .map(({ details }) => JSON.stringify(details));

/** Of everything that may have been said, what is on record. */
const recorded = (): string[] =>
  ['typed reason', 'typed override', FROM_PAGE].filter((said) => audit().join().includes(said));

it('rotating early', async () => {
  const [current, next] = [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')];
  const early = { facts: [`Signs from now on: ${next}`, `Signs until now: ${current}`], grave: true };
  const fields = [['override', null]];
  expect(await seen('key.rotate', { tenant, overriding: true })).toEqual([{ ...early, fields }]);
  expect(await seen('key.rotate', { tenant, override: FROM_PAGE })).toEqual([{ ...early, fields }]);
  await push();
  expect(await window().call('key.rotate', { tenant, override: FROM_PAGE })).toMatchObject({ ok: true });
  expect(recorded()).toEqual(['typed override']);
});

it('revoking', async () => {
  const kid = kidIn(desk, tenant, 'current');
  const wish = { tenant, kid, reason: FROM_PAGE, compromised: true };
  expect(await seen('key.revoke', { ...wish, overriding: true, compromisedSince: '2026-01-02T03:04:00.000Z' })).toEqual(
    [
      {
        facts: [`Key: ${kid}`, expect.stringMatching(/^Why: .*2026-01-02 03:04 UTC/)],
        fields: [
          ['reason', null],
          ['override', null],
          ['name', tenant],
        ],
        grave: true,
      },
    ],
  );
  expect(await seen('key.revoke', wish)).toMatchObject([
    {
      fields: [
        ['reason', null],
        ['name', tenant],
      ],
    },
  ]);
  await push();
  await desk.custodian.rotateRing({ tenant, override: 'in a hurry' });
  const early = { ...wish, compromised: false, override: FROM_PAGE };
  expect(await window().call('key.revoke', early)).toMatchObject({ ok: true });
  expect(recorded()).toEqual(['typed reason', 'typed override']);
});

it('rotating and revoking', async () => {
  const [current, next] = [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')];
  expect(await seen('key.rotateAndRevoke', { tenant, reason: FROM_PAGE })).toEqual([
    {
      facts: [`Revoked now: ${current}`, `Signs from now on: ${next}`, expect.stringMatching(/^Why: /)],
      fields: [
        ['reason', null],
        ['name', tenant],
      ],
      grave: true,
    },
  ]);
});

it('rotating and revoking, the next key too', async () => {
  const [current, next] = [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')];
  expect(await seen('key.rotateAndRevoke', { tenant, reason: FROM_PAGE, nextToo: true })).toMatchObject([
    {
      facts: [
        `Revoked now: ${current}`,
        `Withdrawn as well: ${next}`,
        expect.stringMatching(/^Signs from now on: ./),
        expect.stringMatching(/^Why: /),
      ],
    },
  ]);
  expect(await window().call('key.rotateAndRevoke', { tenant, reason: FROM_PAGE })).toMatchObject({ ok: true });
  expect(recorded()).toEqual(['typed reason']);
});

it('withdrawing', async () => {
  const kid = kidIn(desk, tenant, 'next');
  const wish = { tenant, kid, reason: FROM_PAGE, compromised: true };
  expect(await seen('key.withdraw', wish)).toEqual([
    {
      facts: [`Key: ${kid}`, expect.stringMatching(/^Why: /)],
      fields: [
        ['reason', null],
        ['name', tenant],
      ],
      grave: true,
    },
  ]);
  expect(await window().call('key.withdraw', wish)).toMatchObject({ ok: true });
  expect(recorded()).toEqual(['typed reason']);
});

it('ending a ring', async () => {
  const [current, next] = [kidIn(desk, tenant, 'current'), kidIn(desk, tenant, 'next')];
  const wish = { tenant, ring: 'default', reason: FROM_PAGE };
  expect(await seen('ring.retire', wish)).toEqual([
    {
      facts: ['Key ring: default', `Signs until now: ${current}`, `Revoked now: ${next}`],
      fields: [
        ['reason', null],
        ['name', tenant],
      ],
      grave: true,
    },
  ]);
  expect(await window().call('ring.retire', wish)).toMatchObject({ ok: true });
  expect(recorded()).toEqual(['typed reason']);
});

it('taking a rotation back over a key that was brought in', async () => {
  await desk.custodian.rotateRing({ tenant, override: 'no backup in a test' });
  await desk.custodian.importKey({ tenant, as: 'next', kid: 'own' }, rsaPem());
  expect(await seen('key.abortRotation', { tenant, reason: 'wrong tenant', replace: 'own' })).toMatchObject([
    { facts: [expect.stringContaining('own'), expect.stringMatching(/^Why: /)], grave: true, fields: [] },
  ]);
  expect(kidIn(desk, tenant, 'next')).toBe('own');
  expect(await window().call('key.abortRotation', { tenant, reason: 'wrong tenant' })).toMatchObject({ ok: true });
  expect(kidIn(desk, tenant, 'next')).not.toBe('own');
});

it('erasing goes by the kid that was typed', async () => {
  const kid = kidIn(desk, tenant, 'current');
  expect(await window().call('key.rotateAndRevoke', { tenant })).toMatchObject({ ok: true });
  expect(await seen('key.destroy', { tenant, kid, confirm: kid })).toEqual([
    { facts: [`Key: ${kid}`], fields: [['name', kid]], grave: true },
  ]);
  const wrong = window(async () => ({ name: 'another' }));
  expect(await wrong.call('key.destroy', { tenant, kid, confirm: kid })).toMatchObject({ ok: false });
  expect(audit('key.destruction-scheduled')).toEqual([]);
});

it('signing by a key that is named', async () => {
  const kid = kidIn(desk, tenant, 'next');
  expect(await seen('token.sign', { tenant, kid, claims: {} })).toMatchObject([
    { facts: [`Key: ${kid}`, 'Expires: 300 seconds after signing', expect.stringMatching(/^Claims: none/)] },
  ]);
});

it('pushing: where it goes, and what comes and goes', async () => {
  const { hash, jwksUrl, kids } = await preview();
  const places = ['Sent to: the sandbox on this machine', `Public at: ${jwksUrl}`];
  expect(await seen('publish.push', { tenant, hash })).toEqual([
    { facts: [...places, `Added: ${kids.join(' | ')}`, 'Afterwards: 2 keys'], fields: [], grave: false },
  ]);
  await push();
  const gone = kidIn(desk, tenant, 'current');
  await window().call('key.rotateAndRevoke', { tenant });
  const after = await preview();
  expect(await seen('publish.push', { tenant, hash: after.hash })).toMatchObject([
    { facts: [...places, expect.stringMatching(/^Added: /), `Removed: ${gone}`, 'Afterwards: 2 keys'] },
  ]);
});

it('pushing: the address that is written to', async () => {
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
  await addJwksTenant(desk, server, { name: 'Own', environment: 'production' });
  const { hash } = await preview({ tenant: 'Own' });
  const [question] = await seen('publish.push', { tenant: 'Own', hash });
  expect(question?.facts.slice(0, 2)).toEqual([`Sent to: ${server.writeUrl}`, `Public at: ${server.publicUrl}`]);
  await server.close();
});

it('pushing: what of others stays and why, and what is altered', async () => {
  await push();
  const altered = kidIn(desk, tenant, 'current');
  await changeElsewhere(desk, tenant, (keys) => [
    ...keys.map(({ x5c: _certificate, ...key }) => (key['kid'] === altered ? key : { ...key, x5c: _certificate })),
    foreignKey('theirs'),
  ]);
  const keepForeign = [{ name: 'theirs', reason: 'of the portal' }];
  const { hash } = await preview({ keepForeign });
  const [question] = await seen('publish.push', { tenant, keepForeign, hash });
  expect(question?.facts).toEqual(
    expect.arrayContaining([`${labels.othersStay}: theirs: of the portal`, `${labels.altered}: ${altered}`]),
  );
});

it('pushing: what has to wait for a place', async () => {
  for (const name of ['b', 'c', 'd', 'e', 'f']) {
    await desk.custodian.addRing({ tenant, name, alg: 'ES256' });
  }
  const { hash } = await preview();
  const [question] = await seen('publish.push', { tenant, hash });
  expect(question?.facts.filter((fact) => fact.startsWith(`${labels.waits}: `))).toHaveLength(1);
});

it('clearing, and bringing a revoked key back', async () => {
  const gone = kidIn(desk, tenant, 'current');
  expect(await push()).toMatchObject({ ok: true });
  const clear = { act: 'clear' };
  expect(await seen('publish.push', { tenant, ...clear, hash: (await preview(clear)).hash })).toMatchObject([
    { fields: [['name', tenant]], grave: true },
  ]);
  await window().call('key.rotateAndRevoke', { tenant });
  expect(await push()).toMatchObject({ ok: true });
  const back = { act: 'rollback' };
  const { hash } = await preview(back);
  expect(await seen('publish.push', { tenant, ...back, hash, override: FROM_PAGE })).toMatchObject([
    { fields: [['override', null]] },
  ]);
  expect(await window().call('publish.push', { tenant, ...back, hash, override: FROM_PAGE })).toMatchObject({
    ok: true,
  });
  expect(audit('publish.sent').at(-1)).toContain(gone);
  expect(recorded()).toEqual(['typed reason', 'typed override']);
});

it('what the page says of a set counts nowhere', async () => {
  const { hash } = await preview();
  // Another intent than the one of this hash, unseen so far.
  expect(await window().call('publish.push', { tenant, act: 'clear', hash })).toMatchObject({
    error: { code: 'PUBLISH_CHANGED' },
  });
  // Known from a preview, of the tenant as it was then.
  const at = window();
  const known = await preview({}, at);
  await desk.custodian.editTenant({ tenant, customDomain: 'elsewhere.example' });
  const agreed = await at.call('publish.agree', { pushes: [{ tenant, hash: known.hash }] });
  expect([agreed, at.asked.length]).toMatchObject([{ error: { code: 'PUBLISH_CHANGED' } }, 0]);
});

it('a bundle for a courier is a push', async () => {
  await push();
  await desk.custodian.addRing({ tenant, name: 'more', alg: 'RS256' });
  const at = window();
  const planned = await at.call('bundle.preview', { tenant });
  const { hash, kids } = (planned.ok ? planned.value : {}) as { hash: string; kids: string[] };
  const [question] = await seen('bundle.save', { tenant, hash });
  expect(question?.facts).toContain(`Afterwards: ${kids.length} keys`);
  expect(await seen('bundle.save', { tenant, hash })).toHaveLength(1);
  expect(await at.call('bundle.save', { tenant, hash: '0'.repeat(64) })).toMatchObject({
    error: { code: 'PUBLISH_CHANGED' },
  });
  expect(at.asked).toEqual([]);
});

it('a bundle takes no reason that the page gave', async () => {
  await push();
  await desk.custodian.addRing({ tenant, name: 'more', alg: 'RS256' });
  const given: unknown[] = [];
  const at = openWindow(desk, {
    respond: async () => ({}),
    instead: () => ({
      'bundle.save': async ({ override }) => {
        given.push(override);
        return null;
      },
    }),
  });
  const { hash } = await desk.custodian.previewBundle({ tenant });
  expect(await at.call('bundle.save', { tenant, hash, override: FROM_PAGE })).toMatchObject({ ok: true });
  expect(given).toEqual([undefined]);
});

it('many pushes at once', async () => {
  const at = window(async () => null);
  const { hash } = await preview({}, at);
  await at.call('publish.agree', { pushes: [{ tenant, hash }] });
  expect(at.asked).toMatchObject([{ fields: [{ name: 'name', exactly: '1 tenant' }], grave: false }]);
});

it('many pushes at once, one of which leaves nothing there', async () => {
  await push();
  const at = window(async () => null);
  const { hash } = await preview({ act: 'clear' }, at);
  await at.call('publish.agree', { pushes: [{ tenant, hash }] });
  expect(at.asked).toMatchObject([{ grave: true }]);
});

it('running a plan: the rehearsal is asked for before the person is, unless there is a reason', async () => {
  const { hash, plan } = desk.custodian.showPlan({ tenant, ring: undefined, order: 'apps-first' });
  const at = window();
  expect(await at.call('plan.run', { tenant, hash })).toMatchObject({ ok: false });
  expect(at.asked).toEqual([]);
  expect(await at.call('plan.run', { tenant, hash: '0'.repeat(64), overriding: true })).toMatchObject({
    error: { code: 'PLAN_CHANGED' },
  });
  expect(at.asked).toEqual([]);
  expect(await seen('plan.run', { tenant, hash, override: FROM_PAGE })).toMatchObject([
    {
      facts: [
        expect.stringMatching(/^Order: /),
        `Replaced: ${plan.from}`,
        `Takes over: ${plan.to}`,
        expect.stringMatching(/^Due now: ./),
      ],
      fields: [['override', null]],
    },
  ]);
  await at.call('plan.run', { tenant, hash, override: FROM_PAGE });
  expect(recorded()).toEqual(['typed override']);
});

it('where a tenant is: before and after, whatever leads away from this machine', async () => {
  const wish = { name: 'New', domain: 'new.example', endpoint: 'sandbox', customDomain: null } as const;
  for (const address of [
    { apiBaseUrl: 'http://127.0.0.1:9701/' },
    { jwksUrl: 'https://elsewhere.example/jwks.json' },
  ]) {
    expect(await seen('tenant.add', { ...wish, ...address })).toMatchObject([
      { facts: ['Domain: new.example', expect.stringContaining(Object.values(address)[0] ?? '')] },
    ]);
    expect(await seen('tenant.add', { ...wish, ...address, customDomain: 'id.new.example' })).toMatchObject([
      { facts: ['Domain: new.example', 'Custom domain: id.new.example', expect.anything()] },
    ]);
    expect(await seen('tenant.edit', { tenant, ...address })).toMatchObject([
      { facts: [expect.stringMatching(/^(Written to|Read at): from none \| to http/)], grave: false },
    ]);
  }
  const real = { ...wish, name: 'Real', endpoint: 'auth0', apiBaseUrl: null, jwksUrl: null } as const;
  await desk.custodian.addTenant({ ...real, environment: 'development' });
  expect(await seen('tenant.edit', { tenant: 'Real', customDomain: 'id.new.example' })).toMatchObject([
    { facts: ['Custom domain: from none | to id.new.example'] },
  ]);
  const at = window();
  expect(await at.call('tenant.add', { ...wish, environment: 'development' })).toMatchObject({ ok: true });
  expect(await at.call('tenant.edit', { tenant, customDomain: 'id.new.example' })).toMatchObject({ ok: true });
  expect(at.asked).toEqual([]);
});

it('the tenant’s own keys', async () => {
  const own = { fields: [['name', tenant]], grave: true };
  const sentTo = 'Sent to: the sandbox on this machine';
  expect(await seen('remote.rotate', { tenant })).toEqual([{ ...own, facts: [sentTo] }]);
  expect(await seen('remote.revoke', { tenant, kid: 'theirs' })).toEqual([{ ...own, facts: [sentTo, 'Key: theirs'] }]);
});

it('where a tenant elsewhere is spoken to', async () => {
  await desk.custodian.addTenant({ ...ACME, name: 'Real', endpoint: 'auth0', environment: 'production' });
  expect(await seen('remote.rotate', { tenant: 'Real' })).toMatchObject([
    { facts: [`Sent to: https://${ACME.domain}/api/v2`], fields: [['name', 'Real']] },
  ]);
});

it('others may ask while what was agreed to is at work', async () => {
  const at = window();
  const { hash } = await preview({}, at);
  const write = { method: 'PUT', path: '/api/v2/keys/custom-signing' };
  desk.faults.set({ ...write, kind: 'slow', when: 'before', milliseconds: 1000 });
  const first = at.call('publish.push', { tenant, hash });
  await vi.waitFor(() => expect(desk.faults.left()).toBe(0), { timeout: 30_000 });
  expect(await at.call('token.sign', { tenant, claims: {} })).toMatchObject({ ok: true });
  expect(await first).toMatchObject({ ok: true });
});
