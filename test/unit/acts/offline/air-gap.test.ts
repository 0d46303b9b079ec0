// A push over the air gap, from bundle to receipt, and everything by which it is refused on the way.
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TENANT as tenant, openAirGap, type AirGap } from '../../../support/air-gap.ts';
import { openDesk } from '../../../support/desk.ts';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { remoteText } from '../../../../main/tenant/remote-text.ts';
import { CustodianError } from '../../../../shared/errors.ts';

const DAY_MS = 86_400_000;

let gap: AirGap;
beforeEach(async () => {
  gap = await openAirGap();
});
afterEach(() => gap.close());

function foreignKey(kid: string): Record<string, unknown> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
}

const homeKeys = () => gap.home.custodian.showTenant({ tenant }).rings.flatMap(({ keys }) => keys);
const there = () => gap.keys().map(({ kid }) => kid);
const writes = () => gap.server.asked.filter(({ method }) => method !== 'GET');
const elsewhere = (keys: Record<string, unknown>[]) => gap.server.put(JSON.stringify({ keys }));
const actions = (desk = gap.home) => desk.custodian.listAudit({ afterSeq: 0, limit: 200 }).map(({ action }) => action);

/** The whole way once, with a courier who was compared. */
async function deliver(intent?: Parameters<AirGap['bundle']>[0]) {
  const { receipt, carried } = await gap.carry(await gap.bundle(intent));
  return gap.accept(receipt, carried.courier);
}

