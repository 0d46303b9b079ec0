// What the officer is told of four eyes before the yes, in the same window; and answers that are refused when they are taken.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { custodianOver } from '../../../renderer/bridge.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { Question } from '../../../main/ipc/question.ts';
import { openDeskWindow } from '../../support/desk-window.ts';
import { ACME, type Desk, openDesk } from '../../support/desk.ts';
import { ecPem } from '../../support/own-files.ts';
import { kidIn } from '../../support/tenant-keys.ts';

const tenant = 'Acme';
let window: ReturnType<typeof openDeskWindow>;
let second: Desk;
beforeEach(async () => {
  window = openDeskWindow();
  second = openDesk();
  await window.desk.custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' });
  await second.custodian.addTenant({ ...ACME, alg: 'ES256' });
  for (const { custodian } of [window.desk, second]) {
    await custodian.signToken({ tenant, claims: {}, ttl: 60 });
  }
  const device = (await second.custodian.verifyAudit()).deviceKey ?? '';
  const { custodian } = window.desk;
  await custodian.addOfficer({ tenant, name: 'Second', device });
  await custodian.setFourEyes({ tenant, kinds: ['rotate', 'revoke', 'hand-over'] });
});
afterEach(async () => {
  await window.close();
  await second.close();
});

const said = ({ facts }: Question): readonly string[] | undefined =>
  facts.find(({ label }) => label === 'Second officer')?.values;
const withdrawal = () => ({ tenant, kid: kidIn(window.desk, tenant, 'next') });

async function answerTo(act: Promise<unknown>, decision: 'granted' | 'refused' = 'granted'): Promise<string> {
  const error: unknown = await act.catch((thrown: unknown) => thrown);
  const wanted = isCustodianError(error, 'APPROVAL_NEEDED') ? error.facts : expect.fail('it was done');
  const { text } = await window.desk.custodian.requestApproval(wanted);
  return (await second.custodian.answerRequest(text, { decision, reason: 'not before Monday' })).text;
}

describe('a question about an act that wants two', () => {
  it('says so before the yes, and that no answer was taken', async () => {
    await custodianOver(window)
      .call('key.withdraw', withdrawal())
      .catch(() => undefined);
    const [question] = window.officer.asked;
    expect(question && said(question)).toEqual([
      'Acme: this is done only with the approval of another officer.',
      'No approval was taken yet: with a yes nothing is done, and you get the request for it.',
    ]);
  });

  it('says that one was taken, and then it is done', async () => {
    const reason = 'typed in the window of the main process';
    const act = window.desk.custodian.withdrawKey({ ...withdrawal(), reason, compromised: false });
    const before = kidIn(window.desk, tenant, 'next');
    window.officer.file = { name: 'answer.json', bytes: Buffer.from(await answerTo(act)) };
    expect(await custodianOver(window).call('approval.take', {})).toBe(true);
    await custodianOver(window).call('key.withdraw', withdrawal());
    expect(window.officer.asked.map(said).at(-1)).toContain(
      'One approval was taken. It counts where every word is as it was asked for.',
    );
    expect(kidIn(window.desk, tenant, 'next')).not.toBe(before);
  });

  it('also in the flows that ask by themselves, and for many keys only where one takes a place', async () => {
    await custodianOver(window)
      .call('export.private', { ...withdrawal(), format: 'p12', to: 'Ops', protection: 'passphrase' })
      .catch(() => undefined);
    expect(window.officer.asked.map(said).at(-1)).toHaveLength(2);
    for (const as of ['next', 'previous'] as const) {
      window.officer.files = [{ name: 'own.pem', bytes: ecPem() }];
      window.officer.sayNo();
      await custodianOver(window).call('key.importMany', { tenant, as });
      expect(window.officer.asked.map(said).at(-1) !== undefined).toBe(as === 'next');
    }
  });

  it('says nothing where one officer is enough', async () => {
    await custodianOver(window).call('token.sign', { tenant, claims: {}, ttl: 60 });
    expect(window.officer.asked).toHaveLength(1);
    expect(window.officer.asked.map(said)).toEqual([undefined]);
  });
});

describe('an answer that is taken', () => {
  const take = (text: string) => {
    window.officer.file = { name: 'answer.json', bytes: Buffer.from(text) };
    return custodianOver(window).call('approval.take', {});
  };
  const unfit = (flaw: string) => ({ error: { code: 'APPROVAL_UNFIT', facts: { flaw } } });

  it('is told at once when it is none, a no, of this device, or over; and is not kept', async () => {
    const act = () => window.desk.custodian.withdrawKey({ ...withdrawal(), reason: 'leaked', compromised: false });
    await expect(take('dear colleague')).rejects.toMatchObject(unfit('signature'));
    await expect(take(await answerTo(act(), 'refused'))).rejects.toMatchObject(unfit('refused'));
    const late = await answerTo(act());
    window.later(25 * 3600);
    await expect(take(late)).rejects.toMatchObject(unfit('expired'));
    expect(window.desk.custodian.approvalsBrought()).toBe(0);
  });
});
