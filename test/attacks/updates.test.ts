// Whoever stands between the publisher and an officer, with a release document and packages of their own: the program says no to
// all but what was signed, in time, and newer than itself.
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { namedPackage, publicLine, releaseDocument, signedBySignify } from '../../build/release/document.mjs';
import { packageFileAlone, releaseFileAlone } from '../../main/composition/releases-alone.ts';
import { MAX_RELEASE_BYTES, RELEASE_FILE } from '../../shared/domain/updates/release.ts';
import { hasTool } from '../interop/formats-tools.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';
import { openDesk, START } from '../support/desk.ts';
import { openPort } from '../support/ports.ts';

const ours = generateKeyPairSync('ed25519').privateKey;
const next = generateKeyPairSync('ed25519').privateKey;
const theirs = generateKeyPairSync('ed25519').privateKey;

const PACKAGE = 'key-custodian_0.2.0_amd64.deb';
const pinned = {
  keys: [publicLine(ours), publicLine(next)],
  channel: 'stable',
  address: 'https://releases.example/key-custodian.release',
  installed: '0.1.0',
};

const folder = folderForAll();
beforeAll(() => {
  writeFileSync(folder(PACKAGE), 'as if it were a package');
});
beforeEach(() => rmSync(folder('newest-release.json'), { force: true }));

const told = { channel: 'stable', version: '0.2.0', news: ['Signs faster.'], issued: new Date() };

const textOf = (change: object = {}): Buffer => {
  const made = releaseDocument({ ...told, packages: [namedPackage(folder(PACKAGE))] });
  return Buffer.from(JSON.stringify({ ...(JSON.parse(made.toString('utf8')) as object), ...change }));
};
const signed = (change: object = {}, key: KeyObject = ours): Buffer => signedBySignify(textOf(change), key);

/** What the program says of it as a file on this disk. */
function look(bytes: Uint8Array, with_ = pinned) {
  const file = folder(RELEASE_FILE);
  writeFileSync(file, bytes);
  return releaseFileAlone({ folder: folder(), pinned: with_ }, file);
}

async function verify(bytes: Uint8Array, name = PACKAGE) {
  writeFileSync(folder(RELEASE_FILE), bytes);
  return packageFileAlone({ folder: folder(), pinned }, { file: folder(name), document: null });
}

const refused = (code: string) => ({ code: 'UPDATE_REFUSED', facts: { problem: { code } } });

