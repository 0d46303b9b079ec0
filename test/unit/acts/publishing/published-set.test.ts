// Changes to a published set, over HTTP against the sandbox: what is kept, what is taken down, what comes back.
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { assertMayGo } from '../../../../main/acts/publishing/may-go.ts';
import type { ParsedArgsOf } from '../../../../shared/contract.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME } from '../../../support/desk.ts';
import { changeElsewhere, endpointOf, foreignKey } from '../../../support/remote-set.ts';
import { kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const tenant = 'Acme';

async function change(args: Omit<ParsedArgsOf<'publish.push'>, 'tenant' | 'hash'> = {}) {
  const { override, ...intent } = args;
  const { hash } = await desk.custodian.previewPublication({ tenant, ...intent });
  const { publication } = await desk.custodian.pushPublication({ tenant, hash, override, ...intent });
  return publication;
}

const endpoint = () => endpointOf(desk, tenant);
const elsewhere = (edit: Parameters<typeof changeElsewhere>[2]) => changeElsewhere(desk, tenant, edit);

const there = async () => (await (await endpoint()).read()).map(({ kid }) => kid);
const inState = (state: KeyState): string => kidIn(desk, tenant, state);

describe('a push', () => {
  it('removes a foreign key only when it is named, and is bound to that', async () => {
    await elsewhere(() => [foreignKey('theirs'), foreignKey('also-theirs')]);
    const plain = await desk.custodian.previewPublication({ tenant });
    const removing = await desk.custodian.previewPublication({ tenant, removeForeign: ['theirs'] });
    expect(removing.diff.find(({ kid }) => kid === 'theirs')).toMatchObject({ kind: 'removed', state: null });
    expect(plain.places).toEqual({ used: 2, planned: 4, limit: 10 });
    await expect(
      desk.custodian.pushPublication({ tenant, hash: plain.hash, removeForeign: ['theirs'] }),
    ).rejects.toMatchObject({ code: 'PUBLISH_CHANGED' });
    await change({ removeForeign: ['theirs'], keepForeign: [{ name: 'also-theirs', reason: 'of the old portal' }] });
    expect(await there()).toEqual([inState('current'), inState('next'), 'also-theirs']);
    await expect(change({ removeForeign: [inState('current')] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('goes with no key of others about which nobody decided, and remembers who did', async () => {
    await change();
    await elsewhere((keys) => [...keys, foreignKey('theirs')]);
    expect((await desk.custodian.lookForDrift({ tenant })).findings).toEqual([{ kind: 'foreign', kid: 'theirs' }]);
    await expect(change()).rejects.toMatchObject({
      code: 'PUBLISH_FOREIGN_UNDECIDED',
      facts: { tenant, keys: ['theirs'] },
    });
    await change({ keepForeign: [{ name: 'theirs', reason: 'of the old portal' }] });
    const decision = { name: 'theirs', reason: 'of the old portal', by: 'officer via test' };
    expect(desk.custodian.showTenant({ tenant }).keptForeign).toMatchObject([decision]);
    expect(await desk.custodian.lookForDrift({ tenant })).toMatchObject({
      state: 'in-step',
      findings: [],
      keptForeign: [decision],
    });
    expect((await desk.custodian.publishedKeys({ tenant })).at(-1)).toMatchObject({ name: 'theirs', kept: decision });
    const sent = desk.custodian
      .listAudit({ afterSeq: 0, limit: 100 })
      .findLast(({ action }) => action === 'publish.sent');
    expect(sent?.details).toMatchObject({ foreignKept: [{ name: 'theirs', reason: 'of the old portal' }] });
    // It is not asked for again, until another key stands there under its name.
    await change();
    await elsewhere((keys) => [...keys.filter(({ kid }) => kid !== 'theirs'), foreignKey('theirs')]);
    await expect(change()).rejects.toMatchObject({ code: 'PUBLISH_FOREIGN_UNDECIDED' });
    await change({ removeForeign: ['theirs'] });
    expect(desk.custodian.showTenant({ tenant }).keptForeign).toEqual([]);
    expect(await there()).not.toContain('theirs');
  });

  it('says what somebody else did to the set since the last one', async () => {
    await change();
    await elsewhere(([first]) => [{ ...first, alg: 'RS512' }, foreignKey('theirs')]);
    const { sinceLastPush } = await desk.custodian.previewPublication({ tenant });
    expect(sinceLastPush).toEqual([
      { kid: inState('current'), change: 'altered' },
      { kid: inState('next'), change: 'vanished' },
      { kid: 'theirs', change: 'appeared' },
    ]);
    expect(
      (await desk.custodian.publishedKeys({ tenant })).map(({ name, ours, since }) => [name, ours?.state, since]),
    ).toEqual([
      [inState('current'), 'current', 'altered'],
      ['theirs', undefined, 'appeared'],
    ]);
  });

  it('stops before a kid that the tenant itself publishes', async () => {
    const taken = { ...desk.ports, verifier: { ...desk.ports.verifier } };
    taken.verifier.listed = async () => ({
      kids: [inState('next')],
      keys: [],
      exposedBeside: [],
      cacheControl: null,
      jwksSha256: '',
    });
    const custodian = createCustodian(taken);
    const { hash, findings } = await custodian.previewPublication({ tenant });
    expect(findings).toEqual([{ code: 'kid-of-tenant', severity: 'error', kid: inState('next') }]);
    await expect(custodian.pushPublication({ tenant, hash })).rejects.toMatchObject({
      code: 'PUBLISH_BLOCKED',
      facts: { findings: [{ kid: inState('next'), code: 'kid-of-tenant' }] },
    });
    expect(await there()).toEqual([]);
  });
});

describe('a rollback', () => {
  it('brings the former set back, and keeps what came from elsewhere since', async () => {
    await change();
    const before = await there();
    desk.advance(60_000);
    await desk.custodian.rotateRing({ tenant });
    await change();
    await elsewhere((keys) => [...keys, foreignKey('theirs')]);
    const publication = await change({
      act: 'rollback',
      keepForeign: [{ name: 'theirs', reason: 'of the old portal' }],
    });
    expect(publication.act).toBe('rollback');
    expect(await there()).toEqual([...before, 'theirs']);
    expect(desk.custodian.publicationHistory({ tenant }).map(({ act }) => act)).toEqual(['rollback', 'push', 'push']);
  });

  it('goes to any former publication, and to none that is not on record', async () => {
    await expect(change({ act: 'rollback' })).rejects.toMatchObject({ code: 'PUBLISH_NO_FORMER_SET' });
    const { id, kids } = await change();
    await change({ act: 'clear' });
    expect(await there()).toEqual([]);
    await change({ act: 'rollback', to: id });
    expect(await there()).toEqual(kids);
    const unknown = { act: 'rollback', to: '7d444840-9dc0-41d1-b245-5ffdce74fad2' } as const;
    await expect(change(unknown)).rejects.toMatchObject({ code: 'PUBLISH_NO_FORMER_SET' });
  });

  it('brings no revoked key back, unless a reason says why', async () => {
    const { id } = await change();
    desk.advance(60_000);
    await desk.custodian.rotateRing({ tenant });
    const kid = inState('previous');
    await change();
    desk.advance(65_000);
    await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
    await change();
    const back = { act: 'rollback', to: id } as const;
    await expect(change(back)).rejects.toMatchObject({ code: 'PUBLISH_REVOKED_BACK', facts: { kids: [kid] } });
    expect(await there()).not.toContain(kid);
    await change({ ...back, override: 'old devices are still out there' });
    expect(await there()).toContain(kid);
    const sent = desk.custodian
      .listAudit({ afterSeq: 0, limit: 100 })
      .filter(({ action }) => action === 'publish.sent');
    expect(sent.at(-1)?.details).toMatchObject({ revokedBack: [kid], override: 'old devices are still out there' });
  });

  it('takes a foreign key down when it is named, and leaves the others', async () => {
    await change();
    await elsewhere((keys) => [...keys, foreignKey('theirs'), foreignKey('also-theirs')]);
    await change({ keepForeign: ['theirs', 'also-theirs'].map((name) => ({ name, reason: 'of the old portal' })) });
    await change({ act: 'rollback', removeForeign: ['theirs'] });
    expect(await there()).toEqual([inState('current'), inState('next'), 'also-theirs']);
  });

  it('is opened by a typed reason for revoked keys, and for nothing else', async () => {
    const { tenant: acme } = desk.custodian.showTenant({ tenant });
    const preview = await desk.custodian.previewPublication({ tenant });
    const revoked = { code: 'revoked-key', severity: 'error', kid: 'old' } as const;
    const clashing = { code: 'kid-of-tenant', severity: 'error', kid: 'theirs' } as const;
    const rollback = (...findings: (typeof preview.findings)[number][]) => ({
      ...preview,
      act: 'rollback' as const,
      findings,
    });
    expect(assertMayGo(acme, rollback(revoked), 'old devices')).toEqual({
      revokedBack: ['old'],
      override: 'old devices',
    });
    expect(() => assertMayGo(acme, rollback(revoked, clashing), 'old devices')).toThrow(
      expect.objectContaining({ code: 'PUBLISH_BLOCKED' }) as Error,
    );
    expect(() => assertMayGo(acme, { ...preview, findings: [revoked] }, 'old devices')).toThrow(
      expect.objectContaining({ code: 'PUBLISH_BLOCKED' }) as Error,
    );
  });
});

describe('a clearing', () => {
  it('takes everything down, but no foreign key that was not named', async () => {
    await elsewhere(() => [foreignKey('theirs')]);
    await change({ keepForeign: [{ name: 'theirs', reason: 'of the old portal' }] });
    const { findings } = await desk.custodian.previewPublication({ tenant, act: 'clear' });
    expect(findings.map(({ code, kid }) => [code, kid])).toEqual([
      ['foreign-not-named', 'theirs'],
      ['current-missing', inState('current')],
    ]);
    await expect(change({ act: 'clear' })).rejects.toMatchObject({ code: 'PUBLISH_BLOCKED' });
    await change({ act: 'clear', removeForeign: ['theirs'] });
    expect(await there()).toEqual([]);
  });
});
