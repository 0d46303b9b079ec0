// Answering the request of another officer from the window: what is shown before, that exactly this is answered, and that who does
// not answer has signed nothing.
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { custodianOver } from '../../../renderer/bridge.ts';
import { type AskingOfficer, openAskingOfficer } from '../../support/asking-officer.ts';
import { ACME } from '../../support/desk.ts';
import { type DeskWindow, openDeskWindow } from '../../support/desk-window.ts';
import { kidIn } from '../../support/tenant-keys.ts';

const tenant = ACME.name;
let window: DeskWindow;
let asking: AskingOfficer;
beforeEach(async () => {
  window = openDeskWindow();
  onTestFinished(() => window.close());
  await window.desk.custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' });
  await window.desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
  asking = await openAskingOfficer((await window.desk.custodian.verifyAudit()).deviceKey ?? '');
});

const answer = (text: string | Uint8Array) => {
  window.officer.file = { name: 'request.json', bytes: Buffer.from(text) };
  return custodianOver(window).call('approval.answer', {});
};
const savedText = () =>
  Buffer.from(window.officer.saved.values().next().value ?? '')
    .toString()
    .trim();
const answers = () =>
  window.desk.custodian
    .listAudit({ afterSeq: 0, limit: 1000 })
    .filter(({ action }) => /^approval\.(granted|refused)$/.test(action))
    .map(({ action, details }) => [action, details['id']]);
const unfit = (flaw: string) => ({ error: { code: 'APPROVAL_UNFIT', facts: { flaw } } });

it('is shown whole before: the act, every word, the place, who asks, until when, and what is known of it here', async () => {
  const { text, request, requester } = await asking.ask();
  await window.desk.custodian.addOfficer({ tenant, name: 'Ada', device: requester });
  await answer(text);
  const [question] = window.officer.asked;
  expect(question).toMatchObject({ tenant: { name: tenant, environment: 'production' }, no: 'Refuse…' });
  expect(Object.fromEntries(question?.facts.map(({ label, values }) => [label, values]) ?? [])).toEqual({
    'Asked for': ['withdraw a next key for good (key.withdraw)'],
    Key: [asking.kid],
    Reason: ['never wanted'],
    Compromised: ['no'],
    Tenant: [tenant],
    Environment: ['production'],
    Endpoint: ['sandbox'],
    Domain: [ACME.domain],
    'Custom domain': [ACME.customDomain],
    'Keys as they are': request.keys.map(({ state, kid }) => `${state}: ${kid}`),
    'Asked by': [request.actor],
    'Device that asks': [requester],
    'Good until': ['2026-11-23 08:00 UTC'],
    'On this machine': [
      'This tenant is known here, at the same place.',
      'The device that asks is listed for it as Ada.',
    ],
    Hash: [request.hash],
  });
});

it('is said to be of no tenant that is known here, beside the buttons too', async () => {
  const { text } = await asking.ask();
  await window.desk.custodian.renameTenant({ tenant, to: 'Ours' });
  await answer(text);
  expect(window.officer.asked[0]?.means).toMatch(/^This tenant is NOT KNOWN here\. Look at every word/);
});

it('is answered with a yes, with which the act is done where it was asked for', async () => {
  const { text, request } = await asking.ask();
  const name = `approval-answer-${request.id.slice(0, 8)}.json`;
  expect(await answer(text)).toEqual({ fileName: name, decision: 'granted', picture: true });
  expect(answers()).toEqual([['approval.granted', request.id]]);
  expect([...window.officer.saved.keys()]).toEqual([name, `${name}.qr.png`]);
  const picture = window.officer.saved.get(`${name}.qr.png`) ?? new Uint8Array();
  expect(await asking.desk.custodian.approvalIn(picture)).toBe(savedText());
  asking.desk.custodian.bringApproval(savedText());
  await asking.withdraw();
  expect(kidIn(asking.desk, tenant, 'next')).not.toBe(asking.kid);
});