/** The signed content of a flattened JWS, changed and put back under the same signature. */
function altered(text: string, change: (content: Record<string, unknown>) => void): string {
  const jws = JSON.parse(text) as { payload: string };
  const content = JSON.parse(Buffer.from(jws.payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  change(content);
  return JSON.stringify({ ...jws, payload: Buffer.from(JSON.stringify(content)).toString('base64url') });
}

describe('the whole way', () => {
  it('pushes exactly the previewed bytes once, and the receipt makes it a publication', async () => {
    const { body, kids } = await gap.home.custodian.previewBundle({ tenant });
    const bundle = await gap.bundle();
    expect(homeKeys().every(({ announcedAt }) => announcedAt !== null)).toBe(true);
    expect(gap.home.custodian.listOutbox()).toMatchObject({ travelling: [{ tenant, kids, expired: false }], owed: [] });
    gap.advance(DAY_MS);
    const { carried, receipt } = await gap.carry(bundle);
    expect(carried).toMatchObject({ outcome: 'pushed', kids, again: false });
    expect(writes()).toEqual([{ method: 'PUT', ifMatch: undefined, ifNoneMatch: '*', body }]);
    const accepted = await gap.accept(receipt, carried.courier);
    expect(accepted).toMatchObject({ outcome: 'pushed', confirmed: true, foreign: [], seen: { kids } });
    const view = gap.home.custodian.showTenant({ tenant });
    expect(view.lastPublication).toMatchObject({ act: 'push', kids, sent: body });
    expect(homeKeys().map(({ publishedAt }) => publishedAt)).toEqual(kids.map(() => '2026-11-23T08:00:00.000Z'));
    expect(gap.home.custodian.listOutbox()).toEqual({ waiting: [], travelling: [], owed: [] });
    expect(actions()).toEqual(expect.arrayContaining(['bundle.made', 'courier.accepted', 'receipt.accepted']));
    expect(actions(gap.courier)).toEqual(expect.arrayContaining(['courier.begun', 'courier.sent', 'courier.pushed']));
    expect((await gap.home.custodian.verifyAudit()).ok).toBe(true);
    expect((await gap.courier.custodian.verifyAudit()).ok).toBe(true);
  });

  it('builds the next bundle on the last one, and the courier need not be compared again', async () => {
    await deliver();
    gap.advance(DAY_MS);
    await gap.home.custodian.rotateRing({ tenant, override: 'the courier is about to leave' });
    const { carried, receipt } = await gap.carry(await gap.bundle());
    expect(carried.outcome).toBe('pushed');
    expect(await gap.accept(receipt)).toMatchObject({ confirmed: true });
    expect(there()).toEqual(gap.home.custodian.showTenant({ tenant }).lastPublication?.kids);
    await deliver({ act: 'clear' });
    expect(gap.server.document()).toBeNull();
    await deliver({ act: 'rollback' });
    expect(there()).toHaveLength(3);
  });

  it('settles what waited in the outbox', async () => {
    await gap.home.custodian.credentials.store(
      { tenant, kind: 'token' },
      { secret: Buffer.from('token'), certificate: Buffer.alloc(0), key: Buffer.alloc(0) },
    );
    await gap.home.custodian.queuePublication({ tenant });
    await deliver();
    expect(gap.home.custodian.listOutbox().waiting).toEqual([]);
  });

  it('is carried once: the second time the same receipt comes, and nothing is sent', async () => {
    const bundle = await gap.bundle();
    const { receipt } = await gap.carry(bundle);
    gap.advance(30 * DAY_MS);
    const again = await gap.carry(bundle);
    expect([again.carried.again, again.receipt]).toEqual([true, receipt]);
    expect(writes()).toHaveLength(1);
  });

  it('is settled by reading when a former attempt arrived without a receipt', async () => {
    const bundle = await gap.bundle();
    gap.server.put((await gap.home.custodian.previewBundle({ tenant })).body ?? '');
    const { carried, receipt } = await gap.carry(bundle);
    expect([carried.outcome, writes()]).toEqual(['already-there', []]);
    expect(await gap.accept(receipt, carried.courier)).toMatchObject({ confirmed: true });
  });

  it('holds no secret in any file or audit entry', async () => {
    const bundle = await gap.bundle();
    const { receipt } = await gap.carry(bundle);
    const all = [bundle.text, receipt, JSON.stringify(gap.courier.custodian.listAudit({ afterSeq: 0, limit: 99 }))];
    expect(all.join('\n')).not.toContain('courier-token');
    expect(gap.courier.vault.names().filter((name) => name.startsWith('credential'))).toEqual([]);
  });
});

describe('the courier refuses', () => {
  it('where a key is there that would be lost, and its receipt lets the next bundle keep it', async () => {
    elsewhere([foreignKey('theirs')]);
    const { carried, receipt } = await gap.carry(await gap.bundle());
    expect(carried).toMatchObject({ outcome: 'refused', unexpected: [{ kid: 'theirs', change: 'appeared' }] });
    expect([there(), writes()]).toEqual([['theirs'], []]);
    expect(await gap.accept(receipt, carried.courier)).toMatchObject({ confirmed: false, foreign: ['theirs'] });
    expect(gap.home.custodian.showTenant({ tenant }).lastPublication).toBeNull();
    const { diff } = await gap.home.custodian.previewBundle({ tenant });
    expect(diff.map(({ kind }) => kind)).toEqual(['added', 'added', 'foreign']);
    await expect(deliver()).rejects.toMatchObject({ code: 'PUBLISH_FOREIGN_UNDECIDED', facts: { keys: ['theirs'] } });
    await deliver({ keepForeign: [{ name: 'theirs', reason: 'of the old portal' }] });
    expect(gap.home.custodian.showTenant({ tenant }).keptForeign).toMatchObject([{ name: 'theirs' }]);
    expect(there()).toEqual([
      ...homeKeys()
        .toReversed()
        .map(({ kid }) => kid),
      'theirs',
    ]);
    await deliver({ removeForeign: ['theirs'] });
    expect(there()).not.toContain('theirs');
  });

  it('where a key of the known set vanished, was altered or has no kid', async () => {
    await deliver();
    gap.advance(DAY_MS);
    await gap.home.custodian.rotateRing({ tenant, override: 'the courier is about to leave' });
    const [first = {}, second = {}] = gap.keys();
    const bundle = await gap.bundle();
    const { kid: _, ...nameless } = foreignKey('nameless');
    for (const set of [[first], [first, { ...second, use: 'enc' }], [first, second, nameless]]) {
      elsewhere(set);
      const { carried } = await gap.carry(bundle);
      expect([carried.outcome, carried.unexpected.length > 0]).toEqual(['refused', true]);
    }
    expect(writes()).toHaveLength(1);
    // The order of a set has no meaning, and a server may add members.
    elsewhere([second, { ...first, added_by_the_server: true }]);
    expect((await gap.carry(bundle)).carried.outcome).toBe('pushed');
  });

  it('keeps private keys that a server shows out of its receipt', async () => {
    elsewhere([{ ...foreignKey('theirs'), k: 'c2VjcmV0LWhhbGY' }]);
    const { receipt } = await gap.carry(await gap.bundle());
    const { payload } = JSON.parse(receipt) as { payload: string };
    expect(Buffer.from(payload, 'base64url').toString('utf8')).not.toContain('c2VjcmV0LWhhbGY');
  });

  it('a bundle that was altered, is of another device, expired, or comes from the future', async () => {
    const bundle = await gap.bundle({}, 1);
    const carry = (text: string) => gap.carry({ ...bundle, text });
    await expect(carry(altered(bundle.text, (content) => (content['set'] = [])))).rejects.toMatchObject({
      code: 'COURIER_FILE_REFUSED',
      facts: { problem: { code: 'signature-wrong' } },
    });
    await expect(carry('{}')).rejects.toMatchObject({ code: 'COURIER_FILE_REFUSED' });
    await expect(carry('x'.repeat(1000))).rejects.toMatchObject({ code: 'COURIER_FILE_REFUSED' });
    await expect(gap.carry({ ...bundle, device: 'ab'.repeat(32) })).rejects.toMatchObject({
      code: 'COURIER_DEVICE_UNKNOWN',
      facts: { file: 'bundle', fingerprint: bundle.device },
    });
    gap.courier.advance(-2 * 3_600_000);
    await expect(carry(bundle.text)).rejects.toMatchObject({
      facts: { problem: { code: 'made-in-future' } },
    });
    gap.courier.advance(DAY_MS + 2 * 3_600_000);
    await expect(carry(bundle.text)).rejects.toMatchObject({ code: 'COURIER_BUNDLE_EXPIRED' });
    expect(gap.server.asked).toEqual([]);
  });

  it('a receipt, an audit seal or a header of its own making in the place of a bundle', async () => {
    const bundle = await gap.bundle();
    const { receipt } = await gap.carry(bundle);
    await expect(gap.carry({ ...bundle, text: receipt })).rejects.toMatchObject({
      facts: { problem: { code: 'no-bundle' } },
    });
    const jws = JSON.parse(bundle.text) as Record<string, string>;
    const header = JSON.parse(Buffer.from(jws['protected'] ?? '', 'base64url').toString()) as Record<string, unknown>;
    for (const more of [{ alg: 'none' }, { crit: ['b64'], b64: false }, { alg: 'HS256' }, { jwk: undefined }]) {
      const forged = Buffer.from(JSON.stringify({ ...header, ...more })).toString('base64url');
      const text = JSON.stringify({ ...jws, protected: forged });
      await expect(gap.carry({ ...bundle, text })).rejects.toMatchObject({ code: 'COURIER_FILE_REFUSED' });
    }
  });

  it('where the place is not ready to show a set, before anything is sent', async () => {
    const { ports } = gap.courier;
    const asked: unknown[] = [];
    const custodian = createCustodian({
      ...ports,
      tenants: {
        ...ports.tenants,
        connect: async (...whom) => ({
          ...(await ports.tenants.connect(...whom)),
          async preflight(about) {
            asked.push(about);
            throw new CustodianError('DOMAIN_NOT_READY', { host: 'h', domain: 'd', status: remoteText('pending', []) });
          },
        }),
      },
    });
    const carrying = gap.carry(await gap.bundle(), { ...gap.courier, custodian });
    await expect(carrying).rejects.toMatchObject({ code: 'DOMAIN_NOT_READY' });
    expect([asked, writes()]).toEqual([[{ clears: false, first: true }], []]);
  });

  it('without a keychain to sign the receipt with, before anything is sent', async () => {
    const bundle = await gap.bundle();
    gap.courier.vault.become('locked');
    await expect(gap.carry(bundle)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    expect(gap.server.asked).toEqual([]);
  });
});

describe('home refuses', () => {
  it('a receipt of a courier that was not compared, and says what to compare', async () => {
    const { carried, receipt } = await gap.carry(await gap.bundle());
    const unknown = { code: 'COURIER_DEVICE_UNKNOWN', facts: { file: 'receipt', fingerprint: carried.courier } };
    await expect(gap.accept(receipt)).rejects.toMatchObject(unknown);
    await expect(gap.accept(receipt, 'ab'.repeat(32))).rejects.toMatchObject(unknown);
    expect(gap.home.custodian.listOutbox().travelling).toHaveLength(1);
  });

  it('a receipt that was altered, comes twice, or is for a bundle that was not made here', async () => {
    const { carried, receipt } = await gap.carry(await gap.bundle());
    const forged = altered(receipt, (content) => (content['outcome'] = 'already-there'));
    await expect(gap.accept(forged, carried.courier)).rejects.toMatchObject({ code: 'COURIER_FILE_REFUSED' });
    await gap.accept(receipt, carried.courier);
    await expect(gap.accept(receipt)).rejects.toMatchObject({
      facts: { problem: { code: 'receipt-already' } },
    });
    const other = openDesk();
    try {
      await other.custodian.addTenant({
        ...gap.home.custodian.showTenant({ tenant }).tenant,
        name: tenant,
        customDomain: null,
      });
      await expect(other.custodian.acceptReceipt({ tenant, courier: carried.courier }, receipt)).rejects.toMatchObject({
        facts: { problem: { code: 'not-made-here' } },
      });
    } finally {
      await other.close();
    }
  });

  it('a receipt that was overtaken by another publication', async () => {
    const late = await gap.carry(await gap.bundle());
    gap.advance(1000);
    elsewhere([]);
    const { carried, receipt } = await gap.carry(await gap.bundle());
    await gap.accept(receipt, carried.courier);
    await expect(gap.accept(late.receipt)).rejects.toMatchObject({
      facts: { problem: { code: 'published-since' } },
    });
  });

  it('a receipt with a time that cannot be', async () => {
    const bundle = await gap.bundle({}, 1);
    gap.courier.advance(-DAY_MS / 24);
    gap.home.advance(-2 * 3_600_000);
    const { carried, receipt } = await gap.carry(bundle);
    gap.home.advance(-3_600_000);
    await expect(gap.accept(receipt, carried.courier)).rejects.toMatchObject({
      facts: { problem: { code: 'impossible-time' } },
    });
  });

  it('a bundle of another plan than the previewed one, and one that nothing can be pushed with', async () => {
    const { hash } = await gap.home.custodian.previewBundle({ tenant });
    await gap.home.custodian.rotateRing({ tenant, override: 'the courier is about to leave' });
    const make = (args: { tenant: string; hash: string }, save: () => Promise<void>) =>
      gap.home.custodian.makeBundle({ ...args, days: 7 }, { qr: true }, save);
    await expect(make({ tenant, hash }, async () => undefined)).rejects.toMatchObject({ code: 'PUBLISH_CHANGED' });
    const fresh = await gap.home.custodian.previewBundle({ tenant });
    const full = new Error('no space left');
    await expect(make({ tenant, hash: fresh.hash }, () => Promise.reject(full))).rejects.toBe(full);
    expect(gap.home.custodian.listOutbox().travelling).toEqual([]);
    await gap.home.custodian.editTenant({ tenant, jwksUrl: null });
    await expect(gap.home.custodian.previewBundle({ tenant })).rejects.toThrow('PUBLISH_NOT_CONFIGURED');
  });
});
