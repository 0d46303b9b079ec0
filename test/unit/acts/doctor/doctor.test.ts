import { beforeEach, describe, expect, it } from 'vitest';
import { secretName } from '../../../../main/ports/secret-name.ts';
import { plusDays } from '../../../../shared/domain/timing/instants.ts';
import type { FindingCode } from '../../../../shared/domain/doctor/report.ts';
import { findingSentence } from '../../../../shared/words/en/doctor.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../../support/desk.ts';
import { keyIn, keysOf } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const ring = 'ec';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: ring });
});

const keys = (): SigningKey[] => keysOf(desk);

const inState = (state: KeyState): SigningKey => keyIn(desk, state, tenant, ring);

const examine = () => desk.custodian.examine(() => undefined);

/** What a repair of the database file by hand would do. */
function edit(...records: SigningKey[]): void {
  desk.ports.registry.change({ action: 'test', subject: 'x', details: {} }, (writer) =>
    records.forEach(writer.updateKey),
  );
}

/** Runs the doctor and gives the codes and what a person reads. */
async function diagnosis(): Promise<{ codes: FindingCode[]; text: string }> {
  const { findings } = await examine();
  const text = findings.map((found) => Object.values(findingSentence(found)).join(' ')).join('\n');
  return { codes: findings.map(({ code }) => code), text };
}

