// The Management API over TLS under an authority of its own, as a script would push to it: token, keys, public set and
// proof, with a secret and with a key in custody. Who does not trust the authority sends nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOwnSandbox } from '../../main/composition/own-sandbox.ts';
import type { Sandbox } from '../../main/sandbox/sandbox.ts';
import type { PushOutcome } from '../../shared/acts/publishing.ts';
import type { Proof } from '../../shared/domain/evidence/proof.ts';
import { type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { makeTestAuthority } from '../support/test-ca.ts';
import { startTlsFront } from '../support/tls-front.ts';
import { realRandom } from '../unit/sandbox/open-sandbox.ts';

const DOMAIN = 'acme.eu.auth0.com';
const CUSTOM_DOMAIN = 'id.acme.example';
const REGISTRATION = { domain: DOMAIN, customDomain: CUSTOM_DOMAIN };

const at = folderForAll();
let sandbox: Sandbox;
let front: Awaited<ReturnType<typeof startTlsFront>>;

const run = (args: string, stdin = '', trusting = true): Promise<Ran> => {
  const env: Record<string, string> = trusting ? { NODE_EXTRA_CA_CERTS: at('ca.pem') } : {};
  return runCustodian(at('data'), [...args.split(' '), '--json'], stdin, env);
};

async function json<T>(args: string, stdin?: string): Promise<T> {
  const { code, stdout, stderr } = await run(args, stdin);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}

beforeAll(async () => {
  const { ca, key, cert } = makeTestAuthority();
  writeFileSync(at('ca.pem'), ca);
  const clock = { now: () => new Date() };
  sandbox = createOwnSandbox({ folder: at('remote'), clock, random: realRandom });
  front = await startTlsFront((await sandbox.start()).url, { key, cert });
  const jwksUrl = `${front.url}/${CUSTOM_DOMAIN}/.well-known/jwks.json`;
  const addresses = `--api-base ${front.url}/${DOMAIN}/api/v2 --jwks-url ${jwksUrl}`;
  await json(
    `tenant add --name Acme --environment development --domain ${DOMAIN} --custom-domain ${CUSTOM_DOMAIN} --endpoint auth0 ${addresses}`,
  );
});

afterAll(async () => {
  await front.close();
  await sandbox.stop();
});

it('sends nothing to a server that it does not trust', async () => {
  const { clientId, clientSecret } = await sandbox.register(REGISTRATION);
  await json(`tenant credentials Acme --client-id ${clientId} --secret-stdin`, clientSecret);
  const { code, stderr } = await run('publish push Acme --yes', '', false);
  expect([code, JSON.parse(stderr)]).toMatchObject([4, { error: { code: 'REMOTE_TLS' } }]);
});

it('pushes and proves, with a secret', async () => {
  const { publication } = await json<PushOutcome>('publish push Acme --yes');
  expect(publication.kids).toHaveLength(2);
  const { ok, proofs } = await json<{ ok: boolean; proofs: Proof[] }>('publish verify Acme');
  expect([ok, proofs.length]).toEqual([true, 1]);
});

it('pushes again, with a key in custody as the proof of the client', async () => {
  await json(`export Acme --format jwk --out ${at('client.jwk')}`);
  const publicKey = JSON.parse(readFileSync(at('client.jwk'), 'utf8')) as { kid: string };
  const { clientId } = await sandbox.registerKey({ ...REGISTRATION, publicKey });
  await json(`tenant credentials Acme --client-id ${clientId} --private-key-jwt ${publicKey.kid}`);
  await json('ring add Acme --alg ES384');
  const { publication } = await json<PushOutcome>('publish push Acme --yes');
  expect(publication.kids).toHaveLength(4);
});
