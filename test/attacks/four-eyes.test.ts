// Four eyes: what a tenant wants two officers for is done by no one alone, by whichever door; and a yes counts for exactly what
// was asked, once, in its time, from another device that is listed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDevice } from '../../main/acts/audit/device.ts';
import type { Custodian } from '../../main/acts/custodian.ts';
import { type ApprovalAnswer, ANSWER_PURPOSE, REQUEST_PURPOSE } from '../../shared/domain/four-eyes/four-eyes.ts';
import type { ApprovalFlaw } from '../../shared/problems/approval.ts';
import { handOverSchema } from '../../shared/domain/exports/hand-over.ts';
import { canonicalJson } from '../../shared/encoding/canonical-json.ts';
import { isCustodianError, toWireError } from '../../shared/errors.ts';
import { shownFacts } from '../../shared/shown-facts.ts';
import { openWindow } from '../support/asked-window.ts';
import { intoMemory, newHolder } from '../support/backups.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { ecPem } from '../support/own-files.ts';
import { kidIn } from '../support/tenant-keys.ts';

const tenant = 'Acme';
let desk: Desk;
let second: Desk;
let kid = '';

const deviceOf = async ({ custodian }: Desk): Promise<string> => (await custodian.verifyAudit()).deviceKey ?? '';
const unfit = (flaw: ApprovalFlaw) =>
  expect.objectContaining({ code: 'APPROVAL_UNFIT', facts: expect.objectContaining({ flaw }) as unknown }) as unknown;
const needed = expect.objectContaining({ code: 'APPROVAL_NEEDED' }) as unknown;

beforeEach(async () => {
  desk = openDesk();
  second = openDesk();
  for (const each of [desk, second]) {
    await each.custodian.addTenant({ ...ACME, alg: 'ES256' });
    await each.custodian.signToken({ tenant, claims: {}, ttl: 60 });
  }
  kid = kidIn(desk, tenant, 'next');
  await desk.custodian.addOfficer({ tenant, name: 'Second', device: await deviceOf(second) });
  await desk.custodian.setFourEyes({ tenant, kinds: ['revoke', 'hand-over', 'push'] });
});
afterEach(async () => {
  await desk.close();
  await second.close();
});

type Ask = (custodian: Custodian) => Promise<unknown>;
const withdraw =
  (reason = 'never wanted', of = kid): Ask =>
  (custodian) =>
    custodian.withdrawKey({ tenant, kid: of, reason, compromised: false });

const { recipient } = await newHolder();
const backUp = (custodian: Custodian): Promise<unknown> =>
  custodian.createBackup(
    { protection: { passphrase: null, recipients: [Buffer.from(`${recipient}\n`)] }, credentials: false },
    intoMemory([]),
  );

/** The request for an act, as the command line makes it. */
async function requestFor(act: Ask, from = desk): Promise<string> {
  const error: unknown = await act(from.custodian.asking()).catch((thrown: unknown) => thrown);
  if (!isCustodianError(error, 'APPROVAL_NEEDED')) {
    throw error;
  }
  return (await from.custodian.requestApproval(error.facts)).text;
}

const granted = async (text: string, by = second): Promise<string> =>
  (await by.custodian.answerRequest(text, { decision: 'granted', reason: null })).text;

async function approved(act: Ask): Promise<void> {
  desk.custodian.bringApproval(await granted(await requestFor(act)));
  await act(desk.custodian);
}

const answerOf = (text: string): ApprovalAnswer => {
  const { payload } = JSON.parse(text) as { payload: string };
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ApprovalAnswer;
};