describe('a document', () => {
  it('is taken when a pinned key signed it', async () => {
    expect(await look(signed())).toMatchObject({ version: '0.2.0', standing: 'newer', news: ['Signs faster.'] });
  });

  it('is taken from the next key, so that the publisher can change keys', async () => {
    expect(await look(signed({}, next))).toMatchObject({ standing: 'newer' });
  });

  it('of another key is refused, also when it calls itself by the number of ours', async () => {
    await expect(look(signed({}, theirs))).rejects.toMatchObject(refused('other-key'));
    const [comment = '', line = '', text = ''] = signed({}, theirs).toString('latin1').split('\n');
    const ourName = Buffer.from(publicLine(ours), 'base64').subarray(0, 10);
    const forged = Buffer.concat([ourName, Buffer.from(line, 'base64').subarray(10)]).toString('base64');
    await expect(look(Buffer.from([comment, forged, text].join('\n'), 'latin1'))).rejects.toMatchObject(
      refused('signature-wrong'),
    );
  });

  it('with one octet changed says nothing new: it is refused, or the octet is one of the comment', async () => {
    const whole = signed();
    const before = await look(whole);
    const comment = whole.indexOf(10);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const found = await look(changed).catch((error: unknown) => error);
      if (at < comment && !(found instanceof Error)) {
        expect(found).toEqual(before);
      } else {
        expect({ at, found }).toMatchObject({ found: { code: 'UPDATE_REFUSED' } });
      }
    }
  });

  it('cut short, or with something behind it, is refused', async () => {
    const whole = signed();
    for (const bytes of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('\n')])]) {
      await expect(look(bytes)).rejects.toMatchObject(refused('signature-wrong'));
    }
    for (const bytes of [Buffer.alloc(0), Buffer.from('{}'), textOf()]) {
      await expect(look(bytes)).rejects.toMatchObject(refused('not-signed'));
    }
  });

  it('is looked at only when its signature holds', async () => {
    // Everything is wrong with it, and what is told is the signature alone.
    await expect(look(signed({ expires: 'never', packages: 'none' }, theirs))).rejects.toMatchObject(
      refused('other-key'),
    );
  });

  it('signed, but of another kind, is refused', async () => {
    const changes = [
      { format: 'key-custodian/release-2' },
      { version: '0.2.0-rc.1' },
      { version: '00.2.0' },
      { packages: [] },
      { packages: [{ file: '../../etc/passwd', bytes: 1, sha256: '0'.repeat(64) }] },
      { packages: [{ file: 'a; rm -rf ~', bytes: 1, sha256: '0'.repeat(64) }] },
      { also: true },
      { news: 'text' },
    ];
    for (const change of changes) {
      await expect(look(signed(change))).rejects.toMatchObject(refused('malformed'));
    }
    await expect(look(signedBySignify(Buffer.from('no JSON'), ours))).rejects.toMatchObject(refused('malformed'));
  });

  it('of another channel is refused', async () => {
    await expect(look(signed({ channel: 'test' }))).rejects.toMatchObject(refused('other-channel'));
  });

  it('that expired, or never held, is refused: somebody may keep newer ones away', async () => {
    const day = 86_400_000;
    const before = (days: number) => new Date(Date.now() - days * day).toISOString();
    await expect(look(signed({ issued: before(91), expires: before(1) }))).rejects.toMatchObject(refused('expired'));
    await expect(look(signed({ issued: before(-1), expires: before(-9) }))).rejects.toMatchObject(
      refused('issued-later'),
    );
    await expect(look(signed({ issued: before(0), expires: before(0) }))).rejects.toMatchObject(refused('expired'));
  });

  it('that is older than one seen before is refused', async () => {
    const issued = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    await look(signed({ version: '0.3.0', issued: issued(1) }));
    await expect(look(signed({ issued: issued(60) }))).rejects.toMatchObject(refused('replayed'));
    expect(await look(signed({ version: '0.3.0', issued: issued(1) }))).toMatchObject({ version: '0.3.0' });
  });

  it('that is refused is not remembered', async () => {
    await expect(look(signed({ issued: new Date(Date.now() + 1000).toISOString() }, theirs))).rejects.toMatchObject(
      refused('other-key'),
    );
    expect(await look(signed())).toMatchObject({ standing: 'newer' });
  });

  it('of no newer version says so', async () => {
    expect(await look(signed({ version: '0.1.0' }))).toMatchObject({ standing: 'same' });
    expect(await look(signed({ version: '0.0.99' }))).toMatchObject({ standing: 'older' });
    expect(await look(signed({ version: '0.10.0' }))).toMatchObject({ standing: 'newer' });
  });

  it('is not read when it is giant', async () => {
    const giant = signed({ news: Array.from({ length: 200 }, () => 'x'.repeat(400)) });
    expect(giant.length).toBeGreaterThan(MAX_RELEASE_BYTES);
    await expect(look(giant)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('is worth nothing to a program without a pinned key, which also asks nobody', async () => {
    await expect(look(signed(), { ...pinned, keys: [] })).rejects.toMatchObject({ code: 'UPDATE_NO_KEY' });
    const desk = openDesk({ fetch: () => Promise.reject(new Error('asked')) });
    await expect(desk.custodian.lookForRelease()).rejects.toMatchObject({ code: 'UPDATE_NO_KEY' });
    await desk.close();
  });
});

describe('a package', () => {
  it('is verified beside its document, and what installs it is said', async () => {
    const found = await verify(signed());
    expect(found.command).toBe(`sudo apt install ./${PACKAGE}`);
    expect(found.package.bytes).toBe(23);
  });

  it('with another content, or of another size, is refused', async () => {
    const document = signed();
    const file = folder(PACKAGE);
    const content = readFileSync(file);
    writeFileSync(file, Buffer.from('as if it were a packagE'));
    await expect(verify(document)).rejects.toMatchObject(refused('other-content'));
    writeFileSync(file, Buffer.concat([content, content]));
    await expect(verify(document)).rejects.toMatchObject(refused('other-size'));
    writeFileSync(file, content);
  });

  it('under another name, or that is not there, is refused', async () => {
    writeFileSync(folder('other.deb'), 'as if it were a package');
    await expect(verify(signed(), 'other.deb')).rejects.toMatchObject(refused('not-named'));
    await expect(verify(signed(), 'nothing.deb')).rejects.toMatchObject(refused('not-named'));
  });

  it('that is no newer is refused as an update', async () => {
    for (const version of ['0.1.0', '0.0.9']) {
      await expect(verify(signed({ version }))).rejects.toMatchObject(refused('not-newer'));
    }
  });

  it('is not opened before the signature of the document holds', async () => {
    await expect(verify(signed({}, theirs), 'nothing.deb')).rejects.toMatchObject(refused('other-key'));
  });
});

describe('at the address', () => {
  let answer: { status: number; headers: Record<string, string>; body: Buffer } = {
    status: 200,
    headers: {},
    body: Buffer.alloc(0),
  };
  const requests: string[] = [];
  let server: Server;
  let base = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(
        `${request.method ?? ''} ${request.url ?? ''} ${Object.keys(request.headers).toSorted().join(' ')}`,
      );
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    base = `http://127.0.0.1:${await openPort(server)}`;
  });
  afterAll(() => server.close());

  const issued = new Date(START - 60_000).toISOString();
  const expires = new Date(START + 86_400_000).toISOString();

  async function ask() {
    const desk = openDesk({ pinned: { ...pinned, address: `${base}/key-custodian.release` } });
    try {
      return await desk.custodian.lookForRelease();
    } finally {
      await desk.close();
    }
  }

  it('one plain request is made, and says nothing of this machine', async () => {
    answer = { status: 200, headers: {}, body: signed({ issued, expires }) };
    expect(await ask()).toMatchObject({ version: '0.2.0', standing: 'newer' });
    expect(requests).toEqual(['GET /key-custodian.release connection host']);
  });

  it('a redirect leads nowhere', async () => {
    requests.length = 0;
    answer = { status: 302, headers: { location: `${base}/elsewhere` }, body: Buffer.alloc(0) };
    await expect(ask()).rejects.toMatchObject({
      code: 'REMOTE_MALFORMED',
      facts: { detail: { code: 'redirect', to: `${base}/elsewhere` } },
    });
    expect(requests).toHaveLength(1);
  });

  it('what is there is judged like a file', async () => {
    answer = { status: 200, headers: {}, body: signed({ issued, expires }, theirs) };
    await expect(ask()).rejects.toMatchObject(refused('other-key'));
    answer = { status: 200, headers: {}, body: Buffer.alloc(MAX_RELEASE_BYTES + 1, 'x') };
    await expect(ask()).rejects.toMatchObject(refused('too-large'));
    answer = { status: 200, headers: {}, body: Buffer.alloc(2_000_000, 'x') };
    await expect(ask()).rejects.toMatchObject({ code: 'REMOTE_MALFORMED' });
    answer = { status: 404, headers: {}, body: Buffer.from('not here') };
    await expect(ask()).rejects.toMatchObject({ code: 'REMOTE_FAILED', facts: { status: 404 } });
  });
});

