// What a second officer, and a report for others, leave in the audit chain, to the letter.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isCustodianError } from '../../../../../shared/errors.ts';
import { evidenceReport } from '../../../../../shared/words/en/evidence/report.ts';
import { ACME, type Desk, openDesk } from '../../../../support/desk.ts';
import { chainOf } from '../../../../support/written-entries.ts';

const tenant = 'Acme';
let desk: Desk;
let second: Desk;
beforeEach(async () => {
  desk = openDesk();
  second = openDesk();
  for (const { custodian } of [desk, second]) {
    await custodian.addTenant({ ...ACME, alg: 'ES256' });
    await custodian.signToken({ tenant, claims: {}, ttl: 60 });
  }
});
afterEach(async () => {
  await desk.close();
  await second.close();
});

const plain = (written: string): string =>
  written.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT').replaceAll(/"[0-9a-f]{64}"/g, '"SHA256"');

it('an act with the yes of a second officer, and a no', async () => {
  const [chain, theirs] = [chainOf(desk), chainOf(second)];
  chain.written();
  theirs.written();
  const device = (await second.custodian.verifyAudit()).deviceKey ?? '';
  await desk.custodian.addOfficer({ tenant, name: 'Second', device });
  await desk.custodian.setFourEyes({ tenant, kinds: ['emergency'] });
  const remove = { tenant, name: 'Second' };
  const error: unknown = await desk.custodian.setFourEyes({ tenant, kinds: [] }).catch((thrown: unknown) => thrown);
  const wanted = isCustodianError(error, 'APPROVAL_NEEDED') ? error.facts : expect.fail('it was done');
  const { text } = await desk.custodian.requestApproval(wanted);
  await second.custodian.answerRequest(text, { decision: 'refused', reason: 'not before Monday' });
  const yes = await second.custodian.answerRequest(text, { decision: 'granted', reason: null });
  desk.custodian.bringApproval(yes.text);
  await desk.custodian.setFourEyes({ tenant, kinds: [] });
  await desk.custodian.removeOfficer(remove);
  expect(plain(chain.written())).toMatchInlineSnapshot(`
    "officer.added Acme {"officer":"Second","device":"SHA256"}
    officer.acts-set Acme {"kinds":["emergency"]}
    approval.requested Acme {"id":"UUID","act":"fourEyes.set","hash":"SHA256","expiresAt":"INSTANT"}
    approval.used Acme {"act":"fourEyes.set","id":"UUID","hash":"SHA256","officer":"Second","device":"SHA256"}
    officer.acts-set Acme {"kinds":[]}
    officer.removed Acme {"officer":"Second"}"
  `);
  expect(plain(theirs.written())).toMatchInlineSnapshot(`
    "approval.refused approvals {"id":"UUID","act":"fourEyes.set","hash":"SHA256","requester":"SHA256","reason":"not before Monday"}
    approval.granted approvals {"id":"UUID","act":"fourEyes.set","hash":"SHA256","requester":"SHA256"}"
  `);
});

it('an evidence report', async () => {
  const chain = chainOf(desk);
  chain.written();
  const span = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };
  const outlets = { words: evidenceReport, save: async (suggestedName: string) => suggestedName };
  await desk.custodian.saveReport({ tenant, ...span }, outlets);
  await desk.custodian.saveReport({ tenant, ...span }, outlets);
  expect(plain(chain.written())).toMatchInlineSnapshot(`
    "evidence.reported Acme {"id":"UUID","from":"INSTANT","to":"INSTANT","entries":3,"sha256":"SHA256","folder":"acme-evidence-2026-11-22"}
    evidence.reported Acme {"id":"UUID","from":"INSTANT","to":"INSTANT","entries":4,"sha256":"SHA256","folder":"acme-evidence-2026-11-22"}"
  `);
});
