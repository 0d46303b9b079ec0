// A pasted fingerprint, thumbprint, pin or kid, in the notations of the tools that officers have: openssl, ssh-keygen, keytool,
// browsers, curl, Windows. Each leads to its key, and to what the records say of it.
import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FoundText, IdentityKind } from '../../../shared/domain/find/found.ts';
import { jwkThumbprint, thumbprintUri } from '../../../shared/encoding/thumbprint.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { foundLines } from '../../../shared/words/en/command-line/find.ts';
import { ACME, type Desk, openDesk } from '../../support/desk.ts';
import { changeElsewhere, foreignKey } from '../../support/remote-set.ts';

let desk: Desk;
let key: SigningKey;

beforeAll(async () => {
  desk = openDesk();
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  const other = { name: 'other', domain: 'other.eu.auth0.com', customDomain: 'login.other.example' };
  await desk.custodian.addTenant({ ...ACME, ...other, alg: 'ES256' });
  const [ring] = desk.custodian.showTenant({ tenant: ACME.name }).rings;
  key = ring?.keys.find(({ state }) => state === 'current') ?? expect.fail('no key');
});
afterAll(() => desk.close());

const find = (text: string): FoundText => desk.custodian.findText({ text });
const digest = (hash: string, octets: Uint8Array): Buffer => createHash(hash).update(octets).digest();
const colons = (hex: string): string => hex.replaceAll(/..(?=.)/g, '$&:');

/** How a digest is written, by people and by tools. */
const notations = (octets: Buffer): string[] => {
  const hex = octets.toString('hex');
  const base64 = octets.toString('base64');
  return [
    hex,
    hex.toUpperCase(),
    colons(hex),
    colons(hex).toUpperCase(),
    hex.replaceAll(/..(?=.)/g, '$& '),
    `0x${hex}`,
    base64,
    base64.replace(/=+$/, ''),
    octets.toString('base64url'),
    Buffer.from(hex).toString('base64url'),
    hex.slice(0, 12),
  ];
};

/** By what it leads to the key, and to no other. */
function leads(text: string): IdentityKind[] {
  const { keys } = find(text);
  return keys.length === 1 && keys[0]?.kid === key.kid ? keys[0].as : [];
}

test('every digest of the key and of its certificate, in every notation', () => {
  const der = Buffer.from(key.certificate, 'base64');
  const certificate = new X509Certificate(der);
  const spki = certificate.publicKey.export({ format: 'der', type: 'spki' });
  const digests: [IdentityKind, Buffer][] = [
    ['certificate-sha1', digest('sha1', der)],
    ['certificate-sha256', digest('sha256', der)],
    ['spki-sha256', digest('sha256', spki)],
    ['spki-sha1', digest('sha1', spki)],
    ['thumbprint', Buffer.from(jwkThumbprint(key.jwk), 'base64url')],
    // RFC 5280 §4.2.1.2: the point alone.
    ['ski', digest('sha1', spki.subarray(-65))],
  ];
  for (const [as, octets] of digests) {
    expect([as, notations(octets).filter((text) => !leads(text).includes(as))]).toEqual([as, []]);
  }
});

test('what tools put in front and around', () => {
  const der = Buffer.from(key.certificate, 'base64');
  const sha256 = digest('sha256', der);
  const pin = digest('sha256', new X509Certificate(der).publicKey.export({ format: 'der', type: 'spki' }));
  expect(leads(`sha256 Fingerprint=${colons(sha256.toString('hex')).toUpperCase()}`)).toContain('certificate-sha256');
  expect(leads(`SHA256: ${colons(sha256.toString('hex'))}`)).toContain('certificate-sha256');
  expect(leads(`sha256//${pin.toString('base64')}`)).toContain('spki-sha256');
  expect(leads(`pin-sha256="${pin.toString('base64')}"`)).toContain('spki-sha256');
  expect(leads(`sha256/${pin.toString('base64')}`)).toContain('spki-sha256');
  expect(leads(thumbprintUri(key.jwk))).toContain('thumbprint');
  expect(leads(`"${key.jwk['x5t#S256']}",`)).toContain('certificate-sha256');
  const { serialNumber } = new X509Certificate(der);
  expect(leads(`serial=${serialNumber}`)).toContain('serial');
  expect(leads(BigInt(`0x${serialNumber}`).toString())).toContain('serial');
  expect(leads(key.kid)).toContain('kid');
});

test('as ssh-keygen shows it', async () => {
  const { bytes } = await desk.custodian.exportFile({ tenant: ACME.name, kid: key.kid, format: 'ssh' });
  const blob = Buffer.from(Buffer.from(bytes).toString('utf8').split(' ')[1] ?? '', 'base64');
  expect(leads(`SHA256:${digest('sha256', blob).toString('base64').replace(/=+$/, '')}`)).toContain('ssh-sha256');
  expect(leads(`MD5:${colons(digest('md5', blob).toString('hex'))}`)).toContain('ssh-md5');
});

test('the audit chain and the ledger of hand-overs say where else', async () => {
  const saved: Uint8Array[] = [];
  await desk.custodian.handOver(
    { tenant: ACME.name, kid: key.kid, format: 'private-jwk', flavour: 'compatible', to: 'a partner' },
    { passphrase: Buffer.from('correct horse'), recipient: null },
    async (bytes) => void saved.push(Uint8Array.from(bytes)),
  );
  const sha256 = digest('sha256', saved[0] ?? new Uint8Array());
  for (const text of [sha256.toString('hex'), colons(sha256.toString('hex')), sha256.toString('base64')]) {
    const { handOvers, entries, keys } = find(text);
    expect([handOvers.map(({ as, to }) => [as, to]), keys]).toEqual([[['file', 'a partner']], []]);
    expect(entries.map(({ action }) => action)).toEqual(['key.handed-over']);
  }
  expect(find(key.kid).entries.map(({ action }) => action)).toContain('key.handed-over');
  expect(foundLines(find(key.kid)).join('\n')).toContain('Keys in custody');
});

test('keys of others in a set that was sent or replaced', async () => {
  const theirs = foreignKey('theirs');
  await changeElsewhere(desk, ACME.name, () => [theirs]);
  const keepForeign = [{ name: 'theirs', reason: 'of the portal' }];
  const { hash } = await desk.custodian.previewPublication({ tenant: ACME.name, keepForeign });
  await desk.custodian.pushPublication({ tenant: ACME.name, hash, keepForeign });
  const { sets, keys } = find(jwkThumbprint(theirs) ?? '');
  expect([sets.map(({ tenant, kid, as }) => [tenant, kid, as]), keys]).toEqual([
    [[ACME.name, 'theirs', ['thumbprint']]],
    [],
  ]);
  expect(find('theirs').sets).toHaveLength(1);
  expect(find(jwkThumbprint(key.jwk)).sets).toEqual([]);
});

test('nothing is found by chance', () => {
  const nothing = { keys: [], sets: [], handOvers: [], entries: [], moreEntries: 0 };
  for (const text of ['00', 'a', 'zzzz', 'ff'.repeat(32), 'AAAA', '12345678']) {
    expect([text, find(text)]).toEqual([text, nothing]);
  }
  expect(foundLines(nothing)).toEqual(['Nothing here is known by that.']);
});
