// A courier that was compared is known, not believed: whatever its receipt says is held against the bundle and the clocks.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeReceipt } from '../../../../main/acts/offline/courier-files.ts';
import { openDevice } from '../../../../main/acts/audit/device.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import type { CourierFlaw } from '../../../../shared/problems/courier.ts';
import type { Receipt } from '../../../../shared/domain/offline/courier.ts';
import { type AirGap, openAirGap, TENANT as tenant } from '../../../support/air-gap.ts';
import type { Desk } from '../../../support/desk.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

let gap: AirGap;
beforeEach(async () => {
  gap = await openAirGap();
});
afterEach(() => gap.close());

/** An honest receipt, changed and signed by a device that may sign receipts. */
async function toldBy(desk: Desk, change: (honest: Receipt) => Partial<Receipt>): Promise<string> {
  const { receipt } = await gap.carry(await gap.bundle());
  const { payload } = JSON.parse(receipt) as { payload: string };
  const honest = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Receipt;
  return writeReceipt(await openDevice(desk.ports, 'receipt'), { ...honest, ...change(honest) });
}

const fingerprint = async (): Promise<string> => (await openDevice(gap.courier.ports, 'receipt')).fingerprint;
const madeAt = (): string => gap.home.custodian.listOutbox().travelling[0]?.madeAt ?? '';
const later = (seconds: number): string => plusSeconds(madeAt(), seconds);

it.each<[string, (honest: Receipt) => Partial<Receipt>, CourierFlaw['code']]>([
  ['a set that lacks a key', ({ after }) => ({ after: (after ?? []).slice(1) }), 'other-set'],
  [
    'a set with one key more',
    ({ after }) => ({ after: [...(after ?? []), { ...after?.[0], kid: 'theirs' }] }),
    'other-set',
  ],
  ['no set at all', () => ({ after: null }), 'other-set'],
  ['no set, and that it was there already', () => ({ after: null, outcome: 'already-there' }), 'other-set'],
  [
    'a bundle of another content',
    ({ bundle }) => ({ bundle: { ...bundle, sha256: 'ab'.repeat(32) } }),
    'other-content',
  ],
  ['a time before the bundle was made', () => ({ at: later(-2 * HOUR) }), 'impossible-time'],
  ['a time that is yet to come', () => ({ at: later(2 * HOUR) }), 'impossible-time'],
])('is refused when it tells of %s', async (_what, change, code) => {
  const receipt = await toldBy(gap.courier, change);
  await expect(gap.accept(receipt, await fingerprint())).rejects.toMatchObject({
    code: 'COURIER_FILE_REFUSED',
    facts: { file: 'receipt', problem: { code } },
  });
  expect(gap.home.custodian.showTenant({ tenant }).lastPublication).toBeNull();
  expect(gap.home.custodian.listOutbox().travelling).toHaveLength(1);
});

it('is refused when it tells of a time after the bundle had ended, and taken within an hour of it', async () => {
  const late = await toldBy(gap.courier, () => ({ at: later(7 * DAY + HOUR + 1) }));
  gap.home.advance(8 * DAY * 1000);
  await expect(gap.accept(late, await fingerprint())).rejects.toMatchObject({
    facts: { problem: { code: 'after-expiry', at: later(7 * DAY + HOUR + 1) } },
  });
  const made = madeAt();
  const device = await openDevice(gap.courier.ports, 'receipt');
  const { payload } = JSON.parse(late) as { payload: string };
  const told = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Receipt;
  const inTime = await writeReceipt(device, { ...told, at: plusSeconds(made, 7 * DAY + HOUR) });
  expect(await gap.accept(inTime, device.fingerprint)).toMatchObject({ confirmed: true });
});

it('needs no comparing when this very device carried it', async () => {
  const receipt = await toldBy(gap.home, () => ({}));
  expect(await gap.accept(receipt)).toMatchObject({ outcome: 'pushed', confirmed: true });
  const actions = gap.home.custodian.listAudit({ afterSeq: 0, limit: 100 }).map(({ action }) => action);
  expect(actions).not.toContain('courier.accepted');
});

it('says until when a bundle stays open that was not pushed, and nothing after that', async () => {
  const told = { outcome: 'refused', after: null } as const;
  const receipt = await toldBy(gap.courier, () => told);
  const { expiresAt } = gap.home.custodian.listOutbox().travelling[0] ?? { expiresAt: '' };
  expect(await gap.accept(receipt, await fingerprint())).toMatchObject({ confirmed: false, openUntil: expiresAt });
  await expect(gap.accept(receipt)).rejects.toMatchObject({ facts: { problem: { code: 'receipt-already' } } });
});
