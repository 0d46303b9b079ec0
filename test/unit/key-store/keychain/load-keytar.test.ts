import { describe, expect, it } from 'vitest';
import { createKeytarVault } from '../../../../main/key-store/keychain/keytar-vault.ts';
import { nativeKeychain } from '../../../../main/key-store/keychain/load-keytar.ts';
import { createMemoryKeychain } from '../../../fakes/memory-keychain.ts';

describe('loading keytar', () => {
  it('happens at the first call, once', async () => {
    let loads = 0;
    const backend = nativeKeychain(async () => {
      loads += 1;
      return createMemoryKeychain();
    });
    expect(loads).toBe(0);
    await backend.setPassword('service', 'account', 'text');
    expect(await backend.getPassword('service', 'account')).toBe('text');
    expect(await backend.deletePassword('service', 'account')).toBe(true);
    expect(loads).toBe(1);
  });

  it('a module that does not load makes the vault unavailable, with the reason', async () => {
    const keytar = nativeKeychain(() => Promise.reject(new Error('Failed to load keytar native addon, checked …')));
    const vault = createKeytarVault({ keytar, vaultId: 'v', canary: 'tweet' });
    const { condition, detail } = await vault.condition();
    expect(condition).toBe('unavailable');
    expect(detail).toMatch(/libsecret|does not load/);
    await expect(vault.get('key-1')).rejects.toMatchObject({ code: 'VAULT_UNAVAILABLE', facts: { detail } });
  });

  it('the installed module has the three calls', async () => {
    const keytar = await import('keytar');
    const module = 'default' in keytar ? keytar.default : keytar;
    for (const call of ['getPassword', 'setPassword', 'deletePassword'] as const) {
      expect(module[call]).toBeTypeOf('function');
    }
  });
});
