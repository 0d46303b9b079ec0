// A bundle that is signed well and says what cannot be: what a device of ours would never write.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/encoding/canonical-json.ts';
import { bodyOf, openBundle, openReceipt } from '../../../../main/acts/offline/courier-files.ts';
import { type Device, openDevice } from '../../../../main/acts/audit/device.ts';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import { type Bundle, BUNDLE_PURPOSE, RECEIPT_PURPOSE } from '../../../../shared/domain/offline/courier.ts';
import { type AirGap, openAirGap } from '../../../support/air-gap.ts';

let gap: AirGap;
let device: Device;
let honest: Bundle;
beforeEach(async () => {
  gap = await openAirGap();
  const { text } = await gap.bundle();
  const { payload } = JSON.parse(text) as { payload: string };
  honest = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Bundle;
  device = await openDevice(gap.home.ports, 'bundle');
});
afterEach(() => gap.close());

const open = async (content: string) => openBundle(gap.courier.ports, await device.sign(BUNDLE_PURPOSE, content));
const refusal = (problem: object) => ({
  code: 'COURIER_FILE_REFUSED',
  facts: { file: 'bundle', problem },
});
const member = (name: string | null, problem: object) => ({ code: 'member', member: name, problem });

it('opens what is as it should be, and says what would be sent and for whom', async () => {
  const { bundle, body, kids, expired } = await open(canonicalJson(honest));
  expect([bundle, body, expired]).toEqual([honest, canonicalJson({ keys: honest.set }), false]);
  expect(kids).toEqual(honest.set.map(({ kid }) => kid));
});

it.each<[string, (bundle: Bundle) => object, object]>([
  [
    'that was made in two hours',
    (bundle) => ({ madeAt: plusSeconds(bundle.madeAt, 7200) }),
    { code: 'made-in-future', at: '2026-11-22T10:00:00.000Z' },
  ],
  ['with one key twice', ({ set }) => ({ set: [...set, ...set] }), { code: 'finding', finding: 'kid-twice' }],
  [
    'with a private member',
    ({ set: [first] }) => ({ set: [{ ...first, d: 'AQAB' }] }),
    member('set.0', { code: 'private-keys' }),
  ],
  ['with a member that nobody knows', () => ({ more: 1 }), member(null, { code: 'unknown-members', names: ['more'] })],
  ['of a later version', () => ({ version: 2 }), member('version', { code: 'other-version' })],
])('refuses a bundle %s', async (_what, change, problem) => {
  await expect(open(canonicalJson({ ...honest, ...change(honest) }))).rejects.toMatchObject(refusal(problem));
});

it('takes one that was made within an hour to come, since two clocks may differ so much', async () => {
  expect(await open(canonicalJson({ ...honest, madeAt: plusSeconds(honest.madeAt, 3600) }))).toMatchObject({
    expired: false,
  });
});

it('refuses what is not in the one form, and what is no JSON', async () => {
  await expect(open(JSON.stringify(honest, null, 1))).rejects.toMatchObject(refusal({ code: 'not-canonical' }));
  await expect(open('no JSON')).rejects.toMatchObject(refusal(member(null, { code: 'unfit' })));
  const asReceipt = device.sign(RECEIPT_PURPOSE, canonicalJson(honest));
  await expect(openReceipt(gap.home.ports.reading, await asReceipt)).rejects.toMatchObject({
    code: 'COURIER_FILE_REFUSED',
    facts: { file: 'receipt' },
  });
});

it('has ended at the instant that it names', async () => {
  gap.courier.advance(Date.parse(honest.expiresAt) - Date.parse(honest.madeAt) - 1);
  expect(await open(canonicalJson(honest))).toMatchObject({ expired: false });
  gap.courier.advance(1);
  expect(await open(canonicalJson(honest))).toMatchObject({ expired: true });
});

it('sends a set of one key, and deletes only an empty one', () => {
  expect(bodyOf([{ kid: 'last' }])).toBe('{"keys":[{"kid":"last"}]}');
  expect(bodyOf([])).toBeNull();
});
