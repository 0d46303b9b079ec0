import { expect, onTestFinished, test } from 'vitest';
import { NOTHING_PICKED, toggled } from '../../../../renderer/fleet/state/selection.ts';
import { reasonToSkip } from '../../../../renderer/fleet/state/bulk-acts.ts';
import { rehearsal } from '../../../support/desk-scenes.ts';
import { openDesk } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];

test('a pick adds or takes away; with Shift everything between the last pick and this one is added', () => {
  const one = toggled(NOTHING_PICKED, 'b', SHOWN, false);
  const range = toggled(one, 'd', SHOWN, true);
  expect([...range.names]).toEqual(['b', 'c', 'd']);
  expect([...toggled(range, 'a', SHOWN, true).names].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect([...toggled(range, 'c', SHOWN, false).names]).toEqual(['b', 'd']);
});

test('a range whose beginning is not shown any more is a single pick', () => {
  const hidden = toggled(NOTHING_PICKED, 'z', ['z'], false);
  expect([...toggled(hidden, 'b', SHOWN, true).names]).toEqual(['z', 'b']);
});

test('a push in bulk goes out only when the publish screen would ask nothing', async () => {
  const desk = openDesk();
  onTestFinished(() => desk.close());
  await rehearsal.set(desk);
  const look = () => desk.custodian.previewPublication({ tenant: 'rehearsal' });
  const preview = await look();
  expect(reasonToSkip(preview)).toBeNull();
  await push(desk, 'rehearsal');
  expect(reasonToSkip(await look())).toMatch(/^Up to date/);
  expect(reasonToSkip({ ...preview, body: null })).toMatch(/^The push would delete/);
  for (const severity of ['error', 'warning'] as const) {
    const findings = [{ code: 'current-missing' as const, severity, kid: 'k1' }];
    expect(reasonToSkip({ ...preview, findings })).toMatch(
      /decision of yours\. k1 signs now and would not be published/,
    );
  }
  const sinceLastPush = [{ kid: 'k2', change: 'vanished' as const }];
  expect(reasonToSkip({ ...preview, sinceLastPush })).toMatch(/^Somebody else changed the set\. k2/);
  const diff = preview.diff.map((entry) => ({ ...entry, kind: 'altered' as const }));
  expect(reasonToSkip({ ...preview, diff })).toMatch(/other content there than ours/);
});
