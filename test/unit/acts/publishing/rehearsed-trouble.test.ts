import { afterEach, expect, it } from 'vitest';
import { isCustodianError } from '../../../../shared/errors.ts';
import { TROUBLES, type Trouble } from '../../../../shared/domain/sandbox-trouble.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { pooledKeys } from '../../../support/pooled-keys.ts';

let desk: Desk;
afterEach(() => desk.close());

async function open(): Promise<void> {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
}

async function push(): Promise<string> {
  const { hash } = await desk.custodian.previewPublication({ tenant: 'Acme' });
  return desk.custodian.pushPublication({ tenant: 'Acme', hash }).then(
    () => 'pushed',
    (error: unknown) => (isCustodianError(error) ? error.code : String(error)),
  );
}

const rehearse = (trouble: Trouble | null) => desk.custodian.rehearseTrouble({ trouble });

it('is used up by what meets it', async () => {
  await open();
  expect(await rehearse('reset')).toEqual({ trouble: 'reset', left: 1, here: true });
  await push();
  expect(await desk.custodian.sandboxTrouble()).toEqual({ trouble: null, left: 0, here: true });
  expect(await push()).toBe('pushed');
});

it('lets another officer write between the look and the push', async () => {
  await open();
  await rehearse('another-officer');
  expect(await push()).toBe('PUBLISH_CHANGED');
  const { diff } = await desk.custodian.previewPublication({ tenant: 'Acme' });
  expect(diff.filter(({ kind }) => kind === 'foreign').map(({ kid }) => kid)).toEqual([
    expect.stringMatching(/^another-officer-/),
  ]);
});

it('takes one trouble in place of another, and ends with a word', async () => {
  await open();
  for (const trouble of TROUBLES) {
    expect(await rehearse(trouble)).toMatchObject({ trouble });
  }
  expect(await rehearse(null)).toEqual({ trouble: null, left: 0, here: true });
  expect(await push()).toBe('pushed');
});

// What the window promises of each, in the words of shared/words/en/settings/sandbox.ts.
it.each<[Trouble, string]>([
  ['reset', 'pushed'],
  ['half-answer', 'pushed'],
  ['too-slow', 'pushed'],
  ['stale', 'pushed'],
  ['reset-before', 'REMOTE_UNREACHABLE'],
  ['server-error', 'REMOTE_FAILED'],
  ['rate-limited', 'REMOTE_RATE_LIMITED'],
])('%s: the push ends with %s, and the sandbox is sound again', async (trouble, outcome) => {
  desk = openDesk({ generate: pooledKeys(), ...(trouble === 'too-slow' && { deadlineMs: 4000 }) });
  await desk.custodian.addTenant(ACME);
  await rehearse(trouble);
  expect(await push()).toBe(outcome);
  expect(await desk.custodian.sandboxTrouble()).toMatchObject({ trouble: null, left: 0 });
});
