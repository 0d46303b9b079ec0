// The vault passphrase from the command line, in the real keychain: sealed there, unlocked for a time, and once more before what
// takes something away for good.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import { type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const PASSPHRASE = 'correct horse battery staple';
const TENANT = ['--name', 'Acme', '--domain', 'acme.eu.auth0.com', '--environment', 'production', '--alg', 'ES256'];

const at = folderForAll();
let env: Record<string, string> = {};
beforeAll(() => {
  mkdirSync(at('runtime'), { mode: 0o700 });
  env = { XDG_RUNTIME_DIR: at('runtime') };
  writeFileSync(at('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  writeFileSync(at('wrong'), 'another long passphrase', { mode: 0o600 });
});
afterAll(async () => {
  await run(['lock']);
});

const run = (args: readonly string[], stdin = ''): Promise<Ran> =>
  runCustodian(at('data'), [...args, '--json'], stdin, { ...env });
const codeOf = ({ code, stderr }: Ran): unknown =>
  code === 0 ? 'done' : (JSON.parse(stderr) as { error: { code: string } }).error.code;
const sign = (...more: string[]) => run(['key', 'sign', 'Acme', '--claims-stdin', ...more], '{"sub":"x"}');
const unlocking = ['--vault-passphrase-file'] as const;

it(
  'a key is sealed in the keychain, signs after an unlock, and is locked again',
  needs(process.platform === 'linux', 'Linux'),
  async () => {
    expect(codeOf(await run(['tenant', 'add', ...TENANT]))).toBe('done');
    const set = await run(['passphrase', 'set', '--passphrase-stdin'], `${PASSPHRASE}\n`);
    expect([codeOf(set), set.processList.includes('horse')]).toEqual(['done', false]);

    expect(await sign()).toMatchObject({ code: 3 });
    expect(codeOf(await sign())).toBe('VAULT_LOCKED');
    expect(codeOf(await run(['key', 'list', 'Acme']))).toBe('done');
    expect(codeOf(await sign(...unlocking, at('wrong')))).toBe('VAULT_PASSPHRASE_WRONG');
    expect(codeOf(await sign(...unlocking, at('passphrase')))).toBe('done');

    const unlocked = await run(['unlock', '--minutes', '5', '--passphrase-file', at('passphrase')]);
    expect([codeOf(unlocked), unlocked.processList.includes('horse')]).toEqual(['done', false]);
    const [socket = ''] = socketsIn(at('runtime/key-custodian'));
    expect([statSync(at('runtime/key-custodian')).mode & 0o777, statSync(socket).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(codeOf(await sign())).toBe('done');

    // What is grave takes it once more, although it is unlocked.
    const { stdout } = await run(['key', 'list', 'Acme']);
    const kid = (JSON.parse(stdout) as RingView['keys']).find(({ state }) => state === 'next')?.kid ?? '';
    const withdraw = (...more: string[]) => run(['key', 'withdraw', 'Acme', kid, '--reason', 'a test of it', ...more]);
    expect(codeOf(await withdraw())).toBe('VAULT_PROOF_NEEDED');
    expect(codeOf(await withdraw(...unlocking, at('passphrase')))).toBe('done');

    expect(JSON.parse((await run(['lock'])).stdout)).toEqual({ locked: true, window: 'no-window' });
    expect(socketsIn(at('runtime/key-custodian'))).toEqual([]);
    expect(codeOf(await sign())).toBe('VAULT_LOCKED');
    expect(JSON.parse((await run(['lock'])).stdout)).toEqual({ locked: false, window: 'no-window' });

    // Whoever was let in by the former passphrase is to give the new one.
    expect(codeOf(await run(['unlock', '--passphrase-file', at('passphrase')]))).toBe('done');
    writeFileSync(at('next'), 'yet another long passphrase', { mode: 0o600 });
    const change = ['passphrase', 'change', '--passphrase-file', at('passphrase'), '--new-passphrase-file', at('next')];
    expect(codeOf(await run(change))).toBe('done');
    expect(codeOf(await sign())).toBe('VAULT_LOCKED');
    expect(socketsIn(at('runtime/key-custodian'))).toEqual([]);

    expect(codeOf(await run(['passphrase', 'remove', '--passphrase-file', at('next')]))).toBe('done');
    expect(codeOf(await sign())).toBe('done');
  },
);

const socketsIn = (place: string): string[] => readdirSync(place).map((name) => path.join(place, name));
