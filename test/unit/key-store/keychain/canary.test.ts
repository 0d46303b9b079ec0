import { beforeEach, describe, expect, it } from 'vitest';
import { createKeytarVault } from '../../../../main/key-store/keychain/keytar-vault.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../../fakes/memory-keychain.ts';

const VAULT_ID = 'a0f6c1de-0000-4000-8000-000000000001';
const CANARY = `${VAULT_ID}/#canary`;

let keychain: MemoryKeychain;
const vaultOn = (keytar: MemoryKeychain) => createKeytarVault({ keytar, vaultId: VAULT_ID, canary: 'tweet' });

beforeEach(async () => {
  keychain = createMemoryKeychain();
  await vaultOn(keychain).initialise();
  await vaultOn(keychain).put('key-1', Uint8Array.of(1));
  keychain.changes = 0;
});

describe('canary', () => {
  it('an open keychain is available, and looking changes nothing', async () => {
    expect(await vaultOn(keychain).condition()).toMatchObject({ condition: 'available' });
    expect(keychain.changes).toBe(0);
  });

  it('an empty keychain of somebody else is foreign, and nothing stays in it', async () => {
    const other = createMemoryKeychain();
    expect(await vaultOn(other).condition()).toMatchObject({ condition: 'foreign' });
    await expect(vaultOn(other).get('key-1')).rejects.toMatchObject({ code: 'VAULT_FOREIGN' });
    await expect(vaultOn(other).put('key-1', Uint8Array.of(2))).rejects.toMatchObject({ code: 'VAULT_FOREIGN' });
    await expect(vaultOn(other).remove('key-1')).rejects.toMatchObject({ code: 'VAULT_FOREIGN' });
    expect(other.entries.size).toBe(0);
  });

  it('a canary of another registry is foreign and stays as it is', async () => {
    keychain.entries.set(CANARY, 'chirp');
    expect(await vaultOn(keychain).condition()).toMatchObject({ condition: 'foreign' });
    await expect(vaultOn(keychain).initialise()).rejects.toMatchObject({ code: 'VAULT_FOREIGN' });
    expect(keychain.entries.get(CANARY)).toBe('chirp');
  });

  it('a keychain that was unlocked between two looks has not lost the secret', async () => {
    keychain.locked = true;
    keychain.before = (_call, account) => {
      keychain.locked &&= account !== CANARY;
    };
    expect([...(await vaultOn(keychain).get('key-1'))]).toEqual([1]);
  });

  it('a keychain that a person unlocks at the trial write is available', async () => {
    keychain.locked = true;
    keychain.before = (call) => {
      keychain.locked &&= call !== 'setPassword';
    };
    expect(await vaultOn(keychain).condition()).toMatchObject({ condition: 'available' });
    expect([...keychain.entries.keys()].sort()).toEqual([CANARY, `${VAULT_ID}/key-1`].sort());
  });

  it('a keychain that locks during a removal has not removed', async () => {
    keychain.before = (call) => {
      keychain.locked ||= call === 'deletePassword';
    };
    await expect(vaultOn(keychain).remove('key-1')).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    keychain.before = () => undefined;
    keychain.locked = false;
    expect([...(await vaultOn(keychain).get('key-1'))]).toEqual([1]);
  });

  it('an entry that cannot be deleted is said to be there still', async () => {
    const stubborn = { ...keychain, deletePassword: async () => false };
    await expect(vaultOn(stubborn).remove('key-1')).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });

  it('initialising a locked keychain fails, and a second time does no harm', async () => {
    const other = createMemoryKeychain();
    other.locked = true;
    await expect(vaultOn(other).initialise()).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    await vaultOn(keychain).initialise();
    expect(keychain.changes).toBe(0);
  });
});
