// What an import refuses whatever the file is called: material that is known, and exponents that want a yes.
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

const tenant = 'Acme';

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const file = (publicExponent = 65_537): Buffer => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent });
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
};
const kids = (): string[] =>
  desk.custodian.showTenant({ tenant }).rings.flatMap(({ keys }) => keys.map(({ kid }) => kid));

it('takes the same material once a tenant, under whatever kid it comes again', async () => {
  const key = file();
  await desk.custodian.importKey({ tenant, as: 'previous', kid: 'first-name' }, Buffer.from(key));
  const before = kids();
  await expect(
    desk.custodian.importKey({ tenant, as: 'next', kid: 'second-name' }, Buffer.from(key)),
  ).rejects.toMatchObject({ code: 'KEY_EXISTS', facts: { kid: 'first-name' } });
  expect(kids()).toEqual(before);
});

it('takes an exponent below 65537 only with an explicit yes', async () => {
  const key = file(3);
  await expect(desk.custodian.importKey({ tenant, as: 'next' }, Buffer.from(key))).rejects.toMatchObject({
    code: 'KEY_WEAK',
  });
  await desk.custodian.importKey({ tenant, as: 'next', kid: 'three', allowSmallExponent: true }, key);
  expect(kids()).toContain('three');
});