describe('an act that wants two', () => {
  it('is done by nobody alone, and changes nothing when it is asked for', async () => {
    const before = desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).length;
    await expect(withdraw()(desk.custodian)).rejects.toEqual(needed);
    await expect(withdraw()(desk.custodian.asking())).rejects.toEqual(needed);
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 1000 })).toHaveLength(before);
    expect(kidIn(desk, tenant, 'next')).toBe(kid);
  });

  it('is done with the yes of another, and both are in the audit chain of both', async () => {
    await approved(withdraw());
    expect(kidIn(desk, tenant, 'next')).not.toBe(kid);
    const [used] = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'approval.used' });
    expect(used).toMatchObject({ subject: tenant, details: { act: 'key.withdraw', officer: 'Second' } });
    const [yes] = second.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'approval.granted' });
    expect(yes?.details['hash']).toBe(used?.details['hash']);
    expect((await desk.custodian.verifyAudit()).ok).toBe(true);
  });

  it('shows the second officer what is asked, and by which device', async () => {
    const { request, requester, own } = second.custodian.openRequest(await requestFor(withdraw('leaked in a log')));
    expect(request).toMatchObject({ act: 'key.withdraw', args: { kid, reason: 'leaked in a log' } });
    expect(request.place).toMatchObject({ tenant: { name: tenant } });
    expect([requester, own]).toEqual([await deviceOf(desk), false]);
  });

  it('reaches the page as it was asked, however long and in whatever letters: a request is made of it there', async () => {
    const removeForeign = Array.from({ length: 60 }, (_, index) => `k${index} \u202e${'é'.repeat(60)}`);
    const error: unknown = await desk.custodian
      .pushPublication({ tenant, hash: 'ab'.repeat(32), removeForeign })
      .catch((thrown: unknown) => thrown);
    const shown = shownFacts(toWireError(error));
    const { args } = shown.code === 'APPROVAL_NEEDED' ? shown.facts : expect.fail('it was done');
    expect(JSON.parse(args)).toMatchObject({ removeForeign });
    const { text } = await desk.custodian.requestApproval({ tenant, act: 'publish.push', args });
    expect(second.custodian.openRequest(text).request.args).toMatchObject({ removeForeign });
  });

  it.each<[string, Ask]>([
    ['a push', (custodian) => custodian.pushPublication({ tenant, hash: 'ab'.repeat(32) })],
    [
      'a bundle',
      (custodian) =>
        custodian.makeBundle({ tenant, hash: 'ab'.repeat(32), days: 7 }, { qr: false }, async () => undefined),
    ],
    ['a plan', (custodian) => custodian.runPlan({ tenant, hash: 'ab'.repeat(32) })],
    [
      'a hand-over',
      (custodian) =>
        custodian.handOver(
          handOverSchema.parse({ tenant, kid, format: 'pkcs8', to: 'Ops' }),
          { passphrase: Buffer.from('correct horse battery'), recipient: null },
          () => expect.fail('a key left'),
        ),
    ],
    ['a backup, which holds every private key', (custodian) => backUp(custodian)],
    ['a revocation at the tenant itself', (custodian) => custodian.revokeOwnKey({ tenant, kid })],
    [
      'a withdrawal under a name in other letters',
      (custodian) => custodian.withdrawKey({ tenant: 'ACME', kid, reason: 'drill', compromised: true }),
    ],
    ['another officer', (custodian) => custodian.addOfficer({ tenant, name: 'Third', device: 'ab'.repeat(32) })],
    ['an officer less', (custodian) => custodian.removeOfficer({ tenant, name: 'Second' })],
    ['an end of four eyes', (custodian) => custodian.setFourEyes({ tenant, kinds: [] })],
  ])('%s too', async (_, act) => {
    await expect(act(desk.custodian)).rejects.toEqual(needed);
  });

  it('leaves what the tenant does not name, and other tenants, alone', async () => {
    await desk.custodian.rotateRing({ tenant });
    expect(kidIn(desk, tenant, 'current')).toBe(kid);
    const theirs = kidIn(second, tenant, 'next');
    await second.custodian.withdrawKey({ tenant, kid: theirs, reason: 'drill', compromised: false });
    expect(kidIn(second, tenant, 'next')).not.toBe(theirs);
  });
});

