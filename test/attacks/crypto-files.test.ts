// Files that were made to hurt: keys that are no keys, points that are no points, certificates that were altered, and
// recipients whose key opens to everybody. The window's and the command line's libraries must answer alike, word for word.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFor } from '../../main/reading/certificate-reply.ts';
import { folderForAll } from '../support/folder.ts';
import { createKeyWorkshop } from '../support/workshop.ts';
import { isCustodianError, toWireError } from '../../shared/errors.ts';
import { type FileToJudge, type Judgement, judgeFiles } from '../runtime/judge-files.ts';
import { makeKey } from '../runtime/made-key.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import {
  type HostileFile,
  hostileEcKeys,
  hostileEd25519Keys,
  hostileJwks,
  hostileRsaKeys,
  prime,
  rsaFrom,
  rsaPkcs8,
} from '../support/hostile-keys.ts';
import { hostilePublicFiles, hostileRecipients } from '../support/hostile-public.ts';
import { inElectron } from '../support/in-electron.ts';

const at = folderForAll();

const toJudge = ({ name, file, alg }: HostileFile): FileToJudge => ({
  name,
  file: file.toString('base64'),
  alg,
  passphrase: null,
});

interface Answered extends FileToJudge {
  node: Judgement;
  electron: Judgement;
}

async function judged(files: readonly HostileFile[]): Promise<Answered[]> {
  const cases = files.map(toJudge);
  const electron = await inElectron(path.join(import.meta.dirname, '../runtime/judge-files.fixture.ts'));
  const [here, there] = [await judgeFiles(cases), await electron.ask<Judgement[]>(cases)];
  return cases.flatMap((each, index) => {
    const [node, other] = [here[index], there[index]];
    return node === undefined || other === undefined ? [] : [{ ...each, node, electron: other }];
  });
}

const isInternal = ({ node }: Answered): boolean => /INTERNAL/.test(`${node.read} ${node.inspected}`);
const differs = ({ node, electron }: Answered): boolean =>
  node.read !== electron.read || node.inspected !== electron.inspected;

describe('private keys', () => {
  let answers: Answered[] = [];
  beforeAll(async () => {
    answers = await judged([...hostileRsaKeys(), ...hostileEcKeys(), ...hostileEd25519Keys(), ...hostileJwks()]);
  });

  test('none is taken, and none is called importable', () => {
    expect(answers.length).toBeGreaterThan(85);
    expect(answers.filter(({ node }) => !/^KEY_(WEAK|UNREADABLE|UNSUPPORTED)/.test(node.read))).toEqual([]);
    expect(answers.filter(({ node }) => node.inspected.includes('"importable":"yes"'))).toEqual([]);
  });

  test('window and command line say the same of each', () => {
    expect(answers.filter(differs).map(({ name, node, electron }) => ({ name, node, electron }))).toEqual([]);
    expect(answers.filter(isInternal)).toEqual([]);
  });

  test('a sound key made by the same means is taken, so that it is not the means that are refused', async () => {
    const sound = { name: 'sound', alg: 'RS256' as const, file: rsaPkcs8(rsaFrom(prime(1024), prime(1024))) };
    const [answer] = await judged([sound]);
    expect(answer?.node.read).toMatch(/^taken /);
    expect(answer?.electron).toEqual(answer?.node);
  });
});

test('a test signature that fails ends nothing, also where no check before it finds the key out', async () => {
  const electron = await inElectron(path.join(import.meta.dirname, '../runtime/failing-signature.fixture.ts'));
  const keys = hostileRsaKeys().filter(({ name }) => /three primes told as two/.test(name));
  const flaws = await electron.ask<unknown[]>(keys.map(({ file }) => file.toString('base64')));
  expect(flaws).toEqual([{ code: 'cannot-sign' }]);
});

