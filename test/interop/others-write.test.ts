// Whatever other programs write, with any options that they have, is read as the key that went in, or refused for a reason
// that is true of it. The options are drawn anew in every run; a failure names its own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../../main/reading/inspect/inspect-file.ts';
import { readPrivateKey } from '../../main/reading/read-private-key.ts';
import { toWireError } from '../../shared/errors.ts';
import { type BenchKey, openWorkbench, type Workbench } from '../support/import-files/workbench.ts';
import { hasTool } from './formats-tools.ts';
import { needs } from '../support/needs.ts';
import { ringOf } from '../support/rings.ts';

const PASSPHRASES = ['secret', 'correct horse', 'pässwörd', '0'] as const;
const KEYS = ['rsa', 'p256', 'p384', 'p521', 'ed25519'] as const;
const RUNS = 8;
/** Java starts anew each time, and certtool derives 600,000 rounds. */
const SLOW: ReadonlySet<string> = new Set(['keytool', 'certtool']);
/** Each run of `npm test` draws the same; FUZZ_SEED draws others. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 16);

interface Written {
  file: Uint8Array;
  passphrase: string | null;
  key: BenchKey;
  /** The only refusals that would be true. */
  unless?: RegExp;
}

type Maker = (bench: Workbench, draw: Draw) => Written | null;

/** One of the options of a run. */
interface Draw {
  one<T>(of: readonly T[]): T;
  key(...of: readonly (keyof Workbench['keys'])[]): BenchKey;
  /** `null` for none. */
  passphrase(): string | null;
}

const BLOCK_CIPHERS = ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc', 'camellia-256-cbc', 'aria-128-cbc'];
const PRFS = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA512-224', 'SHA512-256'].map(
  (hash) => `hmacWith${hash}`,
);
const UNREAD_CIPHER = /^KEY_CIPHER_UNSUPPORTED .*(camellia|aria|idea|seed|cast|bf)/i;
const ROUNDS = ['1', '1000', '2048', '100000'];

