// The gate: for which acts, of which tenants, a second officer is wanted; which of the yeses that were brought along counts; and
// what using it leaves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDevice } from '../../../../main/acts/audit/device.ts';
import { openDocument } from '../../../../main/acts/four-eyes/documents.ts';
import { approvableOf, asked, passFourEyes, secondWantedBy } from '../../../../main/acts/four-eyes/gate.ts';
import {
  ANSWER_PURPOSE,
  answerDocument,
  type ApprovalAnswer,
  type FourEyesKind,
  hashOfApprovable,
} from '../../../../shared/domain/four-eyes/four-eyes.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import { MAX_APPROVAL_BYTES } from '../../../../shared/domain/limits.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { type Desk, openDesk } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';

const tenant = 'Acme';
const desk = deskForEach();
let second: Desk;
beforeEach(() => {
  second = openDesk();
  putOnRecord(second);
});
afterEach(() => second.close());

const other: Tenant = { ...aTenant, id: 'other', name: 'Other', domain: 'other.example', customDomain: null };
const secondDevice = () => openDevice(second.ports, 'approval');
const ownDevice = () => openDevice(desk.ports, 'approval');
const ID = '7d444840-9dc0-41d1-b245-5ffdce74fad2';

/** With this device listed as an officer of it. */
async function wants(kinds: FourEyesKind[], at: Tenant = aTenant): Promise<void> {
  putOnRecord(desk, { tenant: at, rings: [{ ...aRing, id: `ring of ${at.id}`, tenantId: at.id }] });
  const { fingerprint } = await secondDevice();
  desk.ports.registry.change({ action: 'test', subject: at.name, details: {} }, (writer) => {
    writer.addOfficer(at.id, { name: `Second of ${at.name}`, device: fingerprint, addedAt: after(0) });
    writer.setFourEyes(at.id, kinds);
  });
}

const REVOKE = { tenant, kid: 'k', reason: 'old' };
const approvable = (act: string, args: object, place = aTenant) =>
  desk.ports.registry.read((reader) => approvableOf(reader, place, act, args));
const answerTo = async (act: string, args: object, part: Partial<ApprovalAnswer> = {}, place = aTenant) => {
  const answer: ApprovalAnswer = {
    purpose: ANSWER_PURPOSE,
    version: 1,
    id: ID,
    hash: hashOfApprovable(approvable(act, args, place)),
    requester: (await ownDevice()).fingerprint,
    decision: 'granted',
    reason: null,
    at: after(0),
    expiresAt: after(60),
    ...part,
  };
  return (await secondDevice()).sign(ANSWER_PURPOSE, canonicalJson(answer));
};
const brought = (...texts: string[]) => texts.map((text) => ({ text, spentOn: null as string | null }));
const pass = (given: ReturnType<typeof brought>, act = 'key.revoke', args: object = REVOKE) =>
  passFourEyes(desk.ports, given, act, args);
const refusing = (code: string, facts: object) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object }) as Error;
const said = { kid: 'k', reason: 'old' };
const wanted = { tenant, act: 'key.revoke', args: canonicalJson(said) };
const useEntries = () => newestEntries(desk, 1000).filter(([action]) => action === 'approval.used');

describe('what is asked for', () => {
  const ask = (act: string, args: object) => asked(desk.ports, act, args);

  it('names the tenant, the act and all that was said, in letters that every screen has', async () => {
    await wants([]);
    const error = ask('key.revoke', { ...REVOKE, tenant: 'acme', reason: 'Größe \u202e', override: undefined });
    expect(error).toMatchObject({ code: 'APPROVAL_NEEDED', facts: { tenant, act: 'key.revoke' } });
    expect(error.facts).toMatchObject({ args: '{"kid":"k","reason":"Gr\\u00f6\\u00dfe \\u202e"}' });
  });

  it.each([
    ['an act that is no such', 'tenant.rename', { tenant, to: 'x' }],
    ['a tenant that is not there', 'key.revoke', { tenant: 'nobody' }],
    ['an act about all tenants that none wants two for', 'backup.create', {}],
  ])('is nothing for %s', async (_, act, args) => {
    await wants(['revoke']);
    expect(ask(act, args)).toMatchObject({ code: 'APPROVAL_NOT_FOR', facts: { act } });
  });

  it('of all tenants names those that want two, at the first of them', async () => {
    await wants(['hand-over'], other);
    await wants(['revoke']);
    const third = { ...other, id: 'third', name: 'Third', domain: 'third.example' };
    await wants(['hand-over'], third);
    expect(ask('backup.create', { credentials: false })).toMatchObject({
      code: 'APPROVAL_NEEDED',
      facts: { tenant: 'Other', act: 'backup.create', args: '{"credentials":false,"tenants":["Other","Third"]}' },
    });
  });
});

