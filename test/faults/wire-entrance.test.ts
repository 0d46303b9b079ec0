// What goes wrong before a set is sent: the token that is asked for, and the questions before a first push. Nothing is
// announced then, and nothing is sent.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Disturbance } from '../../main/sandbox/faults.ts';
import { START } from '../support/desk.ts';
import { kidIn, lastWord, push, tenant, truthOf, type Wire, wireToSandbox } from './wire-desk.ts';

let wire: Wire;
beforeEach(async () => {
  wire = await wireToSandbox();
});
afterEach(() => wire.close());

const FAULTS: [string, Disturbance, string][] = [
  ['429', { kind: 'limited', seconds: 90 }, 'REMOTE_RATE_LIMITED'],
  ['500', { kind: 'failed', when: 'after', status: 500 }, 'REMOTE_FAILED'],
  ['no answer', { kind: 'reset', when: 'after' }, 'REMOTE_UNREACHABLE'],
  ['half an answer', { kind: 'truncated' }, 'REMOTE_UNREACHABLE'],
];

async function expectNothingDone(): Promise<void> {
  expect(wire.writes()).toBe(0);
  expect(await truthOf(wire)).toEqual({ remote: [], recorded: [], announced: [] });
  expect(lastWord(wire)).toBeNull();
}

async function expectPushWorks(): Promise<void> {
  expect(await push(wire)).toBe('done');
  const kids = ['current', 'next'].map((state) => kidIn(wire, state));
  expect(await truthOf(wire)).toEqual({ remote: kids, recorded: kids, announced: kids.toSorted() });
}

it.each(FAULTS)('the token cannot be had: %s', async (_, fault, code) => {
  wire.faults.set({ ...fault, method: 'POST', path: '/oauth/token' });
  expect(await push(wire)).toBe(code);
  await expectNothingDone();
  await expectPushWorks();
});

it.each(FAULTS)('the custom domain cannot be asked for: %s', async (_, fault, code) => {
  wire.faults.set({ ...fault, method: 'GET', path: '/api/v2/custom-domains' });
  expect(await push(wire)).toBe(code);
  await expectNothingDone();
  await expectPushWorks();
});

it.each(FAULTS)('the public set cannot be seen, and that holds up no push: %s', async (_, fault) => {
  wire.faults.set({ ...fault, method: 'GET', path: '/.well-known/jwks.json', times: 3 });
  expect(await push(wire)).toBe('done');
  expect(wire.desk.custodian.showTenant({ tenant }).rings[0]?.keys.map(({ publishedAt }) => publishedAt)).toEqual([
    null,
    null,
  ]);
  await expectPushWorks();
});

it('429 says until when', async () => {
  wire.faults.set({ kind: 'limited', seconds: 90, method: 'GET', path: wire.writePath });
  await expect(wire.desk.custodian.previewPublication({ tenant })).rejects.toMatchObject({
    code: 'REMOTE_RATE_LIMITED',
    facts: { until: new Date(START + 90_000).toISOString() },
  });
});
