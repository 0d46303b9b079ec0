// Public keys of anybody's files in every format that needs no custody: the same key comes out, and what stayed behind is said.
import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversion } from '../../../main/acts/exports/convert.ts';
import { createFormats } from '../../../main/formats/formats.ts';
import { createReading } from '../../../main/reading/reading.ts';
import { CONVERT_FORMATS, type ExportFormat, neededFor } from '../../../shared/domain/formats.ts';
import { jwkThumbprint } from '../../../shared/encoding/thumbprint.ts';
import { type CertificateKinds, certificateKinds } from '../../support/certificate-kinds.ts';
import { outcomeOf } from '../../support/outcome.ts';

const PORTS = { reading: createReading(), formats: createFormats() };

let made: CertificateKinds;
beforeAll(() => {
  made = certificateKinds();
});
afterAll(() => made.close());

const convert = (file: string | Uint8Array, format: ExportFormat, entry?: string) =>
  conversion(PORTS, { format, entry, name: 'their key.pem' }, Uint8Array.from(Buffer.from(file)), { passphrase: null });

/** The keys that our reader finds in a file, by their thumbprints; of `pin` and `fingerprint` it is the text. */
async function keysIn(file: Uint8Array): Promise<(string | null)[]> {
  return (await PORTS.reading.publicContent(Uint8Array.from(file), { passphrase: null })).keys.map(
    ({ thumbprint }) => thumbprint,
  );
}

test('a certificate with its key in every format', async () => {
  const certificate = made.selfSigned();
  const thumbprint = jwkThumbprint({ ...createPublicKey(made.key).export({ format: 'jwk' }) });
  for (const format of CONVERT_FORMATS) {
    const { bytes, fileName, notes, kids } = await convert(`${made.key}${certificate}`, format);
    expect(kids).toEqual([thumbprint]);
    expect(fileName).toMatch(/^their-key\./);
    expect([format, notes.includes('private-left-behind')]).toEqual([format, true]);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('PRIVATE');
    if (!['pin', 'fingerprint'].includes(format)) {
      expect([format, await keysIn(bytes)]).toEqual([format, [thumbprint]]);
    }
  }
});

test('a bare key in the formats that need no certificate, and no others', async () => {
  const bare = createPublicKey(made.key).export({ format: 'pem', type: 'spki' }).toString();
  const codes = await Promise.all(CONVERT_FORMATS.map((format) => outcomeOf(convert(bare, format))));
  expect(codes).toEqual(CONVERT_FORMATS.map((format) => (neededFor(format) === 'key' ? 'done' : 'INPUT_INVALID')));
  const { bytes, notes } = await convert(bare, 'jwk');
  expect(notes).toEqual(['kid-is-thumbprint']);
  expect(Object.keys(JSON.parse(Buffer.from(bytes).toString()) as object)).toEqual(['kty', 'n', 'e', 'kid']);
});

test('there and back: a JWK keeps what it says of itself, and its chain', async () => {
  const [own, below, root] = made.chain();
  const jwk = { ...createPublicKey(made.key).export({ format: 'jwk' }), kid: 'a', alg: 'RS256', use: 'sig' };
  const x5c = [own, below, root].map((pem) => new X509Certificate(pem).raw.toString('base64'));
  const pem = await convert(JSON.stringify({ keys: [{ ...jwk, x5c }] }), 'pem');
  // The issuers lie in the set as keys of their own.
  expect(Buffer.from(pem.bytes).toString()).toBe([own, below, root].join(''));
  const back = JSON.parse(Buffer.from((await convert(JSON.stringify(jwk), 'jwks')).bytes).toString()) as object;
  expect(back).toEqual({ keys: [jwk] });
});

test('of several keys one is named; a chain has one that is meant', async () => {
  const [own, below, root] = made.chain();
  const chain = [root, below, own].join('');
  const { kids, notes } = await convert(chain, 'spki');
  expect([kids, notes]).toEqual([
    [jwkThumbprint({ ...createPublicKey(made.key).export({ format: 'jwk' }) })],
    ['certificates-left-out', 'others-left-out'],
  ]);
  expect((await convert(chain, 'p7b-bundle')).kids).toHaveLength(3);
  const two = `${made.selfSigned()}${root}`;
  expect(await outcomeOf(convert(two, 'spki'))).toBe('KEY_CHOICE_NEEDED');
  expect(await outcomeOf(convert(two, 'spki', '2'))).toBe('done');
  expect(await outcomeOf(convert(two, 'spki', '3'))).toBe('INPUT_INVALID');
  // Or by the beginning of its fingerprint, long enough not to be met by chance.
  const { kids: second } = await convert(two, 'spki', '2');
  const fingerprint = createHash('sha256')
    .update(createPublicKey(root).export({ format: 'der', type: 'spki' }))
    .digest('hex');
  expect((await convert(two, 'spki', fingerprint.slice(0, 8))).kids).toEqual(second);
  expect(await outcomeOf(convert(two, 'spki', fingerprint.slice(0, 7)))).toBe('INPUT_INVALID');
});

test('what holds no key says why', async () => {
  expect(await outcomeOf(convert('nothing', 'jwk'))).toBe('KEY_UNREADABLE');
  const x25519 = { kty: 'OKP', crv: 'X25519', x: Buffer.alloc(32, 9).toString('base64url') };
  expect(await outcomeOf(convert(JSON.stringify(x25519), 'jwk'))).toBe('KEY_UNREADABLE');
});
