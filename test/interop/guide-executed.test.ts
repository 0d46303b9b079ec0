// What the guide tells officers to type is typed: block by block, by a real shell, with the program as it is built, on the
// sandbox. Names in capitals stand for what an officer would read off the screen.
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { OpenedBundle } from '../../shared/domain/offline/courier.ts';
import { custodianJson, runCustodian } from '../support/command-line.ts';
import { folderForEach } from '../support/folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PASSPHRASE = 'correct horse battery staple';

const folder = folderForEach();

const data = (): string => folder('data');
const put = (name: string, text: string): void => writeFileSync(folder(name), text);
const json = <T>(...args: string[]): Promise<T> => custodianJson<T>(data(), args);

const hasTool = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const MISSING = ['keytool', 'xmllint', 'jq', 'openssl'].filter((name) => !hasTool(name));

/** The blocks of a page, without the lines that want a program which is not here. */
function blocksOf(page: string): string[] {
  const text = readFileSync(path.join(ROOT, 'docs/guide', page), 'utf8');
  return [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, block = '']) =>
    block
      .split('\n')
      .filter((line) => !MISSING.some((tool) => line.includes(tool)))
      .join('\n'),
  );
}

/** As an officer's shell would run it; answers with what was told when it went wrong. */
async function type(block: string, names: Record<string, string> = {}): Promise<string | null> {
  const text = Object.entries(names).reduce((so, [name, value]) => so.replaceAll(name, value), block);
  const program = `custodian() { '${process.execPath}' '${path.join(ROOT, 'dist/cli.cjs')}' --data-dir '${data()}' "$@"; }`;
  const shell = spawn('bash', ['-eo', 'pipefail', '-c', `${program}\n${text}`], { cwd: folder() });
  let said = '';
  shell.stdout.on('data', (part) => (said += String(part)));
  shell.stderr.on('data', (part) => (said += String(part)));
  shell.stdin.end();
  const code = await new Promise((resolve) => {
    shell.on('close', resolve);
  });
  return code === 0 ? null : `${text}\n=> ${String(code)}\n${said}`;
}

const kidIn = async (state: string): Promise<string> =>
  (await json<SigningKey[]>('key', 'list', 'Acme')).find((key) => key.state === state)?.kid ?? 'NONE';

const ownKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const acme = (...more: string[]) =>
  json(
    'tenant',
    'add',
    '--name',
    'Acme',
    '--domain',
    'acme.eu.auth0.com',
    '--custom-domain',
    'id.acme.example',
    ...more,
  );

async function push(): Promise<void> {
  expect((await runCustodian(data(), ['publish', 'push', 'Acme', '--yes'])).code).toBe(0);
}

describe('the guide, typed as it stands', () => {
  it('bring-your-own-keys.md', { timeout: 240_000 }, async () => {
    await acme();
    put('client-secret.txt', 'client-secret-0123456789');
    put('passphrase.txt', PASSPHRASE);
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    put('proxy.pub.jwk', JSON.stringify(ec.publicKey.export({ format: 'jwk' })));
    put('ec.pem', ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder(), stdio: 'pipe' });
    openssl('req', '-x509', '-key', 'ec.pem', '-subj', '/CN=devices', '-days', '30', '-out', 'ec.crt');
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'ec.pem',
      '-in',
      'ec.crt',
      '-passout',
      `pass:${PASSPHRASE}`,
      '-out',
      'devices.p12',
    );
    for (const block of blocksOf('bring-your-own-keys.md')) {
      // Each block brings another key of one's own.
      put('own.pem', ownKey());
      if (block.includes('token.jwt')) {
        const { stdout } = await runCustodian(data(), ['key', 'sign', 'Acme', '--claims-stdin'], '{"sub":"x"}');
        put('token.jwt', stdout);
      }
      expect(await type(block, block.includes('NEXT_KID') ? { NEXT_KID: await kidIn('next') } : {})).toBeNull();
    }
  });

  it('export-for-verifiers.md', { timeout: 240_000 }, async () => {
    await acme();
    put('passphrase.txt', PASSPHRASE);
    for (const block of blocksOf('export-for-verifiers.md')) {
      expect(await type(block)).toBeNull();
    }
  });

  it('offline.md, with the courier in the same folder', { timeout: 240_000 }, async () => {
    await acme('--alg', 'ES256');
    await push();
    const blocks = blocksOf('offline.md').filter((block) => /bundle|courier|receipt/.test(block));
    const shown = async (): Promise<string> =>
      (await json<OpenedBundle>('publish', 'courier', 'show', folder('acme.bundle.json'))).device;
    expect(blocks).toHaveLength(3);
    for (const [index, block] of blocks.entries()) {
      const device = index === 0 ? '' : await shown();
      expect(await type(block, { COURIER: device, HOME: device })).toBeNull();
    }
  });

  it('recover.md, where the machine is still the same', { timeout: 240_000 }, async () => {
    await acme('--alg', 'ES256');
    await push();
    const blocks = blocksOf('recover.md').filter(
      (block) => !/OLD_KID|FOREIGN_KID|tenant add|--accept-audit/.test(block) && block.trim() !== '',
    );
    expect(blocks.length).toBeGreaterThan(6);
    for (const block of blocks) {
      expect(await type(block)).toBeNull();
    }
  });

  it('ceremony.md, with each fingerprint read out', { timeout: 240_000 }, async () => {
    await acme('--alg', 'ES256');
    put('passphrase.txt', PASSPHRASE);
    copyFileSync(path.join(ROOT, 'docs/guide/verify-audit.mjs'), folder('verify-audit.mjs'));
    const blocks = blocksOf('ceremony.md');
    const heard = async (): Promise<string | null> =>
      (await json<{ next: { step: string; value: string | null } | null }>('ceremony', 'show', 'Acme')).next?.value ??
      null;
    const reading = blocks.find((block) => block.includes('HEARD')) ?? '';
    let begun = false;
    for (const block of blocks.filter((one) => one !== reading)) {
      for (let value = begun ? await heard() : null; value !== null; value = await heard()) {
        expect(await type(reading, { HEARD: value.slice(-16) })).toBeNull();
      }
      expect(await type(block)).toBeNull();
      begun ||= block.includes('ceremony begin');
    }
    expect(readFileSync(folder('minutes/minutes.html'), 'utf8')).toContain('Olga came at ten past nine');
  });
});
