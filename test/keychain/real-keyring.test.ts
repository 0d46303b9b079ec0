// The vault on a real gnome-keyring through the real keytar: open, locked, foreign, frozen, restarted and absent.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';
import { createKeytarVault, type KeytarVault } from '../../main/key-store/keychain/keytar-vault.ts';
import { systemTimer, type Timer } from '../../main/key-store/keychain/keychain-queue.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { describeKeyStore } from '../contracts/key-store-contract.ts';
import { describeVault } from '../contracts/vault-contract.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import { homeWithoutBus, type KeyringSession, makeHome, startKeyringSession } from './keyring-session.ts';
import { startKeytar } from './remote-keychain.ts';
import { needs } from '../support/needs.ts';

const onLinux = process.platform === 'linux';
const vaultId = randomUUID();

const vaultOver = (keytar: KeychainBackend, timer: Timer = systemTimer) =>
  createKeytarVault({ keytar, vaultId, canary: 'tweet', deadlineMs: 20_000, timer });

async function openVault() {
  const session = await startKeyringSession();
  await session.open('unlocked');
  const keytar = await startKeytar(session.env);
  const vault = vaultOver(keytar);
  await vault.initialise();
  return {
    vault,
    keys: createSoftwareKeys(vault, pooledKeys()),
    lock: () => session.lock(),
    async close() {
      await keytar.stop();
      await session.stop();
    },
  };
}

if (onLinux) {
  describeVault('the keytar vault on a real gnome-keyring', openVault);
  describeKeyStore('the keychain, a real gnome-keyring', openVault);
}

async function expectEveryCall(vault: KeytarVault, code: string): Promise<void> {
  await expect(vault.get('key-1')).rejects.toMatchObject({ code });
  await expect(vault.put('key-1', Uint8Array.of(9))).rejects.toMatchObject({ code });
  await expect(vault.remove('key-1')).rejects.toMatchObject({ code });
  await expect(vault.initialise()).rejects.toMatchObject({ code });
}

describe('the keytar vault where the keyring is not simply open', needs(onLinux, 'Linux'), () => {
  const cleanUps: (() => Promise<void> | void)[] = [];

  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).toReversed()) {
      await cleanUp();
    }
  });

  /** A vault in a new process. */
  async function vaultIn(env: NodeJS.ProcessEnv, timer?: Timer): Promise<KeytarVault> {
    const keytar = await startKeytar(env);
    cleanUps.push(keytar.stop);
    return vaultOver(keytar, timer);
  }

  async function session(): Promise<KeyringSession> {
    const started = await startKeyringSession();
    cleanUps.push(() => started.stop());
    return started;
  }

  it('a keyring that was locked all along: every call says so, and nothing is lost', async () => {
    const keyring = await session();
    await keyring.open('unlocked');
    const before = await vaultIn(keyring.env);
    await before.initialise();
    await before.put('key-1', new Uint8Array(2_375).fill(7));

    await keyring.open('locked');
    const behindLock = await vaultIn(keyring.env);
    expect(await behindLock.condition()).toMatchObject({ condition: 'locked' });
    await expectEveryCall(behindLock, 'VAULT_LOCKED');

    await keyring.open('unlocked');
    const after = await vaultIn(keyring.env);
    expect(await after.condition()).toMatchObject({ condition: 'available' });
    expect(Buffer.compare(await after.get('key-1'), Buffer.alloc(2_375, 7))).toBe(0);
  });

  it("an open keyring without this registry's canary is foreign", async () => {
    const keyring = await session();
    await keyring.open('unlocked');
    const vault = await vaultIn(keyring.env);
    expect(await vault.condition()).toMatchObject({ condition: 'foreign' });
    await expect(vault.get('key-1')).rejects.toMatchObject({ code: 'VAULT_FOREIGN' });
  });

  it('a service without a login keyring is unavailable', async () => {
    const keyring = await session();
    await keyring.open('locked');
    const vault = await vaultIn(keyring.env);
    expect(await vault.condition()).toEqual({
      condition: 'unavailable',
      detail: { code: 'no-login-keyring' },
    });
    await expectEveryCall(vault, 'VAULT_UNAVAILABLE');
  });

  it('a bus without a keyring service is unavailable', async () => {
    const vault = await vaultIn((await session()).env);
    expect(await vault.condition()).toEqual({ condition: 'unavailable', detail: { code: 'no-service' } });
    await expectEveryCall(vault, 'VAULT_UNAVAILABLE');
  });

  it('a machine without a bus is unavailable', async () => {
    const home = makeHome();
    cleanUps.push(() => rmSync(home, { recursive: true, force: true }));
    const vault = await vaultIn(homeWithoutBus(home));
    expect(await vault.condition()).toEqual({ condition: 'unavailable', detail: { code: 'no-session' } });
    await expectEveryCall(vault, 'VAULT_UNAVAILABLE');
  });

  it('a keyring service that was restarted is unavailable until the process is', async () => {
    const keyring = await session();
    await keyring.open('unlocked');
    const vault = await vaultIn(keyring.env);
    await vault.initialise();
    await keyring.open('unlocked');
    expect(await vault.condition()).toMatchObject({ condition: 'unavailable', detail: { code: 'service-restarted' } });
    const restarted = await vaultIn(keyring.env);
    expect(await restarted.condition()).toMatchObject({ condition: 'available' });
  });

  it('a keyring that does not answer runs into the deadline and works again once it does', async () => {
    const keyring = await session();
    await keyring.open('unlocked');
    let ring: (() => void) | undefined;
    const vault = await vaultIn(keyring.env, {
      now: () => 0,
      after(_ms, toRing) {
        ring = toRing;
        return () => undefined;
      },
    });
    await vault.initialise();
    await vault.put('key-1', Uint8Array.of(1));
    keyring.freeze();
    const waiting = vault.get('key-1');
    await new Promise(setImmediate);
    ring?.();
    await expect(waiting).rejects.toMatchObject({ code: 'VAULT_TIMEOUT' });
    await expect(vault.get('key-1')).rejects.toMatchObject({ code: 'VAULT_TIMEOUT' });
    keyring.thaw();
    await expect.poll(() => vault.condition(), { timeout: 10_000 }).toMatchObject({ condition: 'available' });
    expect([...(await vault.get('key-1'))]).toEqual([1]);
  });
});
