// The two views of the ports: looks change nothing, and the keychain learns of every change of an act.
import { beforeEach, describe, expect, it } from 'vitest';
import { actingPorts, lookingPorts } from '../../../../main/acts/audit/vouched-ports.ts';
import type { Registry } from '../../../../main/ports/registry.ts';
import type { DriftReport } from '../../../../shared/domain/published-set/drift-report.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
let tenantId: string;
beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  tenantId = desk.ports.registry.read((reader) => reader.tenantByName(ACME.name)?.id ?? '');
});

const report = (): DriftReport => ({
  tenant: ACME.name,
  at: desk.ports.clock.now().toISOString(),
  state: 'in-step',
  findings: [],
  keptForeign: [],
  unreadable: null,
  unseen: null,
  jwksUrl: null,
});

const CHANGES: [string, (registry: Registry) => unknown][] = [
  ['an act', ({ change }) => change({ action: 'test', subject: 'x', details: {} }, () => 'done')],
  ['a note for the keychain', ({ noteIntents }) => noteIntents([{ name: 'x', purpose: 'write', at: report().at }])],
  ['a look for drift', ({ noteDrift }) => noteDrift(tenantId, report())],
  ['a seal', ({ noteSeal }) => noteSeal('a.b.c')],
];

/** Whatever may have changed. */
const state = () =>
  desk.ports.registry.read((reader) => [
    reader.auditHead(),
    reader.intents(),
    reader.drift(tenantId),
    reader.auditAnchor(),
  ]);

describe.each(CHANGES)('%s', (_, change) => {
  it('is a fault of this program where it only looks', () => {
    const before = state();
    expect(() => change(lookingPorts(desk.ports).registry)).toThrow(
      expect.objectContaining({ code: 'INTERNAL', facts: { reference: 'a change outside of an act' } }),
    );
    expect(state()).toEqual(before);
  });

  it('is made, and the keychain learns of it', () => {
    const before = state();
    let notes = 0;
    change(actingPorts(desk.ports, { note: () => void (notes += 1) }).registry);
    expect(notes).toBe(1);
    expect(state()).not.toEqual(before);
  });
});

it('an act answers what its work answered', () => {
  const { registry } = actingPorts(desk.ports, { note: () => undefined });
  expect(registry.change({ action: 'test', subject: 'x', details: {} }, () => 'done')).toBe('done');
});

it('acts read records that are vouched for', () => {
  const { registry } = actingPorts(desk.ports, { note: () => undefined });
  const { vouched } = desk.ports.registry.state;
  expect([registry.read, registry.copy]).toEqual([vouched.read, vouched.copy]);
});
