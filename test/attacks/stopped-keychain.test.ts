// A keyring service that is stopped (or behind a window that nobody sees) holds no command: each ends within seconds with
// the words and the exit code of a keychain that does not answer, changes nothing, and works once the service goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyringSession, startKeyringSession } from '../keychain/keyring-session.ts';
import { type Ran, runCustodian } from '../support/command-line.ts';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const LONGEST_MS = 10_000;

describe('a stopped keyring service', needs(process.platform === 'linux', 'Linux'), () => {
  const folder = folderForAll();
  let keyring: KeyringSession;

  beforeAll(async () => {
    keyring = await startKeyringSession();
    await keyring.open('unlocked');
    await custodian('tenant', 'add', '--name', 'Acme', '--domain', 'acme.example');
  });
  afterAll(async () => {
    keyring.thaw();
    await keyring.stop();
  });

  const custodian = (...args: string[]): Promise<Ran> =>
    runCustodian(folder(), args, '', { ...(keyring.env as Record<string, string>) });
  const keys = async (): Promise<string> => (await custodian('tenant', 'show', 'Acme', '--json')).stdout;

  it.each([['doctor'], ['key', 'generate', 'Acme'], ['ring', 'add', 'Acme', '--alg', 'ES256']])(
    '%s … ends within seconds',
    async (...args) => {
      const before = await keys();
      expect(before).toContain('Acme');
      keyring.freeze();
      const started = performance.now();
      const ran = await custodian(...args);
      const took = performance.now() - started;
      keyring.thaw();
      expect(ran.stdout + ran.stderr).toMatch(/did not answer within 3 seconds|does not answer/);
      expect(ran.code).toBe(3);
      expect(took).toBeLessThan(LONGEST_MS);
      expect(await keys()).toBe(before);
    },
  );

  it('lets everything go on where it goes on', async () => {
    expect(await custodian('doctor')).toMatchObject({ code: 0 });
    expect(await custodian('ring', 'add', 'Acme', '--alg', 'ES256')).toMatchObject({ code: 0 });
  });
});
