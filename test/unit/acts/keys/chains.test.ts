// The issuers of a certificate come in with it, stay with the key, and leave in the files that have a place for them.
import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { belongs } from '../../../../main/acts/custody/check-secrets.ts';
import type { ExportFormat } from '../../../../shared/domain/formats.ts';
import { chainOf, type SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { type CertificateKinds, certificateKinds } from '../../../support/certificate-kinds.ts';
import { ACME, START } from '../../../support/desk.ts';
import { keysOf } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const RING = { tenant: ACME.name, ring: 'brought' };

let made: CertificateKinds;
let [own, below, root] = ['', '', ''];
beforeAll(() => {
  made = certificateKinds();
  [own, below, root] = made.chain();
});
afterAll(() => made.close());

const desk = deskForEach();
beforeEach(async () => {
  // What openssl makes is valid from now on.
  desk.advance(Date.now() - START + 60_000);
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  await desk.custodian.addRing({ tenant: ACME.name, name: 'brought', alg: 'RS256', bits: 2048, empty: true });
});

const base64 = (pem: string): string => new X509Certificate(pem).raw.toString('base64');

async function broughtIn(file: string): Promise<SigningKey> {
  const args = { ...RING, as: 'current' as const };
  const { keys } = await desk.custodian.importKey(args, Buffer.from(file));
  return keys.find(({ state }) => state === 'current') ?? expect.fail('no key');
}

const textOf = async (kid: string, format: ExportFormat): Promise<string> =>
  Buffer.from((await desk.custodian.exportFile({ tenant: ACME.name, kid, format })).bytes).toString('utf8');

test('in whatever order they lie in the file, and strangers stay behind', async () => {
  const stranger = certificateKinds();
  const key = await broughtIn([root, made.key, stranger.selfSigned(), below, own].join('\n'));
  stranger.close();
  expect([key.certificate, ...chainOf(key)]).toEqual([own, below, root].map(base64));
  expect(key.jwk.x5c).toEqual([own, below, root].map(base64));
});

test('as far as the file has them', async () => {
  expect(chainOf(await broughtIn([made.key, own, root].join('\n')))).toEqual([]);
});

test('PEM, PKCS#7, JWK and PKCS#12 hold them; what has one place has the certificate alone', async () => {
  const { kid } = await broughtIn([made.key, own, below, root].join('\n'));
  expect(await textOf(kid, 'pem')).toBe([own, below, root].join(''));
  expect(JSON.parse(await textOf(kid, 'jwk'))).toMatchObject({ x5c: [own, below, root].map(base64) });
  expect(Buffer.from(await textOf(kid, 'base64'), 'base64').toString('base64')).toBe(base64(own));
  const at = (name: string): string => path.join(desk.folder, name);
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const { bytes } = await desk.custodian.exportFile({ tenant: ACME.name, kid, format: 'p7b' });
  writeFileSync(at('chain.p7b'), bytes);
  const printed = openssl('pkcs7', '-inform', 'DER', '-in', at('chain.p7b'), '-print_certs');
  expect([...printed.matchAll(/subject=.*CN ?= ?(.*)/g)].map(([, name]) => name)).toEqual([
    'acme.eu.auth0.com',
    'An authority below',
    'An authority',
  ]);
  await desk.custodian.handOver(
    { tenant: ACME.name, kid, format: 'p12', flavour: 'compatible', to: 'a partner' },
    { passphrase: Buffer.from('secret'), recipient: null },
    async (file) => writeFileSync(at('key.p12'), file),
  );
  const inside = openssl('pkcs12', '-in', at('key.p12'), '-passin', 'pass:secret', '-nokeys', '-legacy');
  expect(inside.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
});

test('an authority’s reply brings them, and a certificate of our own has none', async () => {
  const { kid } = await broughtIn(made.key);
  const place = { tenant: ACME.name, kid };
  await desk.custodian.acceptCertificate(place, Buffer.from([root, own, below].join('\n')));
  const now = (): SigningKey => keysOf(desk).find((key) => key.kid === kid) ?? expect.fail('no key');
  expect(chainOf(now())).toEqual([below, root].map(base64));
  const spki = Buffer.from(desk.ports.formats.spkiOf(now()));
  expect(belongs(desk.ports, now(), spki)).toBeNull();
  const [first] = now().jwk.x5c;
  expect(belongs(desk.ports, { ...now(), jwk: { ...now().jwk, x5c: [first, base64(root)] } }, spki)).toBe(
    'record-altered',
  );
  await desk.custodian.reissueCertificate({ ...place, days: 10, usage: 'authority', dnsNames: [], purposes: [] });
  expect(chainOf(now())).toEqual([]);
  const entries = desk.custodian.listAudit({ afterSeq: 0, limit: 100 });
  expect(entries.find(({ action }) => action === 'key.certificate-replaced')?.details).toMatchObject({ chain: 2 });
});

test('a JWK brings those of its x5c', async () => {
  const jwk = { ...createPrivateKey(made.key).export({ format: 'jwk' }), x5c: [own, below, root].map(base64) };
  expect(chainOf(await broughtIn(JSON.stringify(jwk)))).toEqual([below, root].map(base64));
});