const MAKERS: Record<string, Record<string, Maker>> = {
  openssl: {
    'pkcs8 -topk8': ({ run }, draw) => {
      const [key, passphrase] = [draw.key(...KEYS), draw.one(PASSPHRASES)];
      const how = draw.one([
        ['-v2', draw.one(BLOCK_CIPHERS), '-v2prf', draw.one(PRFS), '-iter', draw.one(ROUNDS)],
        ['-scrypt', '-scrypt_N', draw.one(['1024', '16384']), '-scrypt_r', draw.one(['1', '8'])],
        ['-v1', draw.one(['PBE-SHA1-3DES', 'PBE-SHA1-2DES'])],
      ]);
      const file = run(
        'openssl',
        'pkcs8',
        '-topk8',
        '-in',
        key.key,
        '-outform',
        draw.one(['PEM', 'DER']),
        ...how,
        '-passout',
        `pass:${passphrase}`,
      );
      return { file, passphrase, key, unless: UNREAD_CIPHER };
    },
    'ec, in every form': ({ run }, draw) => {
      const key = draw.key('p256', 'p384', 'p521');
      const form = draw.one(['compressed', 'uncompressed', 'hybrid']);
      const encoding = draw.one(['named_curve', 'explicit']);
      const out = draw.one([['-outform', 'PEM'], ['-outform', 'DER'], ['-no_public']]);
      const file = run('openssl', 'ec', '-in', key.key, '-conv_form', form, '-param_enc', encoding, ...out);
      const isHybrid = form === 'hybrid' && !out.includes('-no_public');
      return { file, passphrase: null, key, ...(isHybrid ? { unless: /^KEY_WEAK .*public-half-unfit/ } : {}) };
    },
    'pkey and rsa': ({ run }, draw) => {
      const [key, passphrase] = [draw.key('rsa'), draw.passphrase()];
      const protect =
        passphrase === null ? [] : [`-${draw.one(['aes256', 'aes128', 'des3'])}`, '-passout', `pass:${passphrase}`];
      const form = draw.one([['-traditional', ...protect], protect]);
      return { file: run('openssl', 'rsa', '-in', key.key, ...form), passphrase, key };
    },
    'blobs of Microsoft': ({ run }, draw) => {
      const [key, passphrase] = [draw.key('rsa'), draw.passphrase()];
      const legacy = ['-provider', 'legacy', '-provider', 'default'];
      const pvk =
        passphrase === null
          ? ['-pvk-none']
          : [draw.one(['-pvk-strong', '-pvk-weak']), '-passout', `pass:${passphrase}`];
      const isBlob = passphrase === null && draw.one([true, false]);
      const how = isBlob ? ['-outform', 'MSBLOB'] : ['-outform', 'PVK', ...pvk, ...legacy];
      return { file: run('openssl', 'rsa', '-in', key.key, ...how), passphrase, key };
    },
    'pkcs12 -export': ({ made, file }, draw) => {
      const [key, passphrase] = [draw.key(...KEYS), draw.one([...PASSPHRASES, ''])];
      const keys = draw.one([[], ['-keypbe', draw.one(['AES-128-CBC', 'NONE', 'DES-EDE3-CBC'])]]);
      const certificates = draw.one([[], ['-certpbe', draw.one(['AES-192-CBC', 'NONE'])], ['-nocerts']]);
      const check = draw.one([[], ['-nomac'], ['-macalg', draw.one(['sha1', 'sha384', 'sha512'])], ['-nomaciter']]);
      const rounds = draw.one([[], ['-iter', draw.one(ROUNDS)]]);
      const named = draw.one([[], ['-name', 'my key'], ['-CSP', 'x']]);
      const own = ['pkcs12', '-export', '-inkey', key.key, '-in', key.certificate, '-passout', `pass:${passphrase}`];
      const out = made(
        'o.p12',
        'openssl',
        ...own,
        ...keys,
        ...certificates,
        ...check,
        ...rounds,
        ...named,
        '-out',
        file('o.p12'),
      );
      return { file: out, passphrase: passphrase === '' ? null : passphrase, key };
    },
    'a RSASSA-PSS key': ({ run, made, file }, draw) => {
      const hash = draw.one(['sha256', 'sha384', 'sha512']);
      const options = draw.one([
        [],
        ['-pkeyopt', `rsa_pss_keygen_md:${hash}`, '-pkeyopt', `rsa_pss_keygen_mgf1_md:${hash}`],
      ]);
      made('pss.pem', 'openssl', 'genpkey', '-algorithm', 'RSA-PSS', ...options, '-out', file('pss.pem'));
      const text = run('openssl', 'pkey', '-in', file('pss.pem'), '-noout', '-text').toString();
      const modulus = /modulus:([\s0-9a-f:]+)publicExponent/.exec(text)?.[1]?.replaceAll(/[\s:]/g, '') ?? '';
      const alg = options.length === 0 ? draw.one(['PS256', 'PS512'] as const) : (`PS${hash.slice(3)}` as 'PS256');
      return {
        file: readFileSync(file('pss.pem')),
        passphrase: null,
        key: { alg, key: '', certificate: '', spkiSha256: rsaIdentity(modulus) },
      };
    },
  },
  'ssh-keygen': {
    '-p': ({ run, save }, draw) => {
      const [key, passphrase] = [draw.key('rsa', 'p256', 'p384', 'p521'), draw.passphrase()];
      const saved = save('ssh.key', readFileSync(key.key));
      run('chmod', '600', saved);
      const cipher = draw.one([
        'aes256-ctr',
        'aes128-cbc',
        '3des-cbc',
        'aes256-gcm@openssh.com',
        'chacha20-poly1305@openssh.com',
      ]);
      const format = draw.one(['RFC4716', 'PEM', 'PKCS8']);
      run(
        'ssh-keygen',
        '-p',
        '-P',
        '',
        '-N',
        passphrase ?? '',
        '-m',
        format,
        '-Z',
        cipher,
        '-a',
        draw.one(['1', '4']),
        '-f',
        saved,
      );
      return { file: readFileSync(saved), passphrase, key };
    },
    '-t ed25519': ({ run, file }, draw) => {
      const passphrase = draw.passphrase();
      run('rm', '-f', file('ed'), file('ed.pub'));
      run(
        'ssh-keygen',
        '-q',
        '-t',
        'ed25519',
        '-N',
        passphrase ?? '',
        '-C',
        draw.one(['', 'me@x', 'ü']),
        '-a',
        '2',
        '-f',
        file('ed'),
      );
      const blob = Buffer.from(readFileSync(file('ed.pub'), 'utf8').split(' ')[1] ?? '', 'base64');
      const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), blob.subarray(-32)]);
      return {
        file: readFileSync(file('ed')),
        passphrase,
        key: { alg: 'Ed25519', key: '', certificate: '', spkiSha256: sha256(spki) },
      };
    },
  },
  puttygen: {
    '-O': ({ run, save, file }, draw) => {
      const passphrase = draw.passphrase();
      const kdf = draw.one(['argon2id', 'argon2i', 'argon2d']);
      const version = draw.one([
        'version=2',
        `version=3,kdf=${kdf},memory=${draw.one(['64', '1024'])},passes=${draw.one(['1', '3'])}`,
      ]);
      const form = draw.one([
        ['private', '--ppk-param', version],
        ['private-openssh'],
        ['private-openssh-new'],
        ['private-sshcom'],
      ]);
      const isSshCom = form[0] === 'private-sshcom';
      // PuTTYgen exports nothing else than RSA to that.
      const key = isSshCom ? draw.key('rsa') : draw.key('rsa', 'p256', 'p384', 'p521');
      const saved = save('from.pem', run('openssl', 'pkey', '-in', key.key, '-traditional'));
      const secret = save('secret.txt', passphrase ?? '');
      run(
        'puttygen',
        saved,
        '-q',
        '-C',
        draw.one(['x', 'my key', 'ü']),
        '-O',
        ...form,
        '--new-passphrase',
        secret,
        '-o',
        file('o.ppk'),
      );
      return {
        file: readFileSync(file('o.ppk')),
        passphrase,
        key,
        ...(isSshCom ? { unless: /^KEY_UNREADABLE .*ssh2-private-key/ } : {}),
      };
    },
  },
  certtool: {
    '--to-p8 and --to-p12': ({ run }, draw) => {
      const [key, passphrase] = [draw.key('rsa', 'p256', 'p384', 'p521'), draw.one(['secret', 'correct horse'])];
      const cipher = draw.one(['aes-128', 'aes-192', 'aes-256', '3des']);
      const to = draw.one([
        ['--to-p8'],
        ['--to-p12', '--p12-name', 'x', '--load-certificate', key.certificate, '--outder'],
      ]);
      const options = ['--load-privkey', key.key, '--password', passphrase, '--pkcs-cipher', cipher];
      return { file: run('certtool', ...to, ...options), passphrase, key };
    },
  },
  keytool: {
    '-genkeypair': ({ run, file }, draw) => {
      const [type, passphrase] = [draw.one(['PKCS12', 'JKS', 'JCEKS']), draw.one(['secret', 'correct horse'])];
      const [alg, ...kind] = draw.one([
        ['RS256', '-keyalg', 'RSA', '-keysize', '2048'],
        ['ES384', '-keyalg', 'EC', '-groupname', 'secp384r1'],
      ] as const);
      const store = ['-keystore', file('j.store'), '-storetype', type, '-storepass', passphrase];
      run('rm', '-f', file('j.store'));
      run('keytool', '-genkeypair', '-alias', draw.one(['a', 'My Key', 'ü']), ...kind, '-dname', 'CN=x', ...store);
      const listed = run('keytool', '-list', '-rfc', ...store);
      const certificate =
        /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.exec(listed.toString())?.[0] ?? '';
      return {
        file: readFileSync(file('j.store')),
        passphrase,
        key: { alg, key: '', certificate: '', spkiSha256: certified(certificate) },
      };
    },
  },
};

