// Private keys in protected files, opened by the tools that recipients have: openssl, Java's keytool, NSS's pk12util,
// GnuTLS's certtool, python3-cryptography, Debian's jose and age, the last with SSH keys too. The passphrase has letters that libraries get wrong.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyWorkshop } from '../support/workshop.ts';
import type { ProtectionOrder } from '../../main/ports/key-store.ts';
import { makeKey, type MadeKey } from '../runtime/made-key.ts';
import { hasTool, run, runText, workFolder } from './formats-tools.ts';
import { needs } from '../support/needs.ts';

const workshop = createKeyWorkshop();
const PASSPHRASE = 'Grüße-Käpt’n ключ 42';
/** In English; what starts so often is better interpreted than compiled well, unless it derives a key for long. */
const JAVA = ['-J-Duser.language=en', '-J-XX:+UseSerialGC'];
const COMPILED = { modern: '-J-XX:-TieredCompilation', compatible: '-J-XX:TieredStopAtLevel=1' };
/** The modern protection derives for long, and is the same around any key: it is opened around one of each kind. */
const IN_MODERN: ReadonlySet<string> = new Set(['RS256', 'ES256', 'Ed25519']);
const hasPython = spawnSync('/usr/bin/python3', ['-c', 'import cryptography, jwcrypto']).status === 0;
const hasSshKeygen = spawnSync('ssh-keygen', ['-?'], { stdio: 'ignore' }).error === undefined;
const hasPk12util = spawnSync('pk12util', ['-H'], { stdio: 'ignore' }).error === undefined;

const order = (part: Partial<ProtectionOrder>): ProtectionOrder => ({
  format: 'p12',
  flavour: 'modern',
  passphrase: part.recipient === undefined ? new TextEncoder().encode(PASSPHRASE) : null,
  recipient: null,
  ...part,
});

/** Of those to whom an age file is sealed: one of each kind opens what is sealed for any key of ours. */
let identities: string[] = [];
const sshFolder = workFolder();
beforeAll(() => {
  const kinds = [
    ['-t', 'ed25519'],
    ['-t', 'rsa', '-b', '3072'],
  ];
  identities = (hasSshKeygen ? kinds : []).map((kind) => {
    const identity = sshFolder.file(`ssh-${kind[1]}`);
    run('ssh-keygen', ['-q', ...kind, '-N', '', '-C', 'ops@acme', '-f', identity]);
    return identity;
  });
});

