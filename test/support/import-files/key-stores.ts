// Key stores of openssl, keytool and certtool: modern and legacy, one entry and several.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ImportCase } from '../../runtime/import-matrix.ts';
import { type BenchKey, NON_ASCII, PASSPHRASE, readable, refused, type Workbench } from './workbench.ts';

const KEPT = { certificate: true };

export function opensslStores(bench: Workbench): ImportCase[] {
  const { keys, made, file } = bench;
  const { rsa, p256, ed25519 } = keys;
  const store = (key: BenchKey, passphrase: string, ...how: string[]): Buffer =>
    made(
      'store.p12',
      'openssl',
      'pkcs12',
      '-export',
      '-inkey',
      key.key,
      '-in',
      key.certificate,
      ...how,
      '-out',
      file('store.p12'),
      '-passout',
      `pass:${passphrase}`,
    );
  const stored = (name: string, key: BenchKey, passphrase: string, ...how: string[]): ImportCase =>
    readable(`PKCS#12 ${name}`, key, store(key, passphrase, ...how), 'PKCS#12', { passphrase, ...KEPT });
  const legacy = ['-legacy'];
  return [
    ...Object.entries(keys).map(([name, key]) => stored(`modern ${name}`, key, PASSPHRASE)),
    stored('with a passphrase beyond ASCII', rsa, NON_ASCII),
    stored('with SHA-512', p256, PASSPHRASE, '-macalg', 'sha512', '-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC'),
    stored('without a MAC', p256, PASSPHRASE, '-nomac'),
    stored('with an open certificate', ed25519, PASSPHRASE, '-certpbe', 'NONE'),
    stored('legacy RSA', rsa, PASSPHRASE, ...legacy),
    stored('legacy EC', p256, PASSPHRASE, ...legacy),
    stored('legacy with a passphrase beyond ASCII', rsa, NON_ASCII, ...legacy),
    stored(
      'legacy RC2-128 and two-key 3DES',
      rsa,
      PASSPHRASE,
      ...legacy,
      '-certpbe',
      'PBE-SHA1-RC2-128',
      '-keypbe',
      'PBE-SHA1-2DES',
    ),
    refused(
      'PKCS#12 with RC4',
      'RS256',
      store(rsa, PASSPHRASE, ...legacy, '-keypbe', 'PBE-SHA1-RC4-128'),
      PASSPHRASE,
      'KEY_CIPHER_UNSUPPORTED',
    ),
    refused(
      'PKCS#12 with certificates alone',
      'RS256',
      store(rsa, PASSPHRASE, '-nokeys'),
      PASSPHRASE,
      'KEY_UNREADABLE',
    ),
  ];
}

/** One store with three keys. keytool lists aliases in lower case and makes self-signed certificates. */
export function keytoolStores({ keys, made, file, run }: Workbench): ImportCase[] {
  const cases = [[], ['-J-Dkeystore.pkcs12.legacy']].flatMap((legacy) => {
    const name = `java${legacy.length}.p12`;
    const store = ['-keystore', file(name), '-storetype', 'PKCS12', '-storepass', PASSPHRASE, ...legacy];
    const merge = (key: keyof Workbench['keys'], alias: string): void => {
      const { key: pem, certificate } = keys[key];
      const single = file(`${alias}.p12`);
      run(
        'openssl',
        'pkcs12',
        '-export',
        '-inkey',
        pem,
        '-in',
        certificate,
        '-name',
        alias,
        '-passout',
        `pass:${PASSPHRASE}`,
        '-out',
        single,
      );
      run(
        'keytool',
        '-importkeystore',
        '-noprompt',
        '-srckeystore',
        single,
        '-srcstorepass',
        PASSPHRASE,
        '-destkeystore',
        file(name),
        '-deststoretype',
        'PKCS12',
        '-deststorepass',
        PASSPHRASE,
        ...legacy,
      );
    };
    merge('rsa', 'signing');
    merge('p256', 'elliptic');
    run('keytool', '-importcert', '-noprompt', '-alias', 'authority', '-file', keys.p384.certificate, ...store);
    const bytes = readFileSync(file(name));
    const chosen = { passphrase: PASSPHRASE, ...KEPT };
    const label = `keytool ${legacy.length === 0 ? 'modern' : 'legacy'}`;
    return [
      refused(`${label}, no entry named`, 'RS256', bytes, PASSPHRASE, 'KEY_CHOICE_NEEDED'),
      readable(`${label}, by name`, keys.rsa, bytes, 'PKCS#12', { ...chosen, entry: 'signing' }),
      readable(`${label}, by fingerprint`, keys.p256, bytes, 'PKCS#12', {
        ...chosen,
        entry: keys.p256.spkiSha256.slice(0, 8),
      }),
    ];
  });
  return [...cases, ...madeByKeytool({ made, file, run })];
}

