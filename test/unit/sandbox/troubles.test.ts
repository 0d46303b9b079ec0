import { expect, it } from 'vitest';
import { makeSandbox, sandboxFolder } from './open-sandbox.ts';

it('cannot be made at the server of another process, and says so', async () => {
  const folder = sandboxFolder();
  const [ours, other] = [makeSandbox({ folder }), makeSandbox({ folder })];
  expect(await ours.rehearse('reset')).toEqual({ trouble: 'reset', left: 1, here: true });
  await other.start();
  expect(await ours.trouble()).toEqual({ trouble: 'reset', left: 1, here: false });
  expect(await ours.rehearse('stale')).toEqual({ trouble: 'reset', left: 1, here: false });
  expect(await ours.rehearse(null)).toEqual({ trouble: null, left: 0, here: false });
  await other.stop();
  expect(await ours.rehearse('stale')).toEqual({ trouble: 'stale', left: 1, here: true });
});
