// Who may say the second yes; a request for one, its answer, and what is kept of answers that are brought along.
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addOfficer, removeOfficer, setFourEyes, showFourEyes } from '../../../../main/acts/four-eyes/officers.ts';
import { answerRequest, openAnswer } from '../../../../main/acts/four-eyes/answers.ts';
import { approvalIn, openRequest, requestApproval } from '../../../../main/acts/four-eyes/requests.ts';
import { approvableOf } from '../../../../main/acts/four-eyes/gate.ts';
import { openDevice } from '../../../../main/acts/audit/device.ts';
import { DEVICE_KEY } from '../../../../main/ports/secret-name.ts';
import { ANSWER_PURPOSE, hashOfApprovable, REQUEST_PURPOSE } from '../../../../shared/domain/four-eyes/four-eyes.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';

const tenant = 'Acme';
const desk = deskForEach();
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;
const unfit = (flaw: string) => ({ code: 'APPROVAL_UNFIT', facts: { flaw, reason: null, wanted: null } });
const device = (letter: string) => letter.repeat(64);
const ownDevice = async () => (await openDevice(desk.ports, 'approval')).fingerprint;
const HOUR = 3600;
const OTHER = { action: 'test', subject: '', details: {} };

describe('officers', () => {
  beforeEach(() => void putOnRecord(desk));
  const add = (name: string, of: string) => addOfficer(desk.ports, { tenant, name, device: of });
  const names = () => showFourEyes(desk.ports, { tenant }).officers.map(({ name }) => name);

  it('are named with their device, and since when', async () => {
    const view = add('Ann', device('a'));
    const officer = { name: 'Ann', device: device('a'), addedAt: after(0) };
    expect(view).toEqual({ own: null, kinds: [], officers: [officer] });
    expect(newestEntries(desk, 1)).toEqual([['officer.added', tenant, { officer: 'Ann', device: device('a') }]]);
    const own = await ownDevice();
    expect(showFourEyes(desk.ports, { tenant })).toEqual({ own, kinds: [], officers: [officer] });
  });

  it.each([
    ['the same name in other letters', 'ANN', 'b'],
    ['the same device under another name', 'Bob', 'a'],
  ])('stand once: %s', (_, name, letter) => {
    add('Ann', device('a'));
    expect(() => add(name, device(letter))).toThrow(refusing('OFFICER_EXISTS', { officer: 'Ann' }));
    add('Cid', device('c'));
    expect(names()).toEqual(['Ann', 'Cid']);
  });

  it('are removed by their name', () => {
    add('Ann', device('a'));
    add('Bob', device('b'));
    expect(removeOfficer(desk.ports, { tenant, name: 'BOB' }).officers.map(({ name }) => name)).toEqual(['Ann']);
    expect(newestEntries(desk, 1)).toEqual([['officer.removed', tenant, { officer: 'BOB' }]]);
    expect(() => removeOfficer(desk.ports, { tenant, name: 'Bob' })).toThrow(
      refusing('OFFICER_NOT_FOUND', { tenant, officer: 'Bob' }),
    );
    expect(names()).toEqual(['Ann']);
  });

  it('one is left while two are wanted, who is not this device', async () => {
    const alone = refusing('FOUR_EYES_ALONE', { tenant });
    const set = (...kinds: ('push' | 'rotate')[]) => setFourEyes(desk.ports, { tenant, kinds });
    expect(() => set('push')).toThrow(alone);
    add('Me', await ownDevice());
    expect(() => set('push')).toThrow(alone);
    add('Ann', device('a'));
    expect(set('push', 'rotate', 'push').kinds).toEqual(['push', 'rotate']);
    expect(newestEntries(desk, 1)).toEqual([['officer.acts-set', tenant, { kinds: ['push', 'rotate', 'push'] }]]);
    expect(() => removeOfficer(desk.ports, { tenant, name: 'Ann' })).toThrow(alone);
    expect(names().toSorted()).toEqual(['Ann', 'Me']);
    expect(set().kinds).toEqual([]);
    removeOfficer(desk.ports, { tenant, name: 'Ann' });
    expect(names()).toEqual(['Me']);
  });
});