describe('what takes the place of a key, and what signs', () => {
  const passphrase = null;
  let file: Uint8Array;
  beforeEach(async () => {
    file = ecPem();
    await approved((custodian) => custodian.setFourEyes({ tenant, kinds: ['rotate', 'sign'] }));
  });
  const bringIn = (
    custodian: Custodian,
    as: 'next' | 'current' | 'previous' = 'next',
    bytes = file,
  ): Promise<unknown> => custodian.importKey({ tenant, as }, Uint8Array.from(bytes), { passphrase });
  const bringMany = async (custodian: Custodian, as?: 'previous'): Promise<unknown> => {
    const files = () => [{ name: 'own.pem', bytes: Uint8Array.from(file), secrets: { passphrase } }];
    const args = { tenant, ...(as === undefined ? {} : { as }) };
    return custodian.importMany(args, files(), await custodian.planMany(args, files()));
  };

  it.each<[string, Ask]>([
    ['a key in the place of one that is named', (custodian) => custodian.generateNext({ tenant, replace: kid })],
    ['a key from a file as next', (custodian) => bringIn(custodian)],
    ['a key from a file as current', (custodian) => bringIn(custodian, 'current')],
    ['keys from many files, one of them as next', (custodian) => bringMany(custodian)],
    ['a token', (custodian) => custodian.signToken({ tenant, claims: { sub: 'admin' }, ttl: 60 })],
  ])('%s is taken by nobody alone, and changes nothing when it is asked for', async (_, act) => {
    const before = desk.custodian.showTenant({ tenant }).rings;
    await expect(act(desk.custodian)).rejects.toEqual(needed);
    await expect(act(desk.custodian.asking())).rejects.toEqual(needed);
    expect(desk.custodian.showTenant({ tenant }).rings).toEqual(before);
  });

  it('a fresh key that nobody would miss, and keys that signed before, are', async () => {
    await desk.custodian.generateNext({ tenant });
    await bringIn(desk.custodian, 'previous');
    file = ecPem();
    await expect(bringIn(desk.custodian.asking(), 'previous')).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOR' });
    await bringMany(desk.custodian, 'previous');
    expect(
      desk.custodian.showTenant({ tenant }).rings[0]?.keys.filter(({ state }) => state === 'previous'),
    ).toHaveLength(2);
  });

  it('a yes is to the key in the file, whatever the file is called, and to no other', async () => {
    const text = await requestFor((custodian) => bringIn(custodian));
    const { args } = second.custodian.openRequest(text).request;
    expect(args).toMatchObject({ as: 'next', kid: args['thumbprint'] });
    desk.custodian.bringApproval(await granted(text));
    const other = ecPem();
    await expect(bringIn(desk.custodian, 'next', other)).rejects.toEqual(unfit('other-content'));
    await bringIn(desk.custodian);
    expect(kidIn(desk, tenant, 'next')).toBe(args['thumbprint']);
  });

  it('a yes to many names those that take a place', async () => {
    const text = await requestFor((custodian) => bringMany(custodian));
    expect(second.custodian.openRequest(text).request.args['takes']).toMatchObject([{ as: 'next', ring: 'default' }]);
    await approved((custodian) => bringMany(custodian));
    expect(kidIn(desk, tenant, 'next')).not.toBe(kid);
  });

  it('a yes to a token is to these claims and this time alone', async () => {
    const sign =
      (sub: string, ttl = 60): Ask =>
      (custodian) =>
        custodian.signToken({ tenant, claims: { sub }, ttl });
    desk.custodian.bringApproval(await granted(await requestFor(sign('admin'))));
    await expect(sign('root')(desk.custodian)).rejects.toEqual(unfit('other-content'));
    await expect(sign('admin', 3600)(desk.custodian)).rejects.toEqual(unfit('other-content'));
    await sign('admin')(desk.custodian);
  });

  it('a proof from outside, which signs a probe, needs nobody', async () => {
    const refused: unknown = await desk.custodian.provePublication({ tenant }).catch((thrown: unknown) => thrown);
    expect(isCustodianError(refused, 'APPROVAL_NEEDED')).toBe(false);
  });
});

describe('answers that were taken', () => {
  it('do not pile up: the same one stands once, and those that can serve no more make room', async () => {
    const yes = await granted(await requestFor(withdraw()));
    for (let times = 0; times < 3; times += 1) {
      desk.custodian.bringApproval(yes);
    }
    desk.custodian.bringApproval('dear colleague');
    expect(desk.custodian.approvalsBrought()).toBe(2);
    await withdraw()(desk.custodian);
    // Of what was used for another act nothing is said.
    await expect(backUp(desk.custodian)).rejects.toEqual(unfit('signature'));
    const another = (reason: string) =>
      requestFor(withdraw(reason, kidIn(desk, tenant, 'next'))).then((text) => granted(text));
    desk.custodian.bringApproval(await another('the second'));
    expect(desk.custodian.approvalsBrought()).toBe(1);
    desk.advance(25 * 3_600_000);
    second.advance(25 * 3_600_000);
    desk.custodian.bringApproval(await another('the third'));
    expect(desk.custodian.approvalsBrought()).toBe(1);
  });
});

