// What an import refuses whatever the file is called: material that is known, and exponents that want a yes.
import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

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

it('takes nothing again that was revoked, in whichever tenant', async () => {
  const key = file();
  await desk.custodian.addTenant({ ...ACME, name: 'Other' });
  await desk.custodian.importKey({ tenant: 'Other', as: 'next', kid: 'gone' }, Buffer.from(key));
  await desk.custodian.withdrawKey({ tenant: 'Other', kid: 'gone', reason: 'not wanted', compromised: false });
  for (const place of [tenant, 'Other']) {
    await expect(
      desk.custodian.importKey({ tenant: place, as: 'next', kid: 'new-name' }, Buffer.from(key)),
    ).rejects.toMatchObject({ code: 'KEY_REVOKED_BEFORE', facts: { kid: 'gone' } });
  }
});

it('takes an exponent below 65537 only with an explicit yes', async () => {
  const key = file(3);
  await expect(desk.custodian.importKey({ tenant, as: 'next' }, Buffer.from(key))).rejects.toMatchObject({
    code: 'KEY_WEAK',
  });
  await desk.custodian.importKey({ tenant, as: 'next', kid: 'three', allowSmallExponent: true }, key);
  expect(kids()).toContain('three');
});

it('rotates nothing onto a key that is not there', async () => {
  await desk.custodian.addRing({ tenant, alg: 'RS256', name: 'own', empty: true });
  await desk.custodian.importKey({ tenant, ring: 'own', as: 'current', kid: 'only' }, file());
  for (const act of [
    desk.custodian.rotateRing({ tenant, ring: 'own' }),
    desk.custodian.rotateAndRevoke({ tenant, ring: 'own', reason: 'lost', compromised: true }),
  ]) {
    await expect(act).rejects.toMatchObject({ code: 'RING_HAS_NO_NEXT', facts: { ring: 'own' } });
  }
  expect(kids()).toContain('only');
});