describe('who wants a second officer', () => {
  const names = (act: string, args: object) => secondWantedBy(desk.ports, act, args);

  it.each<[FourEyesKind[], string, object, string[]]>([
    [[], 'key.revoke', REVOKE, []],
    [['revoke'], 'key.revoke', REVOKE, [tenant]],
    [['revoke'], 'key.revoke', { ...REVOKE, tenant: 'ACME' }, [tenant]],
    [['rotate'], 'key.revoke', REVOKE, []],
    [['revoke'], 'key.revoke', { ...REVOKE, tenant: 'nobody' }, []],
    [['revoke'], 'tenant.rename', { tenant, to: 'x' }, []],
    [['revoke'], 'officer.add', { tenant, name: 'x' }, [tenant]],
    [['rotate'], 'key.generate', { tenant }, []],
    [['rotate'], 'key.generate', { tenant, replace: undefined }, []],
    [['rotate'], 'key.generate', { tenant, replace: 'k' }, [tenant]],
    [['hand-over'], 'backup.create', {}, [tenant]],
    [['revoke'], 'backup.create', {}, []],
  ])('of %j for %s %j', async (kinds, act, args, answer) => {
    await wants(kinds);
    expect(names(act, args)).toEqual(answer);
  });

  it('of all tenants are all that do', async () => {
    await wants(['hand-over']);
    await wants(['hand-over'], other);
    expect(names('backup.create', {})).toEqual([tenant, 'Other']);
  });
});

it('what two agree on is the act with all that was said, the place, and the keys in the order of their kids', () => {
  const keys = ['b', 'c', 'a'].map((kid) => aKey({ kid, state: 'previous' }));
  putOnRecord(desk, { keys });
  expect(approvable('key.revoke', { ...REVOKE, override: undefined })).toEqual({
    act: 'key.revoke',
    place: approvalPlace(aTenant),
    args: said,
    keys: ['a', 'b', 'c'].map((kid) => ({
      kid,
      state: 'previous',
      spkiSha256: keys.find((key) => key.kid === kid)?.spkiSha256,
    })),
  });
});

describe('an act', () => {
  it.each([
    ['that no kind names', 'tenant.rename', { tenant, to: 'x' }],
    ['for which the tenant wants none', 'key.rotate', { tenant }],
    ['at a tenant that is not there', 'key.revoke', { tenant: 'nobody' }],
  ])('%s goes on', async (_, act, args) => {
    await wants(['revoke']);
    expect(() => pass([], act, args)).not.toThrow();
    expect(useEntries()).toEqual([]);
  });

  it('without a yes says what one is to be made of', async () => {
    await wants(['revoke']);
    expect(() => pass([])).toThrow(refusing('APPROVAL_NEEDED', wanted));
  });

  it('goes on with the yes of another, which is used up by it', async () => {
    await wants(['revoke']);
    const given = brought(await answerTo('key.revoke', REVOKE));
    pass(given);
    const { fingerprint: device } = await secondDevice();
    const hash = hashOfApprovable(approvable('key.revoke', REVOKE));
    expect(useEntries()).toEqual([
      ['approval.used', tenant, { act: 'key.revoke', id: ID, hash, officer: 'Second of Acme', device }],
    ]);
    expect(given[0]?.spentOn).toBe('key.revoke');
    expect(desk.ports.registry.read((reader) => [...reader.usedApprovals('tenant')])).toEqual([ID]);
    expect(() => pass(given)).toThrow(refusing('APPROVAL_UNFIT', { flaw: 'used', reason: null, wanted }));
    expect(() => pass(given, 'key.withdraw', { tenant, kid: 'k' })).toThrow(
      refusing('APPROVAL_NEEDED', { act: 'key.withdraw' }),
    );
  });

  it('takes the first that counts, and passes over those that do not', async () => {
    await wants(['revoke']);
    const no = await answerTo('key.revoke', REVOKE, { decision: 'refused', reason: 'not today' });
    const given = brought(
      'dear colleague',
      no,
      await answerTo('key.revoke', REVOKE),
      await answerTo('key.revoke', REVOKE),
    );
    pass(given);
    expect(given.map(({ spentOn }) => spentOn)).toEqual([null, null, 'key.revoke', null]);
  });

  it.each<[string, Partial<ApprovalAnswer>]>([
    ['refused', { decision: 'refused', reason: 'not today' }],
    ['expired', { expiresAt: after(0) }],
    ['other-content', { hash: 'ab'.repeat(32) }],
    ['other-requester', { requester: 'ab'.repeat(32) }],
  ])('is told why the last that was brought does not count: %s', async (flaw, part) => {
    await wants(['revoke']);
    const given = brought('dear colleague', await answerTo('key.revoke', REVOKE, part));
    expect(() => pass(given)).toThrow(refusing('APPROVAL_UNFIT', { flaw, reason: part.reason ?? null, wanted }));
    expect(() => pass(given.toReversed())).toThrow(refusing('APPROVAL_UNFIT', { flaw: 'signature', reason: null }));
    expect(given.map(({ spentOn }) => spentOn)).toEqual([null, null]);
  });

  it('about all tenants takes one yes of an officer of several', async () => {
    await wants(['hand-over']);
    await wants(['hand-over'], other);
    const args = { credentials: false };
    const text = await answerTo('backup.create', { ...args, tenants: [tenant, 'Other'] });
    const given = brought(text);
    pass(given, 'backup.create', args);
    expect(useEntries().map(([, subject, details]) => [subject, details])).toEqual([
      [tenant, expect.objectContaining({ act: 'backup.create', id: ID, officer: 'Second of Acme' })],
      ['Other', expect.objectContaining({ id: ID, officer: 'Second of Other' })],
    ]);
    const used = (id: string) => desk.ports.registry.read((reader) => [...reader.usedApprovals(id)]);
    expect([used('tenant'), used('other')]).toEqual([[ID], []]);
    expect(() => pass(brought(text), 'backup.create', args)).toThrow(refusing('APPROVAL_UNFIT', { flaw: 'used' }));
  });

  it('about all tenants uses no yes before all are there', async () => {
    await wants(['hand-over']);
    await wants(['hand-over'], other);
    desk.ports.registry.change({ action: 'test', subject: 'Other', details: {} }, (writer) => {
      writer.removeOfficer('other', writer.officers('other')[0]?.device ?? '');
    });
    const given = brought(await answerTo('backup.create', { tenants: [tenant, 'Other'] }));
    expect(() => pass(given, 'backup.create', {})).toThrow(refusing('APPROVAL_UNFIT', { flaw: 'not-officer' }));
    expect([useEntries(), given[0]?.spentOn]).toEqual([[], null]);
  });
});