function madeByKeytool({ made, file, run }: Pick<Workbench, 'made' | 'file' | 'run'>): ImportCase[] {
  const pair = ['-genkeypair', '-alias', 'own', '-keyalg', 'EC', '-groupname', 'secp256r1', '-dname', 'CN=java'];
  const store = (name: string, type: string): Buffer =>
    made(name, 'keytool', ...pair, '-keystore', file(name), '-storetype', type, '-storepass', PASSPHRASE);
  const own = store('own.p12', 'PKCS12');
  const opened = ['pkcs12', '-in', file('own.p12'), '-nocerts', '-noenc', '-passin', `pass:${PASSPHRASE}`];
  run('openssl', ...opened, '-out', file('own.pem'));
  const spki = run('openssl', 'pkey', '-in', file('own.pem'), '-pubout', '-outform', 'DER');
  const spkiSha256 = createHash('sha256').update(spki).digest('hex');
  const key: BenchKey = { alg: 'ES256', key: '', certificate: '', spkiSha256 };
  return [
    readable('keytool, made there', key, own, 'PKCS#12', { passphrase: PASSPHRASE, ...KEPT }),
    ...['JKS', 'JCEKS'].map((type) => {
      const made_ = store(`own.${type}`, type);
      run(
        'keytool',
        '-importkeystore',
        '-srckeystore',
        file(`own.${type}`),
        '-srcstorepass',
        PASSPHRASE,
        '-destkeystore',
        file(`${type}.p12`),
        '-deststoretype',
        'PKCS12',
        '-deststorepass',
        PASSPHRASE,
      );
      run(
        'openssl',
        'pkcs12',
        '-in',
        file(`${type}.p12`),
        '-nocerts',
        '-noenc',
        '-passin',
        `pass:${PASSPHRASE}`,
        '-out',
        file(`${type}.pem`),
      );
      const theirs = run('openssl', 'pkey', '-in', file(`${type}.pem`), '-pubout', '-outform', 'DER');
      const of = { ...key, spkiSha256: createHash('sha256').update(theirs).digest('hex') };
      return readable(type, of, made_, 'Java key store', { passphrase: PASSPHRASE, ...KEPT });
    }),
  ];
}

/** certtool writes PKCS#8 and PKCS#12 of its own. */
export function certtoolFiles({ keys, made, file, run }: Workbench): ImportCase[] {
  const { rsa, p256 } = keys;
  const protect = (cipher: string): string[] => ['--password', PASSPHRASE, '--pkcs-cipher', cipher];
  const output = ['--p12-name', 'gnu', '--outder', '--outfile', file('gnutls.p12')];
  const store = (key: BenchKey, cipher: string): Buffer => {
    const input = ['--load-privkey', key.key, '--load-certificate', key.certificate];
    return made('gnutls.p12', 'certtool', '--to-p12', ...input, ...output, ...protect(cipher));
  };
  // 600,000 rounds of the old derivation for each of four values: some seconds of work.
  const old = refused('certtool 3des-pkcs12', 'RS256', store(rsa, '3des-pkcs12'), PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED');
  const single = run('certtool', '--to-p8', '--load-privkey', p256.key, ...protect('aes-128'));
  return [
    old,
    readable('certtool RSA', rsa, store(rsa, 'aes-256'), 'PKCS#12', { passphrase: PASSPHRASE, ...KEPT }),
    readable('certtool PKCS#8', p256, single, 'PKCS#8 PEM, encrypted', { passphrase: PASSPHRASE }),
  ];
}
