// Publishing without a network, as three scripts would: at home nothing can be reached, a courier's machine knows no tenant,
// and between them lies the sandbox, whose Management API the courier enters with a secret from standard input.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOwnSandbox } from '../../main/composition/own-sandbox.ts';
import type { Carried, OpenedBundle } from '../../shared/domain/offline/courier.ts';
import type { PublicationPreview } from '../../shared/domain/published-set/publication.ts';
import type { TenantView } from '../../shared/domain/tenant/tenant.ts';
import type { AcceptedReceipt, Outbox } from '../../shared/domain/published-set/outbox.ts';
import { custodianJson, type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { startJwksServer } from '../support/jwks-server.ts';
import { readCodes } from '../support/read-codes.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const DOMAIN = 'real.eu.auth0.com';
const TOKEN = 'bearer-token.0123456789';

interface Made {
  bundle: string;
  device: string;
  files: string[];
}

const at = folderForAll();
let sandbox: ChildProcess;
let client = { clientId: '', clientSecret: '' };
let made: Made;
const ran: Ran[] = [];

const home = <T>(args: string, stdin?: string): Promise<T> => custodianJson<T>(at('home'), args.split(' '), stdin);

async function tryAt(place: string, args: string, stdin = ''): Promise<[number | null, string]> {
  const done = await runCustodian(at(place), [...args.split(' '), '--json'], stdin);
  ran.push(done);
  const { error } =
    done.stderr === '' ? { error: undefined } : (JSON.parse(done.stderr) as { error: { code: string } });
  return [done.code, error?.code ?? done.stdout];
}

const carry = (bundle: string, receipt: string, device = made.device): Promise<[number | null, string]> =>
  tryAt(
    'courier',
    `publish courier push ${at(bundle)} --fingerprint ${device} --out ${at(receipt)} --client-id ${client.clientId} --secret-stdin`,
    `${client.clientSecret}\n`,
  );

beforeAll(async () => {
  sandbox = spawn(process.execPath, [PROGRAM, '--data-dir', at('outside'), 'sandbox', 'start', '--json']);
  const [announced] = (await once(sandbox.stdout ?? sandbox, 'data')) as [Buffer];
  const { url } = JSON.parse(announced.toString('utf8')) as { url: string };
  const registrar = createOwnSandbox({
    folder: at('outside/sandbox'),
    clock: { now: () => new Date() },
    random: { uuid: randomUUID, bytes: (length) => new Uint8Array(randomBytes(length)) },
  });
  client = await registrar.register({ domain: DOMAIN, customDomain: 'id.real.example' });
  const addresses = `--api-base ${url}/${DOMAIN}/api/v2 --jwks-url ${url}/id.real.example/.well-known/jwks.json`;
  await home(
    `tenant add --name Real --environment development --domain ${DOMAIN} --custom-domain id.real.example --endpoint auth0 ${addresses}`,
  );
});

afterAll(async () => {
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
});

describe('by courier', () => {
  it('a bundle is made without the network, as a file and as QR codes that say the same', async () => {
    made = await home<Made>(`publish bundle Real --out ${at('bundle.json')} --qr ${at('bundle.svg')}`);
    expect(made.files).toEqual(['bundle.json', 'bundle.svg']);
    writeFileSync(
      at('codes.txt'),
      readCodes(readFileSync(at('bundle.svg'), 'utf8'))
        .toReversed()
        .join('\n'),
    );
    const shown = await custodianJson<OpenedBundle>(at('nobody'), ['publish', 'courier', 'show', at('bundle.json')]);
    expect([shown.device, shown.bundle.id, shown.expired]).toEqual([made.device, made.bundle, false]);
    expect(await custodianJson(at('nobody'), ['publish', 'courier', 'show', at('codes.txt')])).toEqual(shown);
    const words = await runCustodian(at('nobody'), ['publish', 'courier', 'show', at('codes.txt')]);
    expect(words.stdout).toContain(`To be sent: ${shown.body ?? ''}`);
    expect((await home<{ deviceKey: string }>('audit verify')).deviceKey).toBe(made.device);
    expect(await home<Outbox>('publish outbox')).toMatchObject({ travelling: [{ id: made.bundle }], owed: [] });
  });

  it('one that was altered or is of another device is not pushed', async () => {
    const jws = JSON.parse(readFileSync(at('bundle.json'), 'utf8')) as { signature: string };
    const signature = `${jws.signature.startsWith('A') ? 'B' : 'A'}${jws.signature.slice(1)}`;
    writeFileSync(at('altered.json'), JSON.stringify({ ...jws, signature }));
    expect(await carry('altered.json', 'none')).toEqual([1, 'COURIER_FILE_REFUSED']);
    expect(await carry('bundle.json', 'none', 'ab'.repeat(32))).toEqual([1, 'COURIER_DEVICE_UNKNOWN']);
    expect(await carry('bundle.json', 'none', 'not-hex')).toEqual([2, 'INPUT_INVALID']);
  });

  it('is pushed once from its QR codes, and its receipt is taken once, after the courier was compared', async () => {
    const [code, document] = await carry('codes.txt', 'receipt.json');
    const carried = JSON.parse(document) as Carried;
    expect([code, carried.outcome, carried.again]).toEqual([0, 'pushed', false]);
    const [, again] = await carry('bundle.json', 'receipt-2.json');
    expect(JSON.parse(again)).toMatchObject({ outcome: 'pushed', again: true });
    expect(readFileSync(at('receipt-2.json'))).toEqual(readFileSync(at('receipt.json')));

    const take = `publish receipt Real ${at('receipt.json')}`;
    expect(await tryAt('home', take)).toEqual([1, 'COURIER_DEVICE_UNKNOWN']);
    const accepted = await home<AcceptedReceipt>(`${take} --courier-fingerprint ${carried.courier.toUpperCase()}`);
    expect(accepted).toMatchObject({
      confirmed: true,
      seen: { kids: expect.arrayContaining(carried.kids) as string[] },
    });
    expect(await tryAt('home', take)).toEqual([1, 'COURIER_FILE_REFUSED']);
    const { rings, lastPublication } = await home<TenantView>('tenant show Real');
    expect(lastPublication?.kids).toEqual(carried.kids);
    expect(rings[0]?.keys.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
    expect(await home<Outbox>('publish outbox')).toEqual({ waiting: [], travelling: [], owed: [] });
  });

  it('credentials that do not fit are a usage error, and none are needed to be told that they are missing', async () => {
    const push = `publish courier push ${at('bundle.json')} --fingerprint ${made.device} --out ${at('none')}`;
    expect(await tryAt('other', push)).toEqual([1, 'PUBLISH_NOT_CONFIGURED']);
    expect(await tryAt('other', `${push} --client-id app`)).toEqual([2, 'USAGE']);
    expect(await tryAt('other', `${push} --basic officer --secret-stdin`, 'x')).toEqual([2, 'INPUT_INVALID']);
    expect(await tryAt('home', 'publish bundle Real')).toEqual([2, 'USAGE']);
    const twice = `publish bundle Real --out ${at('twice.json')} --qr ${at('bundle.svg')}`;
    expect(await tryAt('home', twice)).toEqual([1, 'FILE_EXISTS']);
    expect(existsSync(at('twice.json'))).toBe(false);
    expect(await home<Outbox>('publish outbox')).toMatchObject({ travelling: [] });
  });

  it('the secret is in no process list, output or file', () => {
    const told = [
      ...ran.map((one) => one.stdout + one.stderr + one.processList),
      readFileSync(at('receipt.json'), 'utf8'),
    ];
    expect(told.some((text) => text.includes(client.clientSecret))).toBe(false);
  });
});

describe('in the outbox', () => {
  const give = () => home('tenant credentials Later --token-stdin', TOKEN);

  it('a push that reaches nobody waits when it is told to, and says how otherwise', async () => {
    const addresses = '--api-base http://127.0.0.1:1/jwks --jwks-url http://127.0.0.1:1/jwks.json';
    await home(`tenant add --name Later --environment development --domain later.example --endpoint jwks ${addresses}`);
    await give();
    const plain = await runCustodian(at('home'), 'publish push Later --yes'.split(' '));
    expect([plain.code, plain.stderr]).toEqual([4, expect.stringContaining('publish push --queue')]);
    expect(await home('publish push Later --yes --queue')).toMatchObject({ queued: { tenant: 'Later', attempts: 1 } });
    const { stdout } = await runCustodian(at('home'), ['publish', 'outbox']);
    expect(stdout).toMatch(/Waiting for the network:\n {2}Later: push since .*\n.*127\.0\.0\.1:1 cannot be reached/);
    const [code, document] = await tryAt('home', 'publish outbox retry --yes');
    expect([code, JSON.parse(document)]).toMatchObject([4, [{ tenant: 'Later', outcome: 'failed' }]]);
    expect(await home<Outbox>('publish outbox list')).toMatchObject({ waiting: [{ attempts: 2 }] });
  });

  it('is planned anew and pushed after a clear yes, or dropped', async () => {
    const server = await startJwksServer({ authorization: `Bearer ${TOKEN}` });
    try {
      await home(`tenant edit Later --api-base ${server.writeUrl} --jwks-url ${server.publicUrl}`);
      await give();
      await home('key rotate Later --override testing');
      const { body } = await home<PublicationPreview>('publish preview Later');
      const [code, document] = await tryAt('home', 'publish outbox retry Later');
      expect([code, JSON.parse(document)]).toMatchObject([1, [{ error: { code: 'CONFIRMATION_REQUIRED' } }]]);
      expect(await home('publish outbox retry Later --yes')).toMatchObject([{ outcome: 'pushed', error: null }]);
      expect(server.document()).toBe(body);
    } finally {
      await server.close();
    }
    expect(await tryAt('home', 'publish outbox retry Later --yes')).toEqual([1, 'OUTBOX_EMPTY']);
    await home('publish clear Later --yes --queue');
    await home('publish outbox drop Later');
    expect(await tryAt('home', 'publish outbox drop Later')).toEqual([1, 'OUTBOX_EMPTY']);
  });
});