describe.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'Ed25519'] as const)('%s', (alg) => {
  const folder = workFolder();
  const passphrase = folder.save('passphrase', Buffer.from(`${PASSPHRASE}\n`));
  const files: Record<string, string> = {};
  const isModern = IN_MODERN.has(alg);
  const containers = isModern ? ['modern.p12', 'compatible.p12'] : ['compatible.p12'];
  let made: MadeKey;
  let spki = '';
  beforeAll(async () => {
    made = await makeKey(alg);
    const plain = folder.save('own.der', made.pkcs8);
    spki = publicOf('-inform', 'DER', '-in', plain);
    const orders: Record<string, Partial<ProtectionOrder>> = {
      ...(isModern ? { 'modern.p12': { flavour: 'modern' }, 'key.jwe': { format: 'private-jwk' } } : {}),
      'compatible.p12': { flavour: 'compatible' },
      'key.pem': { format: 'pkcs8' },
      'compatible.jwe': { format: 'private-jwk', flavour: 'compatible' },
    };
    for (const [name, part] of Object.entries(orders)) {
      files[name] = folder.save(name, (await workshop.protect(made.pkcs8, made.key, order(part))).bytes);
    }
  });

  const publicOf = (...args: string[]): string =>
    run('openssl', ['pkey', ...args, '-pubout', '-outform', 'DER']).toString('base64');
  const gnuTlsPublicOf = (file: string): string => {
    const said = run('certtool', ['--pubkey-info', '--load-privkey', file, '--password', PASSPHRASE]);
    const pem = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----\n/.exec(said.toString())?.[0] ?? '';
    return publicOf('-pubin', '-in', folder.save('gnutls.pem', Buffer.from(pem)));
  };
  const opensslFingerprint = (der: string): string =>
    runText('openssl', ['x509', '-inform', 'DER', '-in', der, '-noout', '-fingerprint', '-sha256'])
      .trim()
      .split('=')[1] ?? '';
  const at = (name: string): string => files[name] ?? '';

  test.each(containers)('openssl opens %s and finds key and certificate', (name) => {
    const pass = ['-passin', `file:${passphrase}`];
    const key = folder.save('out.pem', run('openssl', ['pkcs12', '-in', at(name), ...pass, '-nodes', '-nocerts']));
    expect(publicOf('-in', key)).toBe(spki);
    const certificate = spawnSync('openssl', ['pkcs12', '-in', at(name), ...pass, '-nokeys', '-info']);
    const der = run('openssl', ['x509', '-outform', 'DER', '-in', folder.save('out.crt', certificate.stdout)]);
    expect(der.toString('base64')).toBe(made.key.certificate);
    expect(certificate.stderr.toString()).toContain(
      name === 'modern.p12'
        ? 'PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256'
        : 'pbeWithSHA1And3-KeyTripleDES-CBC',
    );
  });

  test('openssl opens the PKCS#8', () => {
    expect(publicOf('-in', at('key.pem'), '-passin', `file:${passphrase}`)).toBe(spki);
  });

  // Java itself refuses every passphrase beyond ASCII (“Password is not ASCII”), so it gets another one.
  test('keytool imports PKCS#12 into a keystore of its own', needs(hasTool('keytool'), 'keytool'), async () => {
    for (const flavour of isModern ? (['modern', 'compatible'] as const) : (['compatible'] as const)) {
      const ascii = { flavour, passphrase: Buffer.from('correct horse battery') };
      const file = folder.save('ascii.p12', (await workshop.protect(made.pkcs8, made.key, order(ascii))).bytes);
      const passwordFile = folder.save('ascii', ascii.passphrase);
      const store = folder.file(`${flavour}.jks`);
      const from = ['-srckeystore', file, '-srcstoretype', 'PKCS12', '-srcstorepass:file', passwordFile];
      const to = ['-destkeystore', store, '-deststoretype', 'JKS', '-deststorepass:file', passwordFile];
      run('keytool', [...JAVA, COMPILED[flavour], '-importkeystore', ...from, ...to, '-noprompt']);
      if (flavour === 'compatible') {
        const list = [...JAVA, COMPILED.compatible, '-list', '-v', '-keystore', store, '-storepass:file', passwordFile];
        const said = runText('keytool', list);
        expect(said).toContain('Entry type: PrivateKeyEntry');
        expect(said).toContain(opensslFingerprint(folder.save('own.cer', Buffer.from(made.key.certificate, 'base64'))));
      }
    }
  });

  // NSS 3.87 has no Ed25519.
  test('NSS imports the PKCS#12', needs(hasPk12util && alg !== 'Ed25519', 'pk12util, and no Ed25519'), () => {
    for (const name of containers) {
      const database = folder.file(`nss-${name}`);
      mkdirSync(database);
      run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
      run('pk12util', ['-i', at(name), '-d', `sql:${database}`, '-w', passphrase, '-K', '']);
      expect(runText('certutil', ['-K', '-d', `sql:${database}`])).toContain(made.key.kid);
    }
  });

  test('GnuTLS opens the PKCS#12 and the PKCS#8', needs(hasTool('certtool'), 'certtool'), () => {
    for (const name of containers) {
      const said = runText('certtool', ['--p12-info', '--inder', '--infile', at(name), '--password', PASSPHRASE]);
      expect(said).toContain('BEGIN CERTIFICATE');
      const key = /-----BEGIN ENCRYPTED PRIVATE KEY-----[^-]+-----END ENCRYPTED PRIVATE KEY-----/.exec(said)?.[0] ?? '';
      expect(gnuTlsPublicOf(folder.save('bag.pem', Buffer.from(key)))).toBe(spki);
    }
    expect(gnuTlsPublicOf(at('key.pem'))).toBe(spki);
  });

  test(
    'python3-cryptography opens the PKCS#12 and the PKCS#8, jwcrypto the JWE',
    needs(hasPython, 'python3-cryptography and python3-jwcrypto'),
    () => {
      const opened = Object.keys(files);
      const said = execFileSync('/usr/bin/python3', ['-c', PYTHON, passphrase, ...opened.map(at)], {
        encoding: 'utf8',
      });
      expect(said.trim().split('\n')).toEqual(opened.map(() => spki));
    },
  );

  test('jose opens the compatible JWE', needs(hasTool('jose'), 'jose'), () => {
    const k = Buffer.from(PASSPHRASE).toString('base64url');
    const secret = folder.save('passphrase.jwk', Buffer.from(JSON.stringify({ kty: 'oct', k })));
    const opened = run('jose', ['jwe', 'dec', '-i', at('compatible.jwe'), '-k', secret]);
    expect(JSON.parse(opened.toString())).toMatchObject({ kid: made.key.kid, alg });
  });

  test('age opens what is sealed to its recipient', needs(hasTool('age'), 'age'), async () => {
    const identity = run('age-keygen', []).toString();
    const recipient = Buffer.from(/age1[0-9a-z]+/.exec(identity)?.[0] ?? '');
    const sealed = await workshop.protect(made.pkcs8, made.key, order({ format: 'pkcs8', recipient }));
    const args = ['-d', '-i', folder.save('identity', Buffer.from(identity)), folder.save('sealed.age', sealed.bytes)];
    expect(publicOf('-in', folder.save('opened.pem', run('age', args)))).toBe(spki);
  });

  // age 1.1 reads identities in the OpenSSH form, which is what ssh-keygen makes.
  test(
    'age opens what is sealed to an SSH key',
    needs(hasTool('age') && hasSshKeygen, 'age and ssh-keygen'),
    async () => {
      for (const identity of identities) {
        const recipient = readFileSync(`${identity}.pub`);
        const sealed = await workshop.protect(made.pkcs8, made.key, order({ format: 'pkcs8', recipient }));
        expect(runText('ssh-keygen', ['-l', '-f', `${identity}.pub`])).toContain(sealed.recipient);
        const args = ['-d', '-i', identity, folder.save('ssh.age', sealed.bytes)];
        expect(publicOf('-in', folder.save('ssh-opened.pem', run('age', args)))).toBe(spki);
      }
    },
  );

  test('jose opens what is sealed to its key', needs(hasTool('jose'), 'jose'), async () => {
    // Debian's jose has no RSA-OAEP-256.
    const secret = folder.save('secret.jwk', run('jose', ['jwk', 'gen', '-i', '{"kty":"EC","crv":"P-384"}']));
    const recipient = run('jose', ['jwk', 'pub', '-i', secret]);
    const sealed = await workshop.protect(made.pkcs8, made.key, order({ format: 'private-jwk', recipient }));
    const opened = run('jose', ['jwe', 'dec', '-i', folder.save('sealed.jwe', sealed.bytes), '-k', secret]);
    expect(JSON.parse(opened.toString())).toMatchObject({ kid: made.key.kid, alg });
  });

  test('no file and no passphrase shows in the protected ones', () => {
    const secret = Buffer.from(made.pkcs8).subarray(-40, -8);
    for (const file of Object.values(files)) {
      expect(readFileSync(file).includes(secret)).toBe(false);
    }
  });
});

const PYTHON = `
import base64, json, sys
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from jwcrypto import jwe, jwk, jwa
jwa.default_max_pbkdf2_iterations = 1000000
passphrase = open(sys.argv[1], 'rb').read().strip()
for name in sys.argv[2:]:
    data = open(name, 'rb').read()
    if name.endswith('.p12'):
        key = load_key_and_certificates(data, passphrase)[0]
    elif name.endswith('.pem'):
        key = load_pem_private_key(data, passphrase)
    else:
        token = jwe.JWE()
        token.deserialize(data.decode(), jwk.JWK.from_password(passphrase.decode()))
        key = load_pem_private_key(jwk.JWK.from_json(token.payload).export_to_pem(True, None), None)
    print(base64.b64encode(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode())
`;