const BOUNCY = '/usr/share/java/bcprov.jar';

const PYTHON = `
import sys, json, base64
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.serialization import pkcs12
path, encoding, form, passphrase = sys.argv[1:5]
key = s.load_pem_private_key(open(path, 'rb').read(), None)
how = s.NoEncryption() if passphrase == '' else s.BestAvailableEncryption(passphrase.encode())
if form == 'PKCS12':
    out = pkcs12.serialize_key_and_certificates(b'x', key, None, None, how)
else:
    out = key.private_bytes(getattr(s.Encoding, encoding), getattr(s.PrivateFormat, form), how)
sys.stdout.buffer.write(out)
`;

const JWCRYPTO = `
import sys, json
from jwcrypto import jwk, jwe
path, form, passphrase = sys.argv[1:4]
key = jwk.JWK.from_pem(open(path, 'rb').read())
text = key.export_private()
if form == 'set':
    keys = jwk.JWKSet(); keys.add(key); text = keys.export(private_keys=True)
if passphrase != '':
    token = jwe.JWE(text, protected=json.dumps({'alg': 'PBES2-HS256+A128KW', 'enc': 'A256CBC-HS512'}))
    token.add_recipient(jwk.JWK.from_password(passphrase)); text = token.serialize(compact=form != 'json')
sys.stdout.write(text)
`;

