// A tenant whose keys are published as a plain JWK set, as a script would run it: separate processes, the OS keychain, a
// server with ETags, every kind of credential, and jose as the verifier that knows the public URL alone.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../shared/acts/publishing.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { Proof } from '../../shared/domain/evidence/proof.ts';
import type { PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import { codeOf, custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { type JwksServer, startJwksServer } from '../support/jwks-server.ts';

const TOKEN = 'bearer-token.0123456789';
const PASSWORD = 'pässword-0123456789';
const BASIC = `Basic ${Buffer.from(`officer:${PASSWORD}`).toString('base64')}`;

const at = folderForAll();
const servers: Record<string, JwksServer> = {};
const ran: Ran[] = [];
const data = (): string => at('data');
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
const pem = (name: string): string => readFileSync(at(name), 'utf8');

const originOf = (name: string): string => new URL(server(name).writeUrl).origin;

function server(name: string): JwksServer {
  const found = servers[name];
  if (found === undefined) {
    throw new Error(`no server ${name}`);
  }
  return found;
}

async function run(args: readonly string[], stdin?: string, env?: Record<string, string>): Promise<Ran> {
  const done = await runCustodian(data(), [...args, '--json'], stdin, env);
  ran.push(done);
  return done;
}

async function json<T>(args: string, stdin?: string, env?: Record<string, string>): Promise<T> {
  const { code, stdout, stderr } = await run(args.split(' '), stdin, env);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}

async function addTenant(name: string): Promise<void> {
  const { writeUrl, publicUrl } = server(name);
  const addresses = `--api-base ${writeUrl} --jwks-url ${publicUrl}`;
  await json(`tenant add --name ${name} --domain ${name}.example --endpoint jwks ${addresses}`);
}

function certificate(name: string, ...more: string[]): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', at(`${name}.key`)];
  openssl('req', '-x509', ...key, '-out', at(`${name}.pem`), '-days', '2', '-subj', `/CN=${name}`, ...more);
}

beforeAll(async () => {
  certificate('server', '-addext', 'subjectAltName=DNS:localhost');
  certificate('officer');
  certificate('stranger');
  const tls = { key: pem('server.key'), cert: pem('server.pem') };
  servers['bearer'] = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
  servers['basic'] = await startJwksServer({ authorization: BASIC });
  const mutual = { ...tls, ca: pem('officer.pem'), requestCert: true, rejectUnauthorized: true };
  servers['mutual'] = await startJwksServer({ tls: mutual });
  await addTenant('bearer');
});

afterAll(async () => {
  await Promise.all(Object.values(servers).map((one) => one.close()));
});

describe('a key set behind a bearer token', () => {
  it('says what is missing, and takes the token through standard input', async () => {
    const early = await run('publish preview bearer'.split(' '));
    expect([...codeOf(early), early.stderr]).toEqual([
      1,
      'PUBLISH_NOT_CONFIGURED',
      expect.stringContaining('credentials'),
    ]);
    expect(await json('tenant credentials bearer --show')).toEqual({ tenant: 'bearer', credential: null });
    const credential = { kind: 'token', who: null, kid: null, origin: originOf('bearer'), fits: true };
    expect(await json('tenant credentials bearer --token-stdin', `${TOKEN}\n`)).toEqual({
      tenant: 'bearer',
      credential,
    });
    expect(await json('tenant credentials bearer --show')).toEqual({ tenant: 'bearer', credential });
  });

  it('holds exactly the previewed bytes, an Ed25519 ring among them, and is proven from outside', async () => {
    await json('ring add bearer --alg Ed25519');
    const { body } = await json<PublicationPreview>('publish preview bearer');
    const { publication } = await json<PushOutcome>('publish push bearer --yes');
    expect(server('bearer').document()).toBe(body);
    expect(publication.kids).toHaveLength(4);
    const { ok, proofs } = await json<{ ok: boolean; proofs: Proof[] }>('publish verify bearer');
    expect([ok, proofs.length]).toEqual([true, 2]);
  });

  it.each(['default', 'ed25519'])(
    'lets jose accept a token of the ring %s through the public URL alone',
    async (ring) => {
      const { stdout } = await runCustodian(
        data(),
        ['key', 'sign', 'bearer', '--ring', ring, '--claims-stdin'],
        JSON.stringify({ sub: 'device-17' }),
      );
      const jwks = createRemoteJWKSet(new URL(server('bearer').publicUrl));
      const { payload } = await jwtVerify(stdout.trim(), jwks);
      expect(payload.sub).toBe('device-17');
      expect(decodeProtectedHeader(stdout.trim()).alg).toBe(ring === 'default' ? 'RS256' : 'EdDSA');
    },
  );

  it('sends the ETag of what it read, and only once', async () => {
    const changes = server('bearer').asked.filter(({ method }) => method !== 'GET');
    expect(changes.map(({ method, ifMatch }) => [method, ifMatch])).toEqual([['PUT', undefined]]);
    await json('key rotate bearer --override testing');
    await json('publish push bearer --yes');
    expect(server('bearer').asked.filter(({ method }) => method !== 'GET')[1]?.ifMatch).toMatch(/^"[0-9a-f]{16}"$/);
  });

  it('refuses a token that is not let in, and forgets it when told', async () => {
    await json('tenant credentials bearer --token-stdin', 'another-token');
    const refused = await run('publish preview bearer'.split(' '));
    expect(codeOf(refused)).toEqual([4, 'REMOTE_UNAUTHORISED']);
    expect(refused.stderr).not.toContain('another-token');
    expect(await json('tenant credentials bearer --remove')).toEqual({ tenant: 'bearer', removed: true });
    expect(await json('tenant credentials bearer --remove')).toEqual({ tenant: 'bearer', removed: false });
    expect(codeOf(await run('publish preview bearer'.split(' ')))).toEqual([1, 'PUBLISH_NOT_CONFIGURED']);
  });
});

describe('other ways in', () => {
  it('user and password', async () => {
    await addTenant('basic');
    const credential = { kind: 'basic', who: 'officer', kid: null, origin: originOf('basic'), fits: true };
    const shown = await json('tenant credentials basic --basic officer --secret-stdin', `${PASSWORD}\n`);
    expect(shown).toEqual({ tenant: 'basic', credential });
    await json('publish push basic --yes');
    expect(server('basic').document()).toContain('"kid"');
  });

  it('a client certificate', async () => {
    const trusting = { NODE_EXTRA_CA_CERTS: at('server.pem') };
    await addTenant('mutual');
    const give = (name: string): string =>
      `tenant credentials mutual --client-certificate ${at(`${name}.pem`)} --key-file ${at(`${name}.key`)}`;
    await json(give('stranger'));
    const refused = codeOf(await run('publish preview mutual'.split(' '), '', trusting));
    expect(refused).toEqual([4, expect.stringMatching(/^REMOTE_(UNREACHABLE|TLS)$/)]);
    const credential = {
      kind: 'client-certificate',
      who: 'CN=officer',
      kid: null,
      origin: originOf('mutual'),
      fits: true,
    };
    expect(await json(give('officer'))).toEqual({ tenant: 'mutual', credential });
    rmSync(at('officer.key'));
    await json<PushOutcome>('publish push mutual --yes', '', trusting);
    expect(server('mutual').document()).toContain('"kid"');
  });

  it.each([
    ['--client-id app --secret-stdin', 'INPUT_INVALID'],
    ['--client-id app', 'USAGE'],
    ['--secret-stdin', 'USAGE'],
    ['--token-stdin --remove', 'USAGE'],
    ['--basic a:b --secret-stdin', 'INPUT_INVALID'],
    ['', 'USAGE'],
  ])('are refused when they do not fit: %s', async (options, code) => {
    const words = ['tenant', 'credentials', 'basic', ...options.split(' ').filter((word) => word !== '')];
    expect(codeOf(await run(words, 'secret'))).toEqual([2, code]);
  });
});

it('no secret is in any file of ours, in any output, in the process list or in the audit chain', async () => {
  const files = readdirSync(data(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = [
    ...files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1')),
    ...ran.map((one) => one.stdout + one.stderr + one.processList),
    JSON.stringify(await custodianJson<AuditEntry[]>(data(), ['audit', 'list'])),
  ];
  const key = pem('stranger.key').split('\n')[1] ?? '';
  const secrets = [TOKEN, PASSWORD, Buffer.from(PASSWORD).toString('latin1'), BASIC.slice(6), 'another-token', key];
  expect(key).toMatch(/^MI[\w+/]{40,}/);
  expect(files.map((entry) => entry.name)).toContain('registry.db');
  expect(secrets.filter((secret) => places.some((place) => place.includes(secret)))).toEqual([]);
});
