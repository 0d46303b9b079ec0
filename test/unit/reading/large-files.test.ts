// Bundles of thousands of certificates, and what somebody could send in their place: all of it in time.
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../../../main/reading/inspect/inspect-file.ts';
import { publicContent } from '../../../main/reading/public-content.ts';
import { degenerateSignedData } from '../../../main/encoding/pkcs7.ts';
import { MAX_BUNDLE_BYTES } from '../../../shared/domain/limits.ts';
import { armour } from '../../../shared/encoding/pem.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const COUNT = 600;

/** The long run takes the largest size. */
const LARGE = import.meta.env.MODE === 'fuzz' ? MAX_BUNDLE_BYTES : MAX_BUNDLE_BYTES / 4;

let ders: Uint8Array[] = [];
beforeAll(async () => {
  const workshop = createKeyWorkshop();
  const pair = await workshop.generate('ES256', null);
  const made = await Promise.all(
    ['a.example', 'b.example'].map((commonName) =>
      workshop.certify(pair, 'ES256', { commonName, notBefore: NOW, days: 300 }),
    ),
  );
  ders = Array.from({ length: COUNT }, (_, at) => made[at % 2] ?? new Uint8Array());
});

/** CPU seconds. */
async function costOf<T>(work: () => Promise<T>): Promise<{ done: T; seconds: number }> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  return { done, seconds: (user + system) / 1e6 };
}

describe('a bundle of thousands', () => {
  test.each([
    ['PEM', () => Buffer.from(ders.map((der) => armour(der, { label: 'CERTIFICATE' })).join(''))],
    ['PKCS#7', () => degenerateSignedData(ders)],
  ])('%s: every certificate is told', async (_, file) => {
    const { done, seconds } = await costOf(() => inspectFile(file(), null, NOW));
    expect(done.parts.filter(({ what }) => what === 'certificate')).toHaveLength(COUNT);
    expect(done.warnings).toEqual([]);
    expect(seconds).toBeLessThan(8);
    expect((await publicContent(file(), { passphrase: null })).keys[0]?.certificates).toHaveLength(2);
  });

  test('a set of as many keys', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = Array.from({ length: COUNT }, (_, at) => ({
      ...publicKey.export({ format: 'jwk' }),
      kid: `kid-${at}`,
    }));
    const file = Buffer.from(JSON.stringify({ keys }, null, 40));
    expect((await inspectFile(file, null, NOW)).parts).toHaveLength(COUNT);
  });
});

describe('of a large size', () => {
  const filled = (unit: string, before = '', after = ''): Buffer =>
    Buffer.from(before + unit.repeat(Math.floor((LARGE - before.length - after.length) / unit.length)) + after);
  test.each([
    ['beginnings of blocks', () => filled('-----BEGIN CERTIFICATE-----')],
    ['empty blocks', () => filled('-----BEGIN A KEY-----\n-----END A KEY-----\n')],
    ['empty certificates', () => filled('-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n')],
    ['headers of a block', () => filled('a:\n', '-----BEGIN CERTIFICATE-----\n', '-----END CERTIFICATE-----')],
    ['Base64 alone', () => filled('QUJD')],
    ['quotes', () => filled('"', '{')],
    ['brackets', () => filled('[')],
    ['a set of nothing', () => filled('{},', '{"keys":[', '{}]}')],
    ['a set with one kid', () => filled('{"kty":"EC","kid":"a"},', '{"keys":[', '{}]}')],
    ['nested DER', () => Buffer.alloc(LARGE, '3080', 'hex')],
    ['zeros', () => Buffer.alloc(LARGE)],
    ['a key in words', () => filled('d = "AAAAAAAAAAAAAAAAAAAA')],
  ])('%s', { timeout: 60_000 }, async (_, file) => {
    const { seconds } = await costOf(() => inspectFile(file(), null, NOW));
    expect(seconds).toBeLessThan(12);
  });
});