const PYTHON_MAKERS: Record<string, Maker> = {
  cryptography: ({ run }, draw) => {
    const [key, passphrase] = [draw.key(...KEYS), draw.one(['secret', null])];
    const [encoding, form] = draw.one([
      ['PEM', 'PKCS8'],
      ['DER', 'PKCS8'],
      ['PEM', 'TraditionalOpenSSL'],
      ['PEM', 'OpenSSH'],
      ['DER', 'PKCS12'],
    ] as const);
    // Its OpenSSH under a passphrase needs a package of its own.
    const isNoSuch =
      (form === 'TraditionalOpenSSL' && key.alg === 'Ed25519') || (form === 'OpenSSH' && passphrase !== null);
    return isNoSuch
      ? null
      : { file: run('/usr/bin/python3', '-c', PYTHON, key.key, encoding, form, passphrase ?? ''), passphrase, key };
  },
  jwcrypto: ({ run }, draw) => {
    const [key, passphrase, form] = [draw.key(...KEYS), draw.passphrase(), draw.one(['set', 'key', 'json'])];
    return { file: run('/usr/bin/python3', '-c', JWCRYPTO, key.key, form, passphrase ?? ''), passphrase, key };
  },
};

let bench: Workbench;
beforeAll(() => {
  bench = openWorkbench();
});
afterAll(() => bench.close());

const TOOLS = [...Object.entries(MAKERS), ...Object.entries({ '/usr/bin/python3': PYTHON_MAKERS })];

