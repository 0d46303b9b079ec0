// Single keys as openssl and ssh-keygen write them: plain, in PBES2, in the schemes before it, in encrypted PEM.
import { readFileSync } from 'node:fs';
import type { ImportCase } from '../../runtime/import-matrix.ts';
import { PASSPHRASE, readable, refused, type Workbench } from './workbench.ts';

const PASS = ['-passout', `pass:${PASSPHRASE}`];
const LEGACY = ['-provider', 'legacy', '-provider', 'default'];
const PROTECTED = { passphrase: PASSPHRASE };

export function opensslKeys(bench: Workbench): ImportCase[] {
  return [...plain(bench), ...pbes2(bench), ...pbes1(bench), ...traditional(bench), ...ssh(bench), ...refusals(bench)];
}

function plain({ keys, run }: Workbench): ImportCase[] {
  const { rsa, p256 } = keys;
  return [
    ...Object.entries(keys).map(([name, key]) =>
      readable(`PKCS#8 PEM ${name}`, key, readFileSync(key.key), 'PKCS#8 PEM'),
    ),
    readable('SEC1 DER', p256, run('openssl', 'ec', '-in', p256.key, '-outform', 'DER'), 'SEC1 DER'),
    readable(
      'PKCS#8 DER',
      rsa,
      run('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', rsa.key, '-outform', 'DER'),
      'PKCS#8 DER',
    ),
    readable('PKCS#1 PEM', rsa, run('openssl', 'rsa', '-in', rsa.key, '-traditional'), 'PKCS#1 PEM'),
    readable('PKCS#1 DER', rsa, run('openssl', 'rsa', '-in', rsa.key, '-traditional', '-outform', 'DER'), 'PKCS#1 DER'),
    readable('SEC1 PEM', p256, run('openssl', 'ec', '-in', p256.key), 'SEC1 PEM'),
    readable('a bundle of key and certificate', rsa, bundle(rsa.key, rsa.certificate), 'PKCS#8 PEM', {
      certificate: true,
    }),
  ];
}

const bundle = (...files: string[]): string => files.map((file) => readFileSync(file, 'utf8')).join('\n');

function pbes2({ keys, run }: Workbench): ImportCase[] {
  const { rsa, p521, ed25519 } = keys;
  const wrap = (key: string, ...how: string[]): Buffer =>
    run('openssl', 'pkcs8', '-topk8', '-in', key, ...PASS, ...how);
  const digests = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512'].map((digest) => {
    const file = wrap(rsa.key, '-v2', 'aes-256-cbc', '-v2prf', `hmacWith${digest}`, '-iter', '1000');
    return readable(`PBES2 with ${digest}`, rsa, file, 'PKCS#8 PEM, encrypted', PROTECTED);
  });
  const ciphers = ['aes-128-cbc', 'aes-192-cbc', 'des-ede3-cbc'].map((cipher) =>
    readable(`PBES2 with ${cipher}`, p521, wrap(p521.key, '-v2', cipher), 'PKCS#8 PEM, encrypted', PROTECTED),
  );
  const scrypt = wrap(ed25519.key, '-scrypt', '-scrypt_N', '4096', '-outform', 'DER');
  return [...digests, ...ciphers, readable('PBES2 with scrypt', ed25519, scrypt, 'PKCS#8 DER, encrypted', PROTECTED)];
}

function pbes1({ keys, run }: Workbench): ImportCase[] {
  const schemes = [
    'PBE-MD5-DES',
    'PBE-SHA1-DES',
    'PBE-MD5-RC2-64',
    'PBE-SHA1-RC2-64',
    'PBE-SHA1-3DES',
    'PBE-SHA1-2DES',
    'PBE-SHA1-RC2-128',
    'PBE-SHA1-RC2-40',
  ];
  return schemes.map((scheme) => {
    const key = keys.p256;
    const file = run('openssl', 'pkcs8', '-topk8', '-in', key.key, ...PASS, '-v1', scheme, ...LEGACY);
    return readable(scheme, key, file, 'PKCS#8 PEM, encrypted', PROTECTED);
  });
}