it.each([
  ['with a reason', { reason: 'not before Monday' }, 'not before Monday'],
  ['without one', {}, null],
])('is answered with a no, %s', async (_, typed, reason) => {
  window.officer.answer = () => ({ ...typed, refused: true });
  const { text, request } = await asking.ask();
  expect(await answer(text)).toMatchObject({ decision: 'refused' });
  expect(answers()).toEqual([['approval.refused', request.id]]);
  expect(asking.desk.custodian.openAnswer(savedText())).toMatchObject({ decision: 'refused', reason });
});

it('is what was shown, whatever lies in its place by then', async () => {
  const [shown, other] = [await asking.ask(), await asking.ask()];
  window.officer.answer = () => {
    window.officer.file = { name: 'request.json', bytes: Buffer.from(other.text) };
    return {};
  };
  await answer(shown.text);
  expect(answers()).toEqual([['approval.granted', shown.request.id]]);
});

it.each<[string, () => void]>([
  ['chooses no file', () => (window.officer.file = null)],
  ['cancels the question', () => window.officer.sayNo()],
  ['closes the dialog that saves', () => (window.officer.closesSaving = true)],
])('is answered by nothing where somebody %s', async (_, leave) => {
  const { text } = await asking.ask();
  window.officer.file = { name: 'request.json', bytes: Buffer.from(text) };
  leave();
  expect(await custodianOver(window).call('approval.answer', {})).toBeNull();
  expect([answers(), window.officer.saved.size]).toEqual([[], 0]);
});

it.each<[string, () => Promise<string>, string]>([
  ['of this device', async () => (await ownRequest()).text, 'own-key'],
  ['over', async () => lateRequest(), 'expired'],
  ['damaged', async () => (await asking.ask()).text.replace(/"signature":"../, '"signature":"AA'), 'signature'],
  ['something else', async () => 'dear colleague', 'signature'],
  ['an answer', async () => answerOfSomebody(), 'signature'],
])('is told at once where it is %s, and nobody is asked', async (_, made, flaw) => {
  await expect(answer(await made())).rejects.toMatchObject(unfit(flaw));
  expect([window.officer.asked, answers(), window.officer.saved.size]).toEqual([[], [], 0]);
});

const ownRequest = () =>
  window.desk.custodian.requestApproval({ tenant, act: 'key.withdraw', args: JSON.stringify({ kid: 'k' }) });
async function lateRequest(): Promise<string> {
  const { text } = await asking.ask();
  window.later(25 * 3600);
  return text;
}
async function answerOfSomebody(): Promise<string> {
  const { text } = await ownRequest();
  return (await asking.desk.custodian.answerRequest(text, { decision: 'granted', reason: null })).text;
}

it('is not answered once its time ran out while it was shown', async () => {
  window.officer.answer = () => {
    window.later(25 * 3600);
    return {};
  };
  await expect(answer((await asking.ask()).text)).rejects.toMatchObject(unfit('expired'));
  expect([answers(), window.officer.saved.size]).toEqual([[], 0]);
});

it('says that it was answered here before', async () => {
  const { text } = await asking.ask();
  await answer(text);
  await answer(text);
  expect(window.officer.asked.at(-1)?.facts.find(({ label }) => label === 'Answered before')?.values).toEqual([
    'approved on this machine, 2026-11-22 08:00 UTC',
  ]);
});

it('is known by what it is when it is dropped, also as a picture, and is then answered without being chosen again', async () => {
  const { text, picture, request } = await asking.ask();
  const page = custodianOver(window);
  for (const bytes of [Buffer.from(text), picture ?? expect.fail('no picture')]) {
    window.officer.file = { name: 'dropped', bytes };
    expect((await page.call('file.inspectDropped', {})).found).toMatchObject({
      kind: 'approval request',
      parts: [],
      warnings: [],
    });
    window.officer.file = null;
    await page.call('approval.answer', { inspected: true });
    expect(answers().at(-1)).toEqual(['approval.granted', request.id]);
  }
  window.officer.file = { name: 'answer.json', bytes: Buffer.from(savedText()) };
  expect((await page.call('file.inspectDropped', {})).found.kind).toBe('approval');
  const damaged = text.replace(/"signature":"../, '"signature":"AA');
  window.officer.file = { name: 'damaged.json', bytes: Buffer.from(damaged) };
  expect((await page.call('file.inspectDropped', {})).found.kind).toBe('signed token');
});
