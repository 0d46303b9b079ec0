// Private keys as the openssl command line writes them, read by our import; public identity compared with openssl's.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../support/workshop.ts';
import { isCustodianError } from '../../shared/errors.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { ringOf } from '../support/rings.ts';
import { run, workFolder } from './formats-tools.ts';
import { fileFormat } from '../../shared/words/en/names.ts';

const workshop = createKeyWorkshop();
const PLAIN = { passphrase: null, entry: null, allowSmallExponent: false };

const KINDS: [alg: SigningAlgorithm, generate: string[]][] = [
  ['RS256', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']],
  ['ES256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ['ES384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ['ES512', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521']],
  ['Ed25519', ['-algorithm', 'ED25519']],
];

const problemOf = (file: Uint8Array, alg: SigningAlgorithm): Promise<unknown> =>
  workshop.read(file, ringOf(alg), PLAIN).then(
    () => 'accepted',
    (error: unknown) => (isCustodianError(error, 'KEY_UNREADABLE') ? error.facts.problem : String(error)),
  );

describe.each(KINDS)('%s keys of openssl', (alg, generate) => {
  const folder = workFolder();
  const original = folder.file('key.pem');
  let spki: Buffer;
  beforeAll(() => {
    run('openssl', ['genpkey', ...generate, '-out', original]);
    spki = run('openssl', ['pkey', '-in', original, '-pubout', '-outform', 'DER']);
  });

  const converted = (command: string, ...args: string[]): Buffer => {
    run('openssl', [command, '-in', original, '-out', folder.file('converted'), ...args]);
    return readFileSync(folder.file('converted'));
  };
  const traditional = alg === 'RS256' ? 'PKCS#1' : 'SEC1';
  const containers: [source: string, args: string[]][] = [
    ['PKCS#8 PEM', ['pkey']],
    ['PKCS#8 PEM', ['pkey', '-text']],
    ['PKCS#8 DER', ['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER']],
    [`${traditional} PEM`, ['pkey', '-traditional']],
    [`${traditional} DER`, ['pkey', '-traditional', '-outform', 'DER']],
  ];

  test.each(alg === 'Ed25519' ? containers.slice(0, 3) : containers)(
    '%s from %s',
    async (source, [command = '', ...args]) => {
      const read = await workshop.read(converted(command, ...args), ringOf(alg), PLAIN);
      expect(fileFormat(read.source)).toBe(source);
      expect(Buffer.from(read.spki).equals(spki)).toBe(true);
      const ours = folder.save('read.der', read.pkcs8);
      const own = run('openssl', ['pkey', '-inform', 'DER', '-in', ours, '-pubout', '-outform', 'DER']);
      expect(own.equals(spki)).toBe(true);
    },
  );

  test('encrypted ones ask for their passphrase', async () => {
    const passphrase = folder.save('passphrase', Buffer.from('correct horse\n'));
    const encrypted = converted('pkey', '-aes-256-cbc', '-passout', `file:${passphrase}`);
    await expect(workshop.read(encrypted, ringOf(alg), PLAIN)).rejects.toMatchObject({
      code: 'KEY_ENCRYPTED',
      facts: { format: { code: 'key', container: 'PKCS#8', encoding: 'PEM' } },
    });
  });

  test.each([
    [['-new'], { code: 'certificate-request' }],
    [['-new', '-outform', 'DER'], { code: 'certificate-request' }],
    [['-x509'], { code: 'certificate' }],
  ])('what req %s makes of it is told from a key', async (args, problem) => {
    const file = run('openssl', ['req', '-key', original, '-subj', '/CN=x', ...args]);
    expect(await problemOf(file, alg)).toEqual(problem);
  });
});

describe('other keys of openssl', () => {
  const folder = workFolder();
  const made = (...args: string[]): Buffer => {
    run('openssl', [...args, '-out', folder.file('made')]);
    return readFileSync(folder.file('made'));
  };

  test('ecparam with its parameters in front, compressed points', async () => {
    const file = made('ecparam', '-name', 'prime256v1', '-genkey', '-conv_form', 'compressed');
    expect(file.toString()).toContain('EC PARAMETERS');
    const read = await workshop.read(file, ringOf('ES256'), PLAIN);
    expect(fileFormat(read.source)).toBe('SEC1 PEM');
    expect(read.spki).toHaveLength(91); // the length with an uncompressed point
  });

  test('DSA and multi-prime RSA are named and refused', async () => {
    const parameters = folder.file('dsa.pem');
    run('openssl', [
      'genpkey',
      '-genparam',
      '-algorithm',
      'DSA',
      '-pkeyopt',
      'dsa_paramgen_bits:1024',
      '-out',
      parameters,
    ]);
    await expect(
      workshop.read(made('genpkey', '-paramfile', parameters), ringOf('RS256'), PLAIN),
    ).rejects.toMatchObject({
      code: 'KEY_UNSUPPORTED',
      facts: { kind: { code: 'named', name: 'DSA' } },
    });
    const primes = made('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_primes:3');
    await expect(workshop.read(primes, ringOf('RS256'), PLAIN)).rejects.toMatchObject({
      code: 'KEY_UNSUPPORTED',
      facts: { kind: { code: 'many-primes' } },
    });
  });

  test('PKCS#12 asks for its passphrase', async () => {
    const key = folder.file('p12.pem');
    run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ed25519',
      '-noenc',
      '-subj',
      '/CN=x',
      '-keyout',
      key,
      '-out',
      folder.file('c.pem'),
    ]);
    const passphrase = folder.save('passphrase', Buffer.from('correct horse\n'));
    const file = made(
      'pkcs12',
      '-export',
      '-inkey',
      key,
      '-in',
      folder.file('c.pem'),
      '-passout',
      `file:${passphrase}`,
    );
    await expect(workshop.read(file, ringOf('Ed25519'), PLAIN)).rejects.toMatchObject({
      code: 'KEY_ENCRYPTED',
      facts: { format: { code: 'named', name: 'PKCS#12' } },
    });
  });
});