function traditional({ keys, run }: Workbench): ImportCase[] {
  const { rsa, p384 } = keys;
  const rsaFiles = ['aes128', 'aes192', 'aes256', 'des3', 'des'].map((cipher) => {
    const file = run('openssl', 'rsa', '-in', rsa.key, '-traditional', `-${cipher}`, ...PASS, ...LEGACY);
    return readable(`Proc-Type RSA ${cipher}`, rsa, file, 'PKCS#1 PEM, encrypted', PROTECTED);
  });
  const ecFiles = ['aes256', 'des3'].map((cipher) => {
    const file = run('openssl', 'ec', '-in', p384.key, `-${cipher}`, ...PASS);
    return readable(`Proc-Type EC ${cipher}`, p384, file, 'SEC1 PEM, encrypted', PROTECTED);
  });
  return [...rsaFiles, ...ecFiles];
}

/** ssh-keygen rewrites its file in place. */
function ssh({ keys, save, run }: Workbench): ImportCase[] {
  const { rsa } = keys;
  const rewritten = (format: string): Buffer => {
    const file = save(`ssh-${format}`, readFileSync(rsa.key));
    run('chmod', '600', file);
    run('ssh-keygen', '-p', '-N', PASSPHRASE, '-m', format, '-f', file);
    return readFileSync(file);
  };
  return [
    readable('ssh-keygen PKCS8', rsa, rewritten('PKCS8'), 'PKCS#8 PEM, encrypted', PROTECTED),
    readable('ssh-keygen PEM', rsa, rewritten('PEM'), 'PKCS#1 PEM, encrypted', PROTECTED),
    readable('ssh-keygen RFC4716', rsa, rewritten('RFC4716'), 'OpenSSH private key', PROTECTED),
  ];
}

function refusals({ keys, run }: Workbench): ImportCase[] {
  const { rsa, p256 } = keys;
  const rc4 = run('openssl', 'pkcs8', '-topk8', '-in', rsa.key, ...PASS, '-v1', 'PBE-SHA1-RC4-128', ...LEGACY);
  const camellia = run('openssl', 'pkcs8', '-topk8', '-in', rsa.key, ...PASS, '-v2', 'camellia-256-cbc');
  const oldCamellia = run('openssl', 'rsa', '-in', rsa.key, '-traditional', '-camellia256', ...PASS);
  const endless = run('openssl', 'pkcs8', '-topk8', '-in', p256.key, ...PASS, '-iter', '20000000');
  const small = run('openssl', 'genrsa', '-3', '2048');
  const spki = run('openssl', 'pkey', '-in', rsa.key, '-pubout');
  return [
    refused('RC4', 'RS256', rc4, PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED', {
      cipher: { code: 'named', name: 'RC4-128' },
    }),
    refused('Camellia', 'RS256', camellia, PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED', {
      cipher: { code: 'named', name: 'Camellia-256-CBC' },
    }),
    refused('Proc-Type Camellia', 'RS256', oldCamellia, PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED', {
      cipher: { code: 'named', name: 'CAMELLIA-256-CBC' },
    }),
    refused('twenty million rounds', 'ES256', endless, PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED', {
      cipher: {
        code: 'too-much-work',
        derivation: { code: 'derivation', name: 'PBKDF2', hash: 'HMAC-SHA-256', rounds: 20_000_000 },
      },
    }),
    refused('a small exponent', 'RS256', small, null, 'KEY_WEAK'),
    refused(
      'the certificate of another',
      'RS256',
      bundle(rsa.key, p256.certificate),
      null,
      'KEY_CERTIFICATE_MISMATCH',
      {
        subject: 'CN=p256.example',
      },
    ),
    refused('two keys', 'RS256', bundle(rsa.key, p256.key), null, 'KEY_CHOICE_NEEDED'),
    refused('a public key', 'RS256', spki, null, 'KEY_UNREADABLE'),
  ];
}