describe('a backup, which is about every tenant', () => {
  it('takes one yes, which says who can open it and nothing that opens it', async () => {
    const text = await requestFor(backUp);
    expect(second.custodian.openRequest(text).request).toMatchObject({
      act: 'backup.create',
      args: { passphrase: false, shares: null, credentials: false, tenants: [tenant] },
    });
    await approved(backUp);
    expect(desk.custodian.backupStatus().last).not.toBeNull();
    await expect(backUp(desk.custodian)).rejects.toEqual(unfit('used'));
  });

  it('takes the yes of an officer of each tenant that wants one, and uses none before all are there', async () => {
    const third = openDesk();
    for (const { custodian } of [desk, third]) {
      await custodian.addTenant({
        ...ACME,
        name: 'Bolt',
        domain: 'bolt.eu.auth0.com',
        customDomain: null,
        alg: 'ES256',
      });
      await custodian.signToken({ tenant: 'Bolt', claims: {}, ttl: 60 });
    }
    await desk.custodian.addOfficer({ tenant: 'Bolt', name: 'Third', device: await deviceOf(third) });
    await desk.custodian.setFourEyes({ tenant: 'Bolt', kinds: ['hand-over'] });
    const text = await requestFor(backUp);
    desk.custodian.bringApproval(await granted(text));
    await expect(backUp(desk.custodian)).rejects.toEqual(unfit('not-officer'));
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'approval.used' })).toHaveLength(0);
    desk.custodian.bringApproval(await granted(text, third));
    await backUp(desk.custodian);
    expect(desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'approval.used' })).toHaveLength(2);
    await third.close();
  });

  it('is made alone where no tenant wants two for it', async () => {
    await backUp(second.custodian);
    expect(second.custodian.backupStatus().last).not.toBeNull();
  });
});

describe('a yes does not count', () => {
  const outcome = (text: string, act = withdraw()): Promise<unknown> => {
    desk.custodian.bringApproval(text);
    return act(desk.custodian);
  };

  it('twice', async () => {
    const yes = await granted(await requestFor(withdraw()));
    desk.custodian.bringApproval(yes);
    await withdraw()(desk.custodian);
    const again: unknown = await withdraw()(desk.custodian).catch((thrown: unknown) => thrown);
    expect(again).toEqual(unfit('other-content'));
    // What is wanted instead is said, so that it can be asked for as well.
    expect(again).toMatchObject({ facts: { wanted: { tenant, act: 'key.withdraw' } } });
    // Also where everything is as it was: it is used up by the attempt.
    const sayNo: Ask = (custodian) =>
      custodian.revokeKey({ tenant, kid: kidIn(desk, tenant, 'current'), reason: 'drill', compromised: false });
    desk.custodian.bringApproval(await granted(await requestFor(sayNo)));
    await expect(sayNo(desk.custodian)).rejects.not.toEqual(needed);
    await expect(sayNo(desk.custodian)).rejects.toEqual(unfit('used'));
  });

  it('for other words, another key, or keys that changed meanwhile', async () => {
    const yes = await granted(await requestFor(withdraw()));
    await expect(outcome(yes, withdraw('something else'))).rejects.toEqual(unfit('other-content'));
    await expect(outcome(yes, withdraw('never wanted', kidIn(desk, tenant, 'current')))).rejects.toEqual(
      unfit('other-content'),
    );
    await desk.custodian.rotateRing({ tenant });
    await expect(outcome(yes)).rejects.toEqual(unfit('other-content'));
  });

  it('from whoever asked, also under a second name', async () => {
    const text = await requestFor(withdraw());
    await expect(granted(text, desk)).rejects.toEqual(unfit('own-key'));
    await approved((custodian) =>
      deviceOf(desk).then((device) => custodian.addOfficer({ tenant, name: 'Me too', device })),
    );
    const fresh = answerOf(await granted(await requestFor(withdraw())));
    const device = await openDevice(desk.ports, 'approval');
    await expect(outcome(await device.sign(ANSWER_PURPOSE, canonicalJson(fresh)))).rejects.toEqual(unfit('own-key'));
  });

  it('from a device that is not listed, or no more', async () => {
    const third = openDesk();
    await third.custodian.addTenant({ ...ACME, alg: 'ES256' });
    await expect(outcome(await granted(await requestFor(withdraw()), third))).rejects.toEqual(unfit('not-officer'));
    await third.close();
  });

  it('when it answers the request of another device', async () => {
    const { requester: _own, ...answer } = answerOf(await granted(await requestFor(withdraw())));
    const device = await openDevice(second.ports, 'approval');
    const other = { ...answer, requester: 'ab'.repeat(32) };
    await expect(outcome(await device.sign(ANSWER_PURPOSE, canonicalJson(other)))).rejects.toEqual(
      unfit('other-requester'),
    );
  });

  it('when it is a no, which brings its reason', async () => {
    const text = await requestFor(withdraw());
    const said = { decision: 'refused', reason: 'not before Monday' } as const;
    desk.custodian.bringApproval((await second.custodian.answerRequest(text, said)).text);
    await expect(withdraw()(desk.custodian)).rejects.toMatchObject({ facts: { flaw: 'refused', reason: said.reason } });
  });

  it('after its time, which is not answered either', async () => {
    const text = await requestFor(withdraw());
    const yes = await granted(text);
    desk.advance(25 * 3_600_000);
    second.advance(25 * 3_600_000);
    await expect(outcome(yes)).rejects.toEqual(unfit('expired'));
    await expect(granted(text)).rejects.toEqual(unfit('expired'));
  });

  it('after the longest time that one may have, whatever the request says', async () => {
    const { request } = second.custodian.openRequest(await requestFor(withdraw()));
    const device = await openDevice(desk.ports, 'approval');
    const endless = { ...request, expiresAt: '2199-01-01T00:00:00.000Z' };
    const yes = await granted(await device.sign(REQUEST_PURPOSE, canonicalJson(endless)));
    desk.advance(169 * 3_600_000);
    await expect(outcome(yes)).rejects.toEqual(unfit('expired'));
  });

  it('when a single letter of it was changed, or it is something else', async () => {
    const text = await granted(await requestFor(withdraw()));
    const { payload, ...parts } = JSON.parse(text) as { payload: string };
    const forged = Buffer.from(canonicalJson({ ...answerOf(text), reason: 'changed' })).toString('base64url');
    await expect(outcome(JSON.stringify({ ...parts, payload: forged }))).rejects.toEqual(unfit('signature'));
    await expect(outcome(await requestFor(withdraw()))).rejects.toEqual(unfit('signature'));
    await expect(outcome('dear colleague')).rejects.toEqual(unfit('signature'));
    expect(payload).not.toBe(forged);
  });
});