describe('a request', () => {
  let second: Desk;
  beforeEach(() => {
    second = openDesk();
    putOnRecord(second);
    putOnRecord(desk, { keys: [aKey({ kid: 'k' })] });
  });
  afterEach(() => second.close());

  const ARGS = '{"kid":"k","reason":"old"}';
  const request = (part: object = {}) =>
    requestApproval(desk.ports, { tenant: 'acme', act: 'key.revoke', args: ARGS, ...part });
  const answer = (text: string, said: Parameters<typeof answerRequest>[2] = { decision: 'granted', reason: null }) =>
    answerRequest(second.ports, text, said);
  const hash = () =>
    hashOfApprovable(
      desk.ports.registry.read((reader) => approvableOf(reader, aTenant, 'key.revoke', { kid: 'k', reason: 'old' })),
    );

  it('says what is asked, by whom, and until when', async () => {
    const made = await request();
    const { place, keys, ...said } = made.request;
    expect(said).toEqual({
      purpose: REQUEST_PURPOSE,
      version: 1,
      id: expect.any(String) as string,
      madeAt: after(0),
      expiresAt: after(24 * HOUR),
      actor: 'officer via test',
      act: 'key.revoke',
      args: { kid: 'k', reason: 'old' },
      hash: hash(),
    });
    expect(keys.map(({ kid, state }) => [kid, state])).toEqual([['k', 'next']]);
    expect(place).toEqual(approvalPlace(aTenant));
    expect(made.requester).toBe(await ownDevice());
    expect(
      Buffer.from(made.picture ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const details = { id: said.id, act: 'key.revoke', hash: hash(), expiresAt: after(24 * HOUR) };
    expect(newestEntries(desk, 1)).toEqual([['approval.requested', tenant, details]]);
    expect(openRequest(desk.ports, made.text)).toEqual({
      request: made.request,
      requester: made.requester,
      own: true,
      expired: false,
      here: 'same',
      officer: null,
      before: null,
    });
    expect(openRequest(second.ports, made.text).own).toBe(false);
  });

  it('is good for as long as was said, to the instant', async () => {
    const { text, request: said } = await request({ hours: 2 });
    expect(said.expiresAt).toBe(after(2 * HOUR));
    second.advance(2 * HOUR * 1000 - 1);
    expect(openRequest(second.ports, text).expired).toBe(false);
    second.advance(1);
    expect(openRequest(second.ports, text).expired).toBe(true);
    expect(await failureOf(answer(text))).toMatchObject(unfit('expired'));
  });

  it('is of a tenant that there is', async () => {
    expect(await failureOf(request({ tenant: 'nobody' }))).toMatchObject({ code: 'TENANT_NOT_FOUND' });
  });

  it.each([
    ['nothing', null, 'unknown'],
    ['a tenant of that name', {}, 'same'],
    ['one of that name with another id', { id: 'theirs' }, 'same'],
    ['one in another environment', { environment: 'production' }, 'elsewhere'],
    ['one at another address', { jwksUrl: 'https://elsewhere.example/jwks.json' }, 'elsewhere'],
  ] as const)('is of a tenant that may be known where it is opened: %s', async (_, part, here) => {
    const third = openDesk();
    onTestFinished(() => third.close());
    if (part !== null) {
      putOnRecord(third, { tenant: { ...aTenant, ...part }, rings: [] });
    }
    expect(openRequest(third.ports, (await request()).text).here).toBe(here);
  });

  it('is of an officer where the tenant lists the device', async () => {
    const { text, requester } = await request();
    expect(openRequest(second.ports, text).officer).toBeNull();
    addOfficer(second.ports, { tenant, name: 'Ann', device: requester });
    expect(openRequest(second.ports, text).officer).toBe('Ann');
  });

  it('says how it was answered here last, as long as such an answer can count', async () => {
    const { text } = await request({ hours: 1000 });
    await answer(text);
    second.advance(5000);
    await answer(text, { decision: 'refused', reason: 'not today' });
    // More than is read at once.
    const others = () => Array.from({ length: 510 }, () => second.ports.registry.change(OTHER, () => undefined));
    others();
    expect(openRequest(second.ports, text).before).toEqual({ decision: 'refused', at: after(5) });
    expect(openRequest(second.ports, (await request()).text).before).toBeNull();
    second.advance(169 * HOUR * 1000);
    others();
    expect(openRequest(second.ports, text).before).toBeNull();
  });

  it('is none where its hash is not that of what it says', async () => {
    const { request: said } = await request();
    const signing = await openDevice(desk.ports, 'approval');
    const sign = (part: object) => signing.sign(REQUEST_PURPOSE, canonicalJson({ ...said, ...part }));
    expect(openRequest(second.ports, await sign({})).request).toEqual(said);
    for (const part of [{ hash: 'ab'.repeat(32) }, { act: 'key.rotate' }, { keys: [] }, { args: {} }, { place: {} }]) {
      const text = await sign(part);
      expect(() => openRequest(second.ports, text)).toThrow(expect.objectContaining(unfit('signature')) as Error);
    }
    expect(() => openRequest(second.ports, 'dear colleague')).toThrow(
      expect.objectContaining(unfit('signature')) as Error,
    );
  });

  it('is answered with a yes that is good for as long as it is', async () => {
    const { text, request: said, requester } = await request({ hours: 2 });
    second.advance(5000);
    const given = await answer(text);
    const { fingerprint } = await openDevice(second.ports, 'approval');
    expect(given).toMatchObject({ decision: 'granted', device: fingerprint, expiresAt: after(2 * HOUR) });
    expect(
      Buffer.from(given.picture ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(openAnswer(desk.ports, given.text)).toEqual({
      purpose: ANSWER_PURPOSE,
      version: 1,
      id: said.id,
      hash: said.hash,
      requester,
      decision: 'granted',
      reason: null,
      at: after(5),
      expiresAt: after(2 * HOUR),
    });
    const details = { id: said.id, act: 'key.revoke', hash: said.hash, requester };
    expect(newestEntries(second, 1)).toEqual([['approval.granted', 'approvals', details]]);
  });

  it('is answered with a no that has its reason', async () => {
    const { text, request: said, requester } = await request();
    const given = await answer(text, { decision: 'refused', reason: 'not today' });
    expect(openAnswer(desk.ports, given.text)).toMatchObject({ decision: 'refused', reason: 'not today' });
    const details = { id: said.id, act: 'key.revoke', hash: said.hash, requester, reason: 'not today' };
    expect(newestEntries(second, 1)).toEqual([['approval.refused', 'approvals', details]]);
  });

  it('is answered for a week at most, whatever it says', async () => {
    const { text } = await request({ hours: 1000 });
    second.advance(5000);
    expect((await answer(text)).expiresAt).toBe(after(168 * HOUR + 5));
    const { text: shorter } = await request({ hours: 168 });
    expect((await answer(shorter)).expiresAt).toBe(after(168 * HOUR));
  });

  it('is not answered by whoever asked', async () => {
    const { text } = await request();
    const own = answerRequest(desk.ports, text, { decision: 'granted', reason: null });
    expect(await failureOf(own)).toMatchObject(unfit('own-key'));
    desk.advance(25 * HOUR * 1000);
    const late = answerRequest(desk.ports, text, { decision: 'granted', reason: null });
    expect(await failureOf(late)).toMatchObject(unfit('own-key'));
  });

  it('is made, and answered, by no device whose chain nobody vouches for', async () => {
    const { text } = await request();
    await answer(text);
    for (const { vault } of [desk, second]) {
      await vault.remove(DEVICE_KEY);
    }
    const unsigned = { code: 'AUDIT_BROKEN', facts: { unsigned: 'approval' } };
    expect(await failureOf(request())).toMatchObject(unsigned);
    expect(await failureOf(answer(text))).toMatchObject(unsigned);
  });

  describe('whose answer is looked at', () => {
    it.each([
      ['is none', async () => 'dear colleague', 'signature'],
      ['is a request', async () => (await request()).text, 'signature'],
    ])('says so where it %s', async (_, text, flaw) => {
      const given = await text();
      expect(() => openAnswer(desk.ports, given)).toThrow(expect.objectContaining(unfit(flaw)) as Error);
    });

    it('says so where it is of this device, or over', async () => {
      const { text } = await request({ hours: 1 });
      const given = (await answer(text)).text;
      expect(() => openAnswer(second.ports, given)).toThrow(expect.objectContaining(unfit('own-key')) as Error);
      desk.advance(HOUR * 1000 - 1);
      expect(openAnswer(desk.ports, given).decision).toBe('granted');
      desk.advance(1);
      expect(() => openAnswer(desk.ports, given)).toThrow(expect.objectContaining(unfit('expired')) as Error);
    });
  });

  it('is read from a file or a picture of it', async () => {
    const { text, picture } = await request();
    expect(await approvalIn(desk.ports, Buffer.from(text))).toBe(text);
    expect(await approvalIn(desk.ports, picture ?? expect.fail('no picture'))).toBe(text);
    const reading = { ...desk.ports.reading, textIn: async () => null };
    const nothing = approvalIn({ ...desk.ports, reading }, Buffer.from(text));
    expect(await failureOf(nothing)).toMatchObject(unfit('signature'));
  });
});

describe('answers that are brought along', () => {
  let second: Desk;
  beforeEach(async () => {
    second = openDesk();
    await second.custodian.addTenant({ ...ACME, alg: 'ES256' });
    await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  });
  afterEach(() => second.close());

  const bringOne = async (hours = 24): Promise<string> => {
    const { text } = await desk.custodian.requestApproval({ tenant, act: 'key.revoke', args: '{}', hours });
    return (await second.custodian.answerRequest(text, { decision: 'granted', reason: null })).text;
  };
  const count = () => desk.custodian.approvalsBrought();

  it('are counted once each', async () => {
    const [one, two] = [await bringOne(), await bringOne()];
    expect(count()).toBe(0);
    desk.custodian.bringApproval(one);
    desk.custodian.bringApproval(one);
    expect(count()).toBe(1);
    desk.custodian.bringApproval(two);
    expect(count()).toBe(2);
  });

  it('make room when they are over, or none at all', async () => {
    desk.custodian.bringApproval('dear colleague');
    expect(count()).toBe(1);
    const short = await bringOne(1);
    desk.custodian.bringApproval(short);
    expect(count()).toBe(1);
    desk.advance(HOUR * 1000 - 1);
    const long = await bringOne();
    desk.custodian.bringApproval(long);
    expect(count()).toBe(2);
    desk.advance(1);
    desk.custodian.bringApproval(await bringOne());
    expect(count()).toBe(2);
  });

  it('make room when they were used', async () => {
    const yes = await bringOne();
    desk.custodian.bringApproval(yes);
    const { payload } = JSON.parse(yes) as { payload: string };
    const { id } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { id: string };
    const { tenant: acme } = desk.custodian.showTenant({ tenant });
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.useApproval(acme.id, id, after(0)),
    );
    desk.custodian.bringApproval('the next');
    expect(count()).toBe(1);
  });

  it('are those of the last sixty-four', async () => {
    const yes = await bringOne();
    // The same document with other white space around it is another text.
    for (let number = 0; number < 70; number += 1) {
      desk.custodian.bringApproval(`${yes}${' '.repeat(number)}`);
    }
    expect(count()).toBe(64);
  });
});