test('public files with points that are none: answered, alike on both runtimes', async () => {
  const answers = await judged(hostilePublicFiles());
  expect(answers.length).toBeGreaterThan(60);
  expect(answers.filter(isInternal)).toEqual([]);
  expect(answers.filter(differs).map(({ name, node, electron }) => ({ name, node, electron }))).toEqual([]);
  expect(answers.filter(({ node }) => !node.inspected.includes('not-on-curve')).map(({ name }) => name)).toEqual([]);
});

describe('certificates', () => {
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const der = (name: string): Buffer => openssl('x509', '-in', at(name), '-outform', 'DER');
  const pem = (bytes: Uint8Array): string => new X509Certificate(bytes).toString();
  let spki: Buffer = Buffer.of();
  let ca = '';

  beforeAll(() => {
    const ec = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    for (const name of ['ca', 'other', 'leaf']) {
      openssl('genpkey', ...ec, '-out', at(`${name}.key`));
    }
    for (const name of ['ca', 'other']) {
      const key = ['-key', at(`${name}.key`), '-out', at(`${name}.pem`)];
      openssl('req', '-x509', ...key, '-subj', '/CN=Good CA', '-days', '900');
    }
    openssl('req', '-new', '-key', at('leaf.key'), '-subj', '/CN=acme.example', '-out', at('leaf.csr'));
    const issue = (name: string, lines: string): void => {
      writeFileSync(at('extensions'), lines);
      const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', '7', '-extfile', at('extensions')];
      openssl('x509', '-req', '-in', at('leaf.csr'), ...by, '-days', '300', '-out', at(name));
    };
    const usual = 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nbasicConstraints=critical,CA:FALSE\n';
    issue('leaf.pem', usual);
    issue('critical.pem', `${usual}1.2.3.4=critical,ASN1:NULL\n`);
    issue('nameless-issuer.pem', 'authorityKeyIdentifier=none\nbasicConstraints=CA:FALSE\n');
    spki = openssl('pkey', '-in', at('leaf.key'), '-pubout', '-outform', 'DER');
    ca = readFileSync(at('ca.pem'), 'utf8');
  });

  /** One octet of it becomes another: in the year of its end, or in the algorithm outside. */
  const altered = (find: string, replace: string, last = false): string => {
    const bytes = der('leaf.pem');
    const place = last ? bytes.lastIndexOf(Buffer.from(find, 'hex')) : bytes.indexOf(Buffer.from(find, 'hex'));
    Buffer.from(replace, 'hex').copy(bytes, place);
    return pem(bytes);
  };
  const laterEnd = (): string => {
    const bytes = der('leaf.pem');
    const end = bytes.indexOf(Buffer.of(0x17, 0x0d), bytes.indexOf(Buffer.of(0x17, 0x0d)) + 2);
    bytes.write('49', end + 2, 'latin1');
    return pem(bytes);
  };
  const taken = (text: string): string => certificateFor(spki, Buffer.from(text), new Date()).signature;
  /** The problem that it is refused for. */
  const refused = (text: string): unknown => {
    try {
      return taken(text);
    } catch (error) {
      return isCustodianError(error, 'INPUT_INVALID') ? error.facts.problem : String(error);
    }
  };

  test('a true one is verified where its issuer is in the file, in any order, and not where it is not', () => {
    const leaf = pem(der('leaf.pem'));
    expect(taken(leaf + ca)).toBe('verified');
    expect(taken(ca + leaf)).toBe('verified');
    expect(taken(leaf)).toBe('unverified');
    // Another authority of the same name is told by its key identifier; without one, the signature tells.
    expect(taken(leaf + readFileSync(at('other.pem'), 'utf8'))).toBe('unverified');
    const nameless = pem(der('nameless-issuer.pem'));
    expect(taken(nameless + ca)).toBe('verified');
    expect(refused(nameless + readFileSync(at('other.pem'), 'utf8'))).toEqual({
      code: 'certificate-flawed',
      flaw: 'signature-broken',
    });
  });

  test('an altered end, two algorithms, an unknown critical extension and an altered authority are refused', () => {
    expect(refused(laterEnd() + ca)).toEqual({ code: 'certificate-flawed', flaw: 'signature-broken' });
    const outer = altered('06082a8648ce3d040302', '06082a8648ce3d040303', true);
    expect(refused(outer)).toEqual({ code: 'certificate-flawed', flaw: 'algorithms-differ' });
    expect(refused(pem(der('critical.pem')) + ca)).toEqual({ code: 'certificate-flawed', flaw: 'critical-unknown' });
    const authority = der('ca.pem');
    authority.write('49', authority.indexOf(Buffer.of(0x17, 0x0d)) + 17, 'latin1');
    expect(refused(pem(der('leaf.pem')) + pem(authority))).toEqual({
      code: 'certificate-flawed',
      flaw: 'signature-broken',
    });
  });

  test('beside an imported key an altered one is refused, and inspection shows the same', async () => {
    const key = readFileSync(at('leaf.key'), 'utf8');
    const file = (name: string, text: string): HostileFile => ({ name, file: Buffer.from(text), alg: 'ES256' });
    const [good, alone, bad] = await judged([
      file('good', key + pem(der('leaf.pem')) + ca),
      file('alone', key + pem(der('leaf.pem'))),
      file('bad', key + laterEnd() + ca),
    ]);
    expect(good?.node.read).toMatch(/^taken .+ .+/);
    expect(good?.node.inspected).toContain('signature-verified');
    expect(alone?.node.inspected).toContain('signature-unverified');
    expect(bad?.node.read).toContain('signature-broken');
    expect(bad?.node.inspected).toContain('signature-broken');
    expect([good, alone, bad].filter((each) => each === undefined || differs(each))).toEqual([]);
  });
});