it('signify agrees, both ways', needs(hasTool('signify-openbsd'), 'signify-openbsd'), async () => {
  const run = (...args: string[]) => spawnSync('signify-openbsd', args, { cwd: folder(), encoding: 'utf8' });
  writeFileSync(folder('ours.pub'), `untrusted comment: ours\n${publicLine(ours)}\n`);
  writeFileSync(folder('document'), signed());
  const verified = run('-V', '-e', '-p', 'ours.pub', '-x', 'document', '-m', 'text');
  expect(verified).toMatchObject({ status: 0 });
  expect(readFileSync(folder('text'))).toEqual(textOf());

  run('-G', '-n', '-p', 'made.pub', '-s', 'made.sec');
  writeFileSync(folder('made'), textOf());
  run('-S', '-e', '-s', 'made.sec', '-m', 'made', '-x', 'made.signed');
  const [, key = ''] = readFileSync(folder('made.pub'), 'utf8').split('\n');
  expect(await look(readFileSync(folder('made.signed')), { ...pinned, keys: [key] })).toMatchObject({
    version: '0.2.0',
  });
});

it('openssl alone verifies a document', () => {
  const [, line = ''] = signed().toString('latin1').split('\n', 2);
  writeFileSync(folder('signature'), Buffer.from(line, 'base64').subarray(10));
  writeFileSync(folder('text'), textOf());
  writeFileSync(folder('key.pem'), createPublicKey(ours).export({ format: 'pem', type: 'spki' }));
  const args = ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'text', '-sigfile', 'signature'];
  expect(spawnSync('openssl', args, { cwd: folder(), encoding: 'utf8' }).stdout).toContain('Verified Successfully');
});