describe.each(TOOLS)('%s', (tool, makers) => {
  test.each(Object.entries(makers))('%s', { timeout: 60_000, ...needs(hasTool(tool), tool) }, async (_name, make) => {
    expect.hasAssertions();
    const index = fc.nat({ max: 1_000_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(index, { minLength: 16, maxLength: 16 }), async (numbers) => {
        const written = make(bench, drawFrom(numbers));
        if (written !== null) {
          await requireTruth(written);
        }
      }),
      { numRuns: SLOW.has(tool) ? 2 : RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

test(
  'keytool writes BKS with Bouncy Castle',
  needs(hasTool('keytool') && hasFile(BOUNCY), `keytool and ${BOUNCY}`),
  async () => {
    expect.hasAssertions();
    const { run, file } = bench;
    const provider = ['-providerpath', BOUNCY, '-providerclass', 'org.bouncycastle.jce.provider.BouncyCastleProvider'];
    const store = ['-keystore', file('s.bks'), '-storetype', 'BKS', '-storepass', 'secret', ...provider];
    run(
      'keytool',
      '-genkeypair',
      '-alias',
      'a',
      '-keyalg',
      'EC',
      '-groupname',
      'secp256r1',
      '-dname',
      'CN=x',
      ...store,
    );
    const listed = run('keytool', '-list', '-rfc', ...store).toString();
    const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.exec(listed)?.[0] ?? '';
    const key: BenchKey = { alg: 'ES256', key: '', certificate: '', spkiSha256: certified(certificate) };
    await requireTruth({ file: readFileSync(file('s.bks')), passphrase: 'secret', key });
  },
);

/** Read as this key, refused without its passphrase, and called what it is; or refused for the reason that is true. */
async function requireTruth({ file, passphrase, key, unless }: Written): Promise<void> {
  const seen = await read(file, passphrase, key);
  const found = await inspectFile(file, passphrase === null ? null : Buffer.from(passphrase), new Date());
  if (seen !== key.spkiSha256 && unless !== undefined) {
    expect(seen).toMatch(unless);
    expect(found.importable).toBe('no');
    return;
  }
  expect(seen).toBe(key.spkiSha256);
  expect(found.importable).toBe(passphrase === null ? 'yes' : 'with its passphrase');
  expect(found.parts.some(({ what }) => typeof what === 'string' && what.startsWith('private key'))).toBe(true);
  if (passphrase !== null) {
    expect(await read(file, null, key)).toMatch(/^KEY_ENCRYPTED/);
  }
}

async function read(file: Uint8Array, passphrase: string | null, { alg }: BenchKey): Promise<string> {
  const options = {
    passphrase: passphrase === null ? null : Buffer.from(passphrase),
    entry: null,
    allowSmallExponent: false,
  };
  try {
    using key = (await readPrivateKey(file, ringOf(alg), options)).key;
    return sha256(key.spki);
  } catch (error) {
    const { code, facts } = toWireError(error);
    return `${code} ${JSON.stringify(facts)}`;
  }
}

function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[(numbers[at] ?? 0) % of.length];
    at += 1;
    return chosen as T;
  };
  return { one, key: (...of) => bench.keys[one(of)], passphrase: () => one([null, ...PASSPHRASES.slice(0, 3)]) };
}

const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

const certified = (pem: string): string => {
  const file = bench.save('listed.crt', pem);
  return sha256(
    bench.run(
      'openssl',
      'pkey',
      '-pubin',
      '-in',
      bench.save('listed.pub', bench.run('openssl', 'x509', '-in', file, '-noout', '-pubkey')),
      '-outform',
      'DER',
    ),
  );
};

/** Of the key without its restrictions, as it is known in custody. */
function rsaIdentity(modulus: string): string {
  const asn1 = `asn1=SEQUENCE:s\n[s]\na=SEQUENCE:alg\nk=BITWRAP,SEQUENCE:rsa\n[alg]\no=OID:rsaEncryption\np=NULL\n[rsa]\nn=INTEGER:0x${modulus}\ne=INTEGER:65537\n`;
  const config = bench.save('rsa.cnf', asn1);
  bench.run('openssl', 'asn1parse', '-genconf', config, '-noout', '-out', bench.file('rsa.der'));
  return sha256(readFileSync(bench.file('rsa.der')));
}

function hasFile(name: string): boolean {
  try {
    return readFileSync(path.resolve(name)).length > 0;
  } catch {
    return false;
  }
}
