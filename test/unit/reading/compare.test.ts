// Two files side by side, in any forms: the same key, the same certificate, or what differs.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparison } from '../../../main/acts/exports/inspect.ts';
import { createReading } from '../../../main/reading/reading.ts';
import { compareInDialogs } from '../../../main/ipc/compare-flow.ts';
import { comparisonLines } from '../../../shared/words/en/command-line/comparison.ts';
import type { Comparison } from '../../../shared/domain/reading/comparison.ts';
import { type CertificateKinds, certificateKinds } from '../../support/certificate-kinds.ts';
import { ecKey, rsaKey } from './fixtures.ts';

const PORTS = { reading: createReading(), clock: { now: () => new Date('2026-11-29T12:00:00.000Z') } };

let made: CertificateKinds;
beforeAll(() => {
  made = certificateKinds();
});
afterAll(() => made.close());

const given = (file: string | Uint8Array, passphrase: string | null = null) => ({
  file: Uint8Array.from(Buffer.from(file)),
  secrets: { passphrase: passphrase === null ? null : Buffer.from(passphrase) },
});

const compare = (
  first: string | Uint8Array,
  second: string | Uint8Array,
  passphrase: string | null = null,
): Promise<Comparison> => comparison(PORTS, given(first, passphrase), given(second, passphrase));

const publicPem = (pem: string): string => createPublicKey(pem).export({ format: 'pem', type: 'spki' }).toString();
const jwkOf = (pem: string, members: object = {}): string =>
  JSON.stringify({ ...createPublicKey(pem).export({ format: 'jwk' }), ...members });

test('a private key, its public half, a JWK and a certificate are the same key', async () => {
  const certificate = made.selfSigned();
  for (const [first, second] of [
    [made.key, publicPem(made.key)],
    [made.key, jwkOf(made.key, { kid: 'a' })],
    [publicPem(made.key), certificate],
  ] as const) {
    const { verdict, inBoth, onlyFirst, onlySecond } = await compare(first, second);
    expect(inBoth).toHaveLength(1);
    expect([onlyFirst, onlySecond]).toEqual([[], []]);
    expect(verdict).toBe(second === certificate ? 'same-keys' : 'same');
  }
  const inBoth = (await compare(publicPem(made.key), certificate)).inBoth[0];
  expect(inBoth?.certificates).toBe('only-second');
});

test('a renewed certificate: the same key, and what differs', async () => {
  const [first, second] = [made.issued({ days: 100 }), made.issued({ days: 200 })];
  expect((await compare(first, first)).verdict).toBe('same');
  const found = await compare(`${made.key}${first}`, second);
  expect([found.verdict, found.inBoth[0]?.certificates]).toEqual(['same-keys', 'others']);
  const names = found.inBoth[0]?.differences.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Serial', 'Valid to', 'SHA-1', 'SHA-256']));
  expect(names).not.toContain('Subject');
  expect(comparisonLines(found, 'old.pem', 'new.pem')[0]).toBe('The same key, but not the same certificate around it.');
});

test('two keys: not the same, and in what', async () => {
  const [first, second] = [rsaKey, ecKey].map((key) => key.export({ format: 'pem', type: 'pkcs8' }).toString());
  const found = await compare(first ?? '', second ?? '');
  expect(found.verdict).toBe('different');
  expect(found.differences).toContainEqual({ name: 'Key kind', first: 'RSA 2048', second: 'EC P-256' });
});

test('two sets: what is in both, and what is only in one', async () => {
  const rsa = rsaKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const ec = ecKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const set = (...keys: string[]): string => `{"keys":[${keys.join()}]}`;
  const first = set(jwkOf(rsa, { kid: 'a' }), jwkOf(ec, { kid: 'b' }));
  const second = set(jwkOf(ec, { kid: 'c' }), jwkOf(made.key, { kid: 'd' }));
  const found = await compare(first, second);
  expect(found.verdict).toBe('some-keys');
  expect(found.inBoth.map(({ differences }) => differences)).toEqual([[{ name: 'kid', first: 'b', second: 'c' }]]);
  expect([found.onlyFirst, found.onlySecond].map((keys) => keys.map(({ kid }) => kid))).toEqual([['a'], ['d']]);
});

test('an SSH key and the PEM from which it was made are one key', async () => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures/found-files');
  const pub = readFileSync(path.join(folder, 'ssh-rsa.pub'));
  const blob = Buffer.from(pub.toString('utf8').split(' ')[1] ?? '', 'base64');
  const at = (start: number): Buffer => blob.subarray(start + 4, start + 4 + blob.readUInt32BE(start));
  const e = at(11);
  const n = at(11 + 4 + e.length);
  const jwk = { kty: 'RSA', n: n.subarray(1).toString('base64url'), e: e.toString('base64url') };
  expect((await compare(pub, JSON.stringify(jwk))).verdict).toBe('same');
});

test('what does not open is said, and the window asks for its passphrase', async () => {
  const locked = createPrivateKey(made.key)
    .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' })
    .toString();
  const found = await compare(locked, publicPem(made.key));
  expect([found.verdict, found.first]).toMatchObject(['nothing-to-compare', { closed: 1, asks: true }]);
  expect((await compare(locked, publicPem(made.key), 'secret')).verdict).toBe('same');
  const asked: string[] = [];
  const answers = ['wrong', 'secret'];
  const opened = await compareInDialogs(
    { compareFiles: (first, second) => comparison(PORTS, first, second) },
    {
      refresh: async () => ({ name: 'locked.pem', bytes: Buffer.from(locked) }),
      chooseKeyFile: async () => null,
      chooseFile: async () => ({ name: 'public.pem', bytes: Buffer.from(publicPem(made.key)) }),
      async askPassphrase(name, again) {
        asked.push(`${name} ${again}`);
        return Buffer.from(answers.shift() ?? '');
      },
    },
    { compare: { choose: '' } },
  );
  expect(asked).toEqual(['locked.pem false', 'locked.pem true']);
  expect(opened).toMatchObject({ first: 'locked.pem', second: 'public.pem', comparison: { verdict: 'same' } });
});
