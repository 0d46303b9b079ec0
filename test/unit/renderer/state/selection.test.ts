import { expect, test } from 'vitest';
import { NOTHING_PICKED, toggled } from '../../../../renderer/fleet/state/selection.ts';
import { reasonToSkip } from '../../../../renderer/fleet/state/bulk-acts.ts';
import { makeWorld } from '../fake-world.ts';
import { previewOf } from '../fake-preview.ts';

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

test('a push in bulk goes out only when the publish screen would ask nothing', () => {
  const world = makeWorld('plain');
  const [fresh, acme] = world.views;
  if (fresh === undefined || acme === undefined) {
    throw new Error('the scene has no tenants');
  }
  const preview = previewOf(world, fresh);
  expect(reasonToSkip(preview)).toBeNull();
  expect(reasonToSkip(previewOf(world, acme))).toMatch(/^Up to date/);
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
