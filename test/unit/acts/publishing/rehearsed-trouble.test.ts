import { afterEach, expect, it } from 'vitest';
import { TROUBLES, type Trouble } from '../../../../shared/domain/sandbox-trouble.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { pooledKeys } from '../../../support/pooled-keys.ts';
import { outcomeOf } from '../../../support/outcome.ts';
import { push } from '../../../support/tenant-keys.ts';

let desk: Desk;
afterEach(() => desk.close());

async function open(): Promise<void> {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
}

const rehearse = (trouble: Trouble | null) => desk.custodian.rehearseTrouble({ trouble });

it('is used up by what meets it', async () => {
  await open();
  expect(await rehearse('reset')).toEqual({ trouble: 'reset', left: 1, here: true });
  await outcomeOf(push(desk));
  expect(await desk.custodian.sandboxTrouble()).toEqual({ trouble: null, left: 0, here: true });
  expect(await outcomeOf(push(desk))).toBe('done');
});

it('lets another officer write between the look and the push', async () => {
  await open();
  await rehearse('another-officer');
  expect(await outcomeOf(push(desk))).toBe('PUBLISH_CHANGED');
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
  expect(await outcomeOf(push(desk))).toBe('done');
});

// What the window promises of each, in the words of shared/words/en/settings/sandbox.ts.
it.each<[Trouble, string]>([
  ['reset', 'done'],
  ['half-answer', 'done'],
  ['too-slow', 'done'],
  ['stale', 'done'],
  ['reset-before', 'REMOTE_UNREACHABLE'],
  ['server-error', 'REMOTE_FAILED'],
  ['rate-limited', 'REMOTE_RATE_LIMITED'],
])('%s: the push ends with %s, and the sandbox is sound again', async (trouble, outcome) => {
  desk = openDesk({ generate: pooledKeys(), ...(trouble === 'too-slow' && { deadlineMs: 4000 }) });
  await desk.custodian.addTenant(ACME);
  await rehearse(trouble);
  expect(await outcomeOf(push(desk))).toBe(outcome);
  expect(await desk.custodian.sandboxTrouble()).toMatchObject({ trouble: null, left: 0 });
});