describe('a signed document', () => {
  type Parts = Record<'protected' | 'payload' | 'signature', string>;
  const open = (text: string, type = ANSWER_PURPOSE as string) => openDocument(text, type, answerDocument);
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  async function made(): Promise<{ text: string; parts: Parts; header: Record<string, unknown> }> {
    putOnRecord(desk);
    const text = await answerTo('key.revoke', REVOKE);
    const parts = JSON.parse(text) as Parts;
    const header = JSON.parse(Buffer.from(parts.protected, 'base64url').toString()) as Record<string, unknown>;
    return { text, parts, header };
  }

  it('is opened with who signed it', async () => {
    const { text } = await made();
    const { fingerprint } = await secondDevice();
    expect(open(text)).toMatchObject({ signer: fingerprint, value: { id: ID, decision: 'granted' } });
    // As editors and mail programs leave it.
    expect(open(`\uFEFF ${text}\u00A0\n`)?.signer).toBe(fingerprint);
  });

  it('is none in any other form', async () => {
    const { text, parts, header } = await made();
    const jwk = header['jwk'] as Record<string, string>;
    const device = await secondDevice();
    const answer = JSON.parse(Buffer.from(parts.payload, 'base64url').toString()) as Record<string, unknown>;
    const loose = await device.sign(ANSWER_PURPOSE, JSON.stringify({ version: 1, ...answer }, null, 1));
    const less = await device.sign(ANSWER_PURPOSE, canonicalJson({ ...answer, id: 'none' }));
    const forms: [string, string][] = [
      ['no JSON', 'dear colleague'],
      ['no object', '[]'],
      ['a member more', JSON.stringify({ ...parts, more: '' })],
      ['a header that is no JSON', JSON.stringify({ ...parts, protected: 'AAAA' })],
      ['another algorithm', JSON.stringify({ ...parts, protected: base64({ ...header, alg: 'EdDSA' }) })],
      [
        'another kind of key',
        JSON.stringify({ ...parts, protected: base64({ ...header, jwk: { ...jwk, kty: 'EC' } }) }),
      ],
      ['another curve', JSON.stringify({ ...parts, protected: base64({ ...header, jwk: { ...jwk, crv: 'X25519' } }) })],
      ['another type', JSON.stringify({ ...parts, protected: base64({ ...header, typ: 'x' }) })],
      ['another content', JSON.stringify({ ...parts, payload: base64({ ...answer, decision: 'refused' }) })],
      ['another signature', JSON.stringify({ ...parts, signature: Buffer.alloc(64).toString('base64url') })],
      ['content in another form', loose],
      ['content that is none', less],
      ['too much', `${text}${' '.repeat(MAX_APPROVAL_BYTES)}`],
    ];
    expect(forms.filter(([, form]) => open(form) !== null)).toEqual([]);
    expect(open(text, 'another')).toBeNull();
    expect(open(text.padEnd(MAX_APPROVAL_BYTES))).not.toBeNull();
    expect(open(text.padEnd(MAX_APPROVAL_BYTES + 1))).toBeNull();
  });
});