describe('the doctor', () => {
  it('finds nothing where nothing is wrong, and says what was looked at', async () => {
    const steps: string[] = [];
    const report = await desk.custodian.examine((step, of) => steps.push(`${step}/${of}`));
    expect(report).toMatchObject({
      keychain: { condition: 'available' },
      checked: { tenants: 1, rings: 2, keys: 4, secrets: 4 },
      audit: { ok: true, keychainAsked: true },
      findings: [],
    });
    expect(report.audit.signedThrough).toBe(report.audit.entries);
    expect(steps).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });

  it('overwrites every secret that it read', async () => {
    const read: Uint8Array[] = [];
    const { get } = desk.vault;
    desk.vault.get = async (name) => {
      const secret = await get(name);
      read.push(secret);
      return secret;
    };
    await examine();
    const held = read.filter((secret) => secret.length > 80);
    expect(held.length).toBeGreaterThanOrEqual(4);
    // The place in the audit chain, which the keychain remembers, is no secret.
    expect(held.filter((secret) => secret.some((byte) => byte !== 0))).toEqual([]);
  });

  it('names a private key that is missing, and deletes nothing', async () => {
    const { id, kid } = inState('current');
    await desk.vault.remove(secretName(id));
    const { codes, text } = await diagnosis();
    expect(codes).toEqual(['secret-missing']);
    expect(text).toContain(kid);
    expect(text).toContain('restore the key from a backup');
    expect(keys()).toHaveLength(4);
  });

  it('names a private key that is damaged', async () => {
    desk.vault.damage(secretName(inState('next').id));
    expect((await diagnosis()).codes).toEqual(['secret-damaged']);
  });

  it('names private keys that were swapped', async () => {
    const names = [inState('next'), inState('current')].map(({ id }) => secretName(id));
    const [next, current] = await Promise.all(names.map((name) => desk.vault.get(name)));
    await desk.vault.put(names[0] ?? '', current ?? new Uint8Array());
    await desk.vault.put(names[1] ?? '', next ?? new Uint8Array());
    expect((await diagnosis()).codes).toEqual(['secret-of-another-key', 'secret-of-another-key']);
  });

  it('names something else in the place of a private key', async () => {
    await desk.vault.put(secretName(inState('next').id), Buffer.from('not a key'));
    expect((await diagnosis()).codes).toEqual(['secret-of-another-key']);
  });

  it('names a public record that was exchanged, before it is published', async () => {
    const [next, current] = [inState('next'), inState('current')];
    edit({ ...current, jwk: { ...next.jwk, kid: current.kid } });
    expect((await diagnosis()).codes).toEqual(['record-altered']);
    edit({ ...current, certificate: next.certificate });
    expect((await diagnosis()).codes).toEqual(['record-altered']);
  });

  it('erases the private key of a destroyed key that came back', async () => {
    await desk.custodian.rotateRing({ tenant, ring });
    const previous = inState('previous');
    const name = secretName(previous.id);
    const secret = await desk.vault.get(name);
    await desk.custodian.revokeKey({
      tenant,
      kid: previous.kid,
      reason: 'retired',
      compromised: false,
      override: 'a test',
    });
    await desk.custodian.destroyKey({ tenant, kid: previous.kid, confirm: previous.kid });
    desk.advance(400 * 86_400_000);
    await desk.custodian.settle();
    expect((await diagnosis()).codes).toEqual([]);
    await desk.vault.put(name, secret);
    expect((await diagnosis()).codes).toEqual(['erased-late']);
    await expect(desk.vault.get(name)).rejects.toMatchObject({ code: 'VAULT_SECRET_MISSING' });
    expect((await diagnosis()).codes).toEqual([]);
  });

  it('removes what an act that was cut off left', async () => {
    await desk.vault.put('key-orphan', new Uint8Array(10));
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    expect((await diagnosis()).codes).toEqual(['orphan-removed']);
    expect(desk.vault.names()).not.toContain('key-orphan');
  });

  it('removes what a broken-off write left beside a whole private key, and says how much and of which', async () => {
    const { id, kid } = inState('current');
    const { tidy } = desk.vault;
    desk.vault.tidy = async (name) => (name === secretName(id) ? 2 : tidy(name));
    const { findings, audit } = await examine();
    expect(findings).toEqual([{ code: 'parts-removed', severity: 'repaired', facts: { tenant, kid, count: 2 } }]);
    expect(desk.custodian.listAudit({ afterSeq: audit.entries - 1, limit: 1 })).toMatchObject([
      { action: 'custody.repaired', subject: tenant, details: { kid, repair: 'parts of a broken-off write removed' } },
    ]);
  });

  it('flags the same material in two tenants, and raises the alarm when it was revoked in one', async () => {
    await desk.custodian.addTenant({ ...ACME, name: 'Beta' });
    await desk.custodian.addRing({ tenant: 'Beta', alg: 'ES256', name: ring });
    const file = Buffer.from(await desk.vault.get(secretName(inState('current').id)));
    await desk.custodian.importKey({ tenant: 'Beta', ring, as: 'previous', allowSmallExponent: false }, file, {
      passphrase: null,
    });
    const shared = await diagnosis();
    expect(shared.codes).toEqual(['material-shared']);
    expect(shared.text).toContain('“Acme”');
    expect(shared.text).toContain('“Beta”');
    const { kid } = inState('current');
    await desk.custodian.revokeKey({ tenant: 'Beta', kid, reason: 'stolen', compromised: true, override: 'a test' });
    expect((await diagnosis()).codes).toEqual(['revoked-material-in-use']);
  });

  it('flags dates that cannot be, and a state without its date', async () => {
    edit({ ...inState('current'), currentAt: '2020-01-01T00:00:00.000Z' });
    expect((await diagnosis()).codes).toEqual(['times-disordered']);
    edit({ ...inState('current'), currentAt: null });
    expect((await diagnosis()).codes).toEqual(['rule-broken']);
  });

  it.each([
    ['locked', 'keychain-unreachable'],
    ['foreign', 'keychain-unreachable'],
  ] as const)('with a %s keychain touches nothing there, and still checks what is public', async (condition, code) => {
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    edit({ ...inState('current'), currentAt: null });
    const before = desk.vault.names();
    desk.vault.become(condition);
    const report = await examine();
    expect(report.findings.map((found) => found.code)).toEqual([code, 'rule-broken', 'left-unsettled']);
    expect(report).toMatchObject({ checked: { keys: 4, secrets: 0 }, audit: { ok: true, keychainAsked: false } });
    desk.vault.become('available');
    expect(desk.vault.names()).toEqual(before);
  });

  it('says when the clock was set back, and then erases nothing', async () => {
    desk.advance(-3_600_000);
    expect((await diagnosis()).codes).toContain('clock-set-back');
  });

  it('leaves what it did in the audit chain', async () => {
    await desk.vault.put('key-orphan', new Uint8Array(10));
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at: '2026-11-22T08:00:00.000Z' }]);
    const { audit } = await examine();
    const last = desk.custodian.listAudit({ afterSeq: audit.entries - 1, limit: 1 });
    expect(last[0]).toMatchObject({ action: 'custody.settled', details: { removed: true } });
    expect(audit.signedThrough).toBe(audit.entries);
  });
});

describe('a clock that is called right', () => {
  it('dates what lies ahead of it as done now, and nothing else', async () => {
    const now = desk.ports.clock.now().toISOString();
    const [next, current] = [inState('next'), inState('current')];
    const [before, ahead] = [plusDays(now, -3), plusDays(now, 3)];
    const [soon, never] = [plusDays(now, 30), plusDays(now, 36_500)];
    const dated = { createdAt: before, publishedAt: ahead, lastUsedAt: ahead, destroyAt: soon };
    edit({ ...next, ...dated }, { ...current, createdAt: before, destroyAt: never });
    const untouched = keys().filter(({ kid }) => kid !== next.kid && kid !== current.kid);
    const { corrected, at } = await desk.custodian.stateClock({ reason: 'a new battery' });
    expect([corrected.toSorted(), at]).toEqual([[next.kid, current.kid].toSorted(), now]);
    expect(inState('next')).toEqual({ ...next, ...dated, publishedAt: now, lastUsedAt: now });
    // The day of an erasure that far ahead was reckoned with the wrong clock.
    expect(inState('current')).toEqual({ ...current, createdAt: before, destroyAt: null });
    expect(keys().filter(({ kid }) => kid !== next.kid && kid !== current.kid)).toEqual(untouched);
  });
});
