// What a push over the air gap leaves in the two audit chains, to the letter.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AirGap, openAirGap, TENANT as tenant } from '../../../../support/air-gap.ts';
import { openDesk } from '../../../../support/desk.ts';
import { foreignKey } from '../../../../support/remote-set.ts';
import { chainOf } from '../../../../support/written-entries.ts';

let gap: AirGap;
let home: ReturnType<typeof chainOf>;
let courier: ReturnType<typeof chainOf>;
beforeEach(async () => {
  gap = await openAirGap();
  [home, courier] = [chainOf(gap.home), chainOf(gap.courier)];
  home.written();
});
afterEach(() => gap.close());

const put = (keys: unknown[]) => gap.server.put(JSON.stringify({ keys }));

it('a bundle that is pushed, and its receipt', async () => {
  const { receipt, carried } = await gap.carry(await gap.bundle());
  await gap.accept(receipt, carried.courier);
  expect(home.written()).toMatchInlineSnapshot(`
    "bundle.made Acme {"bundle":"UUID","sha256":"SHA256","act":"push","kids":["key1","key2"],"expiresAt":"2026-11-29T08:00:00.000Z"}
    courier.accepted couriers {"courier":"SHA256"}
    receipt.accepted Acme {"bundle":"UUID","outcome":"pushed","courier":"SHA256","at":"2026-11-22T08:00:00.000Z","kids":["key1","key2"],"jwksSha256":"SHA256"}
    publish.seen Acme {"kids":["key1","key2"],"cacheControl":"max-age=60","jwksUrl":"http://LOOPBACK/.well-known/jwks.json"}"
  `);
  expect(courier.written()).toMatchInlineSnapshot(`
    "courier.begun Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}
    courier.sent Acme {"bundle":"UUID","sha256":"SHA256","kids":["key1","key2"]}
    courier.pushed Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}"
  `);
});

it('a bundle that cannot be saved', async () => {
  const { hash } = await gap.home.custodian.previewBundle({ tenant });
  const full = async () => {
    throw new Error('no space left');
  };
  await gap.home.custodian.makeBundle({ tenant, hash, days: 7 }, { qr: false }, full).catch(() => undefined);
  expect(home.written()).toMatchInlineSnapshot(`
    "bundle.made Acme {"bundle":"UUID","sha256":"SHA256","act":"push","kids":["key1","key2"],"expiresAt":"2026-11-29T08:00:00.000Z"}
    bundle.not-saved Acme {"bundle":"UUID"}"
  `);
});

it('bundles that change nothing, or not what they should', async () => {
  const { body } = await gap.home.custodian.previewBundle({ tenant });
  const bundle = await gap.bundle();
  home.written();
  put([foreignKey('theirs')]);
  const refused = await gap.carry(bundle);
  await gap.accept(refused.receipt, refused.carried.courier);
  expect(home.written()).toMatchInlineSnapshot(`
    "courier.accepted couriers {"courier":"SHA256"}
    receipt.accepted Acme {"bundle":"UUID","outcome":"refused","courier":"SHA256","at":"2026-11-22T08:00:00.000Z","kids":["key1","key2"],"jwksSha256":"SHA256"}
    publish.seen Acme {"kids":["theirs"],"cacheControl":"max-age=60","jwksUrl":"http://LOOPBACK/.well-known/jwks.json"}"
  `);
  gap.server.put(body ?? '');
  await gap.carry(bundle);
  expect(courier.written()).toMatchInlineSnapshot(`
    "courier.begun Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}
    courier.refused Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}
    courier.begun Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}
    courier.already-there Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}"
  `);
});

it('a bundle after which another set is there', async () => {
  const crossed = openDesk({
    async fetch(input, init) {
      const answer = await fetch(input, init);
      if (init?.method === 'PUT') {
        put([foreignKey('theirs')]);
      }
      return answer;
    },
  });
  await gap.carry(await gap.bundle(), crossed);
  expect(chainOf(crossed).of('courier.not-confirmed')).toMatchInlineSnapshot(
    `"courier.not-confirmed Acme {"bundle":"UUID","sha256":"SHA256","home":"SHA256","act":"push","kids":["key1","key2"]}"`,
  );
  await crossed.close();
});
