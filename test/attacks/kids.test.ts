// Any printable kid is taken, so nothing may be built from one: no path, no address, no table, no page. Each of these goes the
// whole way, from a file to every export, to the published set and into a token.
import { beforeEach, describe, expect, it } from 'vitest';
import { nameProblem } from '../../shared/domain/exports/file-names.ts';
import { hrefOf, parseRoute } from '../../renderer/state/route.ts';
import { handOverSchema } from '../../shared/domain/exports/hand-over.ts';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { ACME } from '../support/desk.ts';
import { jsonFile, ecJwk } from '../support/own-files.ts';
import { deskForEach } from '../support/desk-for-each.ts';

const tenant = 'Acme';
const KIDS = [
  '../../../../etc/passwd',
  'C:\\keys\\prod:1|<>?*"',
  'https://acme.example/keys/2023?x=1&y=2#frag',
  '100%25 %2F',
  "x'); DROP TABLE keys; --",
  '=HYPERLINK("http://x")',
  "'quoted, with a comma",
  '`backtick` *star* [link](http://x)',
  '<script>alert(1)</script>&amp;]]>',
  'two words  and two blanks',
  'Schlüssel №7 密钥 🔑',
  '-starts-with-a-hyphen',
  'con',
  '🔑'.repeat(50),
  '__proto__',
  'constructor',
] as const;

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256', empty: true }));

const bringIn = (kid: string) => desk.custodian.importKey({ tenant, as: 'current' }, jsonFile(ecJwk({ kid })));

describe.each(KIDS)('%s', (kid) => {
  it('is published, signs, verifies and is seen as ours', async () => {
    await bringIn(kid);
    const { hash, body } = await desk.custodian.previewPublication({ tenant });
    await desk.custodian.pushPublication({ tenant, hash });
    expect(JSON.parse(body ?? '')).toMatchObject({ keys: [{ kid }] });
    expect(await desk.custodian.lookForDrift({ tenant })).toMatchObject({ state: 'in-step' });
    const [proof] = await desk.custodian.provePublication({ tenant });
    expect(proof).toMatchObject({ ok: true, kid });
    const { jws } = await desk.custodian.signToken({ tenant, claims: { sub: 'x' }, ttl: 60 });
    expect(await desk.custodian.readToken({ tenant, jws })).toMatchObject({ accepted: true, signedBy: { kid } });
    const view = desk.custodian.showTenant({ tenant }).rings[0];
    expect(view?.clocks[kid]?.readyToSign.at).toEqual(expect.any(String));
    expect(
      desk.custodian
        .dueCalendar({ days: 365 })
        .split('\r\n')
        .every((line) => Buffer.byteLength(line) <= 75),
    ).toBe(true);
  });

  it('is in every export as it is, under a name that is a name', async () => {
    await bringIn(kid);
    for (const format of EXPORT_FORMATS) {
      const file = await desk.custodian.exportFile({ tenant, kid, format, profile: 'standard' });
      expect([format, nameProblem(file.fileName), file.fileName.includes('/')]).toEqual([format, null, false]);
    }
    await desk.custodian.exportAll(tenant, async ({ files }) => {
      for (const { fileName } of files()) {
        expect(fileName.split('/').map(nameProblem)).toEqual(fileName.split('/').map(() => null));
      }
      return 'folder';
    });
  });

  it('has a page of its own in the window', () => {
    const route = { screen: 'key', tenant: 'a/b %', kid } as const;
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });
});

describe.each(KIDS.filter((kid) => /[^\x20-\x7e]|[<:`]/.test(kid)))('%s, which no file can be called by,', (kid) => {
  it('goes into a protected file', async () => {
    await bringIn(kid);
    const under = () => ({ passphrase: Buffer.from('correct horse battery staple'), recipient: null });
    for (const format of ['p12', 'private-jwk'] as const) {
      // How strong the protection is does not depend on the name.
      const order = handOverSchema.parse({ tenant, kid, format, flavour: 'compatible', to: 'Partner' });
      expect(nameProblem(desk.custodian.handOverFileName(order, under()))).toBeNull();
      expect(await desk.custodian.handOver(order, under(), async () => undefined)).toMatchObject({ kid });
    }
  });
});