describe('the list of officers', () => {
  it('always leaves one who is not this device', async () => {
    await expect(approved((custodian) => custodian.removeOfficer({ tenant, name: 'Second' }))).rejects.toMatchObject({
      code: 'FOUR_EYES_ALONE',
    });
    const alone = openDesk();
    await alone.custodian.addTenant({ ...ACME, alg: 'ES256' });
    await alone.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    await alone.custodian.addOfficer({ tenant, name: 'Me', device: await deviceOf(alone) });
    const turnOn = alone.custodian.setFourEyes({ tenant, kinds: ['revoke'] });
    await expect(turnOn).rejects.toMatchObject({ code: 'FOUR_EYES_ALONE' });
    expect(alone.custodian.showFourEyes({ tenant }).kinds).toEqual([]);
    await alone.close();
  });

  it('knows a device once, whatever the name', async () => {
    const again = approved(async (custodian) =>
      custodian.addOfficer({ tenant, name: 'Third', device: await deviceOf(second) }),
    );
    await expect(again).rejects.toMatchObject({ code: 'OFFICER_EXISTS' });
  });

  it('is turned off by two', async () => {
    await approved((custodian) => custodian.setFourEyes({ tenant, kinds: [] }));
    await withdraw()(desk.custodian);
    expect(kidIn(desk, tenant, 'next')).not.toBe(kid);
  });

  it('is changed by no page alone', async () => {
    const window = openWindow(second, { respond: async () => null });
    for (const [channel, args] of [
      ['officer.add', { tenant, name: 'Rogue', device: 'ab'.repeat(32) }],
      ['officer.remove', { tenant, name: 'Second' }],
      ['fourEyes.set', { tenant, kinds: ['push'] }],
    ] as const) {
      await window.call(channel, args);
    }
    expect(window.asked).toHaveLength(3);
    expect(second.custodian.showFourEyes({ tenant })).toMatchObject({ kinds: [], officers: [] });
  });
});