test('nothing is sealed to a recipient whose key opens to everybody', async () => {
  const workshop = createKeyWorkshop();
  const { key, pkcs8 } = await makeKey('ES256');
  const recipients = hostileRecipients();
  for (const { name, text, format } of recipients) {
    const order = { format, flavour: 'modern', passphrase: null, recipient: Buffer.from(text) } as const;
    const answer = await workshop.protect(pkcs8, key, order).then(
      () => 'sealed',
      (error: unknown) => toWireError(error),
    );
    expect([name, answer]).toMatchObject([name, { code: 'INPUT_INVALID', facts: { field: 'recipient' } }]);
  }
  expect(recipients.length).toBeGreaterThan(35);
});

describe('the command line itself', () => {
  const run = (...args: readonly string[]): Promise<Ran> => runCustodian(at('data'), [...args, '--json']);
  const code = ({ stderr }: Ran): string => (JSON.parse(stderr) as { error: { code: string } }).error.code;
  let kid = '';

  beforeAll(async () => {
    const tenant = ['--name', 'Acme', '--domain', 'acme.eu.auth0.com', '--endpoint', 'sandbox'];
    const { rings } = await custodianJson<{ rings: { keys: { kid: string; state: string }[] }[] }>(at('data'), [
      'tenant',
      'add',
      ...tenant,
    ]);
    kid = rings[0]?.keys.find(({ state }) => state === 'current')?.kid ?? '';
    await custodianJson(at('data'), ['ring', 'add', 'Acme', '--name', 'ec', '--alg', 'ES256']);
  });

  test('inspect answers for every form of a point at infinity, and exits with 0', async () => {
    for (const { name, file } of hostilePublicFiles().filter((each) => /^P-256.*infinity/.test(each.name))) {
      writeFileSync(at('file.der'), file);
      const ran = await run('inspect', at('file.der'));
      expect([name, ran.code, ran.stderr]).toEqual([name, 0, '']);
    }
  });

  test('import refuses keys of every kind with a sentence, and exits with 1', async () => {
    const chosen = /n = 3·q$|64 bits|d above n|padded identifier|d = n \+ 1|hybrid|at infinity|another curve/;
    const files = [...hostileRsaKeys(), ...hostileEcKeys()].filter(
      ({ name, alg }) => chosen.test(name) && (alg === 'RS256' || alg === 'ES256'),
    );
    expect(files.length).toBeGreaterThan(7);
    for (const { name, file, alg } of files) {
      writeFileSync(at('key.der'), file);
      const ring = alg === 'RS256' ? 'default' : 'ec';
      const ran = await run('key', 'import', 'Acme', '--ring', ring, '--as', 'previous', '--file', at('key.der'));
      expect([name, ran.code, code(ran)]).toEqual([name, 1, expect.stringMatching(/^KEY_(WEAK|UNREADABLE)$/)]);
    }
  });

  test('a certificate without a subject is shown, and goes in beside its key', async () => {
    const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', at('empty.key'));
    const names = ['-subj', '/', '-addext', 'subjectAltName=DNS:acme.example'];
    openssl('req', '-x509', '-key', at('empty.key'), ...names, '-days', '300', '-out', at('empty.crt'));
    writeFileSync(at('both.pem'), readFileSync(at('empty.key'), 'utf8') + readFileSync(at('empty.crt'), 'utf8'));
    const shown = await run('inspect', at('empty.crt'));
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    const wrong = await run('key', 'certificate', 'Acme', kid, '--file', at('empty.crt'));
    expect([wrong.code, code(wrong)]).toEqual([1, 'KEY_CERTIFICATE_MISMATCH']);
    expect(wrong.stderr).toContain('DNS:acme.example');
    const taken = await run('key', 'import', 'Acme', '--ring', 'ec', '--as', 'previous', '--file', at('both.pem'));
    expect([taken.code, taken.stderr]).toEqual([0, '']);
    const listed = await run('key', 'list', 'Acme');
    expect(listed.code).toBe(0);
  });

  test('an authority’s reply without its issuer is taken, and said to be unverified', async () => {
    const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const made = await run('export', 'Acme', '--format', 'csr', '--kid', kid, '--out', at('acme.csr'));
    expect(made.code).toBe(0);
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    openssl(
      'req',
      '-x509',
      ...ec,
      '-keyout',
      at('root.key'),
      '-out',
      at('root.pem'),
      '-subj',
      '/CN=Root',
      '-days',
      '90',
    );
    const by = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-set_serial', '5', '-days', '60'];
    openssl('x509', '-req', '-in', at('acme.csr'), ...by, '-out', at('acme.pem'));
    const plain = ['key', 'certificate', 'Acme', kid, '--file'];
    const alone = await runCustodian(at('data'), [...plain, at('acme.pem')]);
    expect([alone.code, alone.stderr]).toEqual([0, expect.stringContaining('was not verified')]);
    writeFileSync(at('chain.pem'), readFileSync(at('root.pem'), 'utf8') + readFileSync(at('acme.pem'), 'utf8'));
    const whole = await run(...plain, at('chain.pem'));
    expect(JSON.parse(whole.stdout)).toMatchObject({ signature: 'verified' });
  });

  test('a hand-over to everybody is refused before anything is written', async () => {
    const weak = hostileRecipients().filter(({ name }) =>
      /SSH: RSA with e = 1|age: of small order 1|JWK: EC off/.test(name),
    );
    for (const { name, text, format } of weak) {
      writeFileSync(at('recipient'), text);
      const order = ['--format', format, '--to', 'Ops', '--recipient', at('recipient'), '--out', at('out'), '--yes'];
      const ran = await run('export', 'Acme', ...order);
      expect([name, ran.code, code(ran)]).toEqual([name, 2, 'INPUT_INVALID']);
    }
    expect(weak).toHaveLength(3);
    expect(() => readFileSync(at('out'))).toThrow('ENOENT');
  });
});

test('a key of the same kind is still good for a recipient', async () => {
  const workshop = createKeyWorkshop();
  const { key, pkcs8 } = await makeKey('ES256');
  const jwk = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
  const recipient = Buffer.from(JSON.stringify(jwk));
  const order = { format: 'private-jwk', flavour: 'modern', passphrase: null, recipient } as const;
  expect((await workshop.protect(pkcs8, key, order)).recipient).toMatch(/^[\w-]{43}$/);
});
