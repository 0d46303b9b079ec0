// Each algorithm through the command line in separate processes: generate, rotate, sign, verify here and elsewhere.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { importJWK, jwtVerify, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { TokenReading } from '../../shared/domain/token/token.ts';
import { namesOf, SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';

const at = folderForAll();
const custodian = <T>(args: string[], stdin?: string): Promise<T> => custodianJson<T>(at('data'), args, stdin);

beforeAll(async () => {
  // A plain JWKS tenant takes every algorithm, Ed25519 too.
  await custodian(
    'tenant add --name T --environment development --domain t.example.org --endpoint jwks --jwks-url https://t.example.org/jwks'.split(
      ' ',
    ),
  );
});

/** OpenSSL's own verification of the JWS signature; ECDSA signatures are turned from r||s into DER for it. */
function opensslVerifies(jws: string, alg: string, publicPem: string): boolean {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const raw = Buffer.from(signature, 'base64url');
  writeFileSync(at('signed'), `${header}.${payload}`);
  writeFileSync(at('signature'), alg.startsWith('ES') ? derSignature(raw) : raw);
  const digest = `sha${alg.slice(2)}`;
  const pss = alg.startsWith('PS') ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'] : [];
  const args =
    alg === 'Ed25519'
      ? [
          'pkeyutl',
          '-verify',
          '-pubin',
          '-inkey',
          publicPem,
          '-rawin',
          '-in',
          at('signed'),
          '-sigfile',
          at('signature'),
        ]
      : ['dgst', `-${digest}`, ...pss, '-verify', publicPem, '-signature', at('signature'), at('signed')];
  return /Verified OK|Verified Successfully/.test(execFileSync('openssl', args, { encoding: 'utf8' }));
}

function derSignature(raw: Buffer): Buffer {
  const integer = (bytes: Buffer): Buffer => {
    const trimmed = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
    const body = (trimmed[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), trimmed]) : trimmed;
    return Buffer.concat([Buffer.from([2, body.length]), body]);
  };
  const half = raw.length / 2;
  const body = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))]);
  return Buffer.concat([Buffer.from(body.length < 128 ? [0x30, body.length] : [0x30, 0x81, body.length]), body]);
}

describe.each(SIGNING_ALGORITHMS)('%s', (alg) => {
  it('is generated, rotated, signs, and is verified by us, by jose and by openssl', async () => {
    const ring = alg.toLowerCase();
    await custodian(['ring', 'add', 'T', '--alg', alg]);
    await custodian(['key', 'generate', 'T', '--ring', ring]);
    const { keys } = await custodian<RingView>(['key', 'rotate', 'T', '--ring', ring]);
    const current = keys.find((key) => key.state === 'current');
    const kid = current?.kid ?? '';
    const { jws } = await custodian<{ jws: string }>(
      ['key', 'sign', 'T', '--ring', ring, '--claims-stdin'],
      '{"sub":"x"}',
    );

    const reading = await custodian<TokenReading>(['key', 'verify', 'T', '--token-stdin'], jws);
    expect(reading).toMatchObject({ accepted: true, signedBy: { kid, state: 'current', alg }, claims: { sub: 'x' } });

    await custodian(['export', 'T', '--kid', kid, '--format', 'jwk', '--out', at(`${alg}.jwk`)]);
    const jwk = JSON.parse(readFileSync(at(`${alg}.jwk`), 'utf8')) as JWK;
    const verified = await jwtVerify(jws, await importJWK(jwk), { algorithms: namesOf(alg) });
    expect(verified.protectedHeader).toMatchObject({ alg: jwk.alg, kid });

    await custodian(['export', 'T', '--kid', kid, '--format', 'spki', '--out', at(`${alg}.pem`)]);
    expect(opensslVerifies(jws, alg, at(`${alg}.pem`))).toBe(true);
  });
});

describe('a token that proves nothing', () => {
  const unsigned = (header: object): string =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from('{"exp":9999999999}').toString('base64url')}.`;

  it.each([{ alg: 'none' }, { alg: 'HS256' }])('is not accepted: %j', async (header) => {
    const ran = await runCustodian(at('data'), ['key', 'verify', 'T', '--token-stdin', '--json'], unsigned(header));
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      accepted: false,
      problems: expect.arrayContaining(['unknown-signer', 'unsafe-algorithm']) as string[],
    });
  });

  it('is refused in words when it is no token at all', async () => {
    const ran = await runCustodian(at('data'), ['key', 'verify', 'T', '--token-stdin', '--json'], 'hello');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('not a JWT in compact form')]);
  });
});
