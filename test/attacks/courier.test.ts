// Bundles that are tried more than once, by one courier or two: whatever is published in the end must come to be on record
// at home, and no receipt can be played twice.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AirGap, openAirGap, TENANT as tenant } from '../support/air-gap.ts';
import { openDesk } from '../support/desk.ts';
import { foreignKey } from '../support/remote-set.ts';

let gap: AirGap;
beforeEach(async () => {
  gap = await openAirGap();
});
afterEach(() => gap.close());

const put = (keys: Record<string, unknown>[]): void => gap.server.put(JSON.stringify({ keys }));
const published = () => gap.home.custodian.showTenant({ tenant }).lastPublication;
const acts = (action: string) =>
  gap.home.custodian.listAudit({ afterSeq: 0, limit: 500 }).filter((entry) => entry.action === action);

/** A bundle that was refused once, and pushed when what stood in its way was gone. */
async function refusedThenPushed() {
  const bundle = await gap.bundle();
  put([foreignKey('theirs')]);
  const refused = await gap.carry(bundle);
  expect(refused.carried.outcome).toBe('refused');
  gap.server.put('{"keys":[]}');
  gap.advance(60_000);
  const pushed = await gap.carry(bundle);
  expect(pushed.carried.outcome).toBe('pushed');
  return { bundle, refused, pushed };
}

it('a push that followed a refusal comes on record, though home had closed the bundle', async () => {
  const { refused, pushed } = await refusedThenPushed();
  const first = await gap.accept(refused.receipt, refused.carried.courier);
  expect(first).toMatchObject({ confirmed: false, openUntil: expect.any(String) as string });
  expect(published()).toBeNull();
  expect(await gap.accept(pushed.receipt)).toMatchObject({ confirmed: true, openUntil: null });
  expect(published()?.kids).toEqual(gap.keys().map(({ kid }) => kid));
  expect(acts('receipt.accepted').at(-1)?.details).toMatchObject({ outcome: 'pushed', insteadOf: 'refused' });
});

it('no receipt is taken twice, nor a refusal after a push', async () => {
  const { refused, pushed } = await refusedThenPushed();
  await gap.accept(refused.receipt, refused.carried.courier);
  const closed = { code: 'COURIER_FILE_REFUSED', facts: { problem: { code: 'receipt-already' } } };
  await expect(gap.accept(refused.receipt)).rejects.toMatchObject(closed);
  await gap.accept(pushed.receipt);
  await expect(gap.accept(pushed.receipt)).rejects.toMatchObject(closed);
  await expect(gap.accept(refused.receipt)).rejects.toMatchObject(closed);
  expect(acts('receipt.accepted')).toHaveLength(2);
});

it('a second courier who pushed what the first was refused is believed once he is known', async () => {
  const other = openDesk();
  const bundle = await gap.bundle();
  put([foreignKey('theirs')]);
  const refused = await gap.carry(bundle);
  await gap.accept(refused.receipt, refused.carried.courier);
  gap.server.put('{"keys":[]}');
  const pushed = await gap.carry(bundle, other);
  await expect(gap.accept(pushed.receipt)).rejects.toMatchObject({ code: 'COURIER_DEVICE_UNKNOWN' });
  expect(await gap.accept(pushed.receipt, pushed.carried.courier)).toMatchObject({ confirmed: true });
  const again = await gap.carry(bundle);
  expect(again.carried.outcome).toBe('already-there');
  await expect(gap.accept(again.receipt)).rejects.toMatchObject({ code: 'COURIER_FILE_REFUSED' });
  await other.close();
});

it('a push that another publication has overtaken does not become the newest again', async () => {
  const { refused, pushed } = await refusedThenPushed();
  await gap.accept(refused.receipt, refused.carried.courier);
  gap.advance(60_000);
  put([foreignKey('theirs')]);
  const late = await gap.bundle({ removeForeign: ['theirs'] });
  const carried = await gap.carry(late);
  expect(carried.carried.outcome).toBe('pushed');
  await gap.accept(carried.receipt);
  await expect(gap.accept(pushed.receipt)).rejects.toMatchObject({
    facts: { problem: { code: 'published-since' } },
  });
});
