// What every SecretVault must do. The same suite runs on the memory fake, on the keytar vault over a keychain in
// memory, and on the keytar vault over a real gnome-keyring.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecretVault } from '../../main/key-store/vault.ts';
import { isCustodianError } from '../../shared/errors.ts';
import { leaveOut } from '../support/needs.ts';

export interface VaultUnderTest {
  vault: SecretVault;
  /** Locks the keychain while the vault is in use. It stays locked: the suite does this last. Left out where it has no lock. */
  lock?(): Promise<void>;
  close?(): Promise<void>;
  /** Bytes that it takes for one secret; 64 KiB when nothing is said. */
  most?: number;
}

/** PKCS#8 DER lengths of Ed25519, P-256, RSA-2048, 3072, 4096; the edges of the entry limit; the largest allowed. */
const SIZES = [0, 1, 48, 138, 1_218, 1_794, 1_848, 1_849, 2_375, 3_738, 3_739, 65_000];

export function describeVault(title: string, makeVault: () => Promise<VaultUnderTest>): void {
  describe(`SecretVault: ${title}`, () => {
    let under: VaultUnderTest;
    let vault: SecretVault;

    beforeAll(async () => {
      under = await makeVault();
      vault = under.vault;
    });
    afterAll(() => under.close?.());

    it('says that it is available', async () => {
      expect(await vault.condition()).toMatchObject({ condition: 'available' });
    });

    it.each(SIZES)('gives back %i bytes as they were put', async (size) => {
      const secret = randomBytes(size);
      await vault.put(`size-${size}`, secret);
      expect(Buffer.compare(await vault.get(`size-${size}`), secret)).toBe(0);
    });

    it('keeps every byte value, NUL too', async () => {
      const secret = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await vault.put('all-bytes', secret);
      expect([...(await vault.get('all-bytes'))]).toEqual([...secret]);
    });

    it('shares no memory with the caller', async () => {
      const secret = Uint8Array.of(1, 2, 3);
      await vault.put('own-bytes', secret);
      secret.fill(0);
      const first = await vault.get('own-bytes');
      first.fill(0);
      expect([...(await vault.get('own-bytes'))]).toEqual([1, 2, 3]);
    });

    it('replaces a value, be the new one longer or shorter', async () => {
      for (const size of [10, 9_000, 2_375, 5]) {
        const secret = randomBytes(size);
        await vault.put('replaced', secret);
        expect(Buffer.compare(await vault.get('replaced'), secret)).toBe(0);
      }
    });

    it('says which secret is missing', async () => {
      await expect(vault.get('never-put')).rejects.toMatchObject({
        code: 'VAULT_SECRET_MISSING',
        facts: { kid: 'never-put' },
      });
    });

    it('removes one secret and leaves the others, and may be asked again', async () => {
      await vault.put('removed', randomBytes(4_000));
      await vault.put('removed-not', Uint8Array.of(7));
      await vault.remove('removed');
      await vault.remove('removed');
      await expect(vault.get('removed')).rejects.toMatchObject({ code: 'VAULT_SECRET_MISSING' });
      expect([...(await vault.get('removed-not'))]).toEqual([7]);
    });

    it('tidies nothing away from a whole value', async () => {
      const secret = randomBytes(4_000);
      await vault.put('tidied', secret);
      expect(await vault.tidy('tidied')).toBe(0);
      expect(await vault.tidy('never-put')).toBe(0);
      expect(Buffer.compare(await vault.get('tidied'), secret)).toBe(0);
    });

    it('takes the largest, refuses what is larger and keeps the former value', async () => {
      const { most = 64 * 1024 } = under;
      await vault.put('largest', new Uint8Array(most).fill(3));
      expect(await vault.get('largest')).toHaveLength(most);
      await vault.put('too-large', Uint8Array.of(1));
      await expect(vault.put('too-large', new Uint8Array(most + 1))).rejects.toMatchObject({
        code: 'VAULT_TOO_LARGE',
        facts: { bytes: most + 1 },
      });
      expect([...(await vault.get('too-large'))]).toEqual([1]);
    });

    it.each(['', 'Upper', 'a/b', 'a#b', '../a', 'ä', 'a'.repeat(129)])('refuses the name %j', async (name) => {
      await expect(vault.put(name, Uint8Array.of(1))).rejects.toThrow(TypeError);
      await expect(vault.get(name)).rejects.toThrow(TypeError);
      await expect(vault.remove(name)).rejects.toThrow(TypeError);
      await expect(vault.tidy(name)).rejects.toThrow(TypeError);
    });

    it('keeps simultaneous calls apart', async () => {
      const values = [3_000, 20, 2_375].map((size) => randomBytes(size));
      const writes = values.map((value) => vault.put('contended', value));
      const reads = values.map((_, index) => (index === 0 ? vault.remove('contended-not') : vault.get('contended')));
      await Promise.all([...writes, ...reads]);
      expect(Buffer.compare(await vault.get('contended'), values[2] ?? Buffer.alloc(0))).toBe(0);
    });

    it('when locked says so to every call and takes nothing for missing or deleted', async (context) => {
      const lock = under.lock ?? (() => leaveOut(context, 'needs a keychain that can be locked'));
      await vault.put('behind-lock', Uint8Array.of(1));
      await lock();
      expect(await vault.condition()).toMatchObject({ condition: 'locked' });
      for (const call of [
        vault.get('behind-lock'),
        vault.get('never-put'),
        vault.remove('behind-lock'),
        vault.tidy('behind-lock'),
      ]) {
        await expect(call).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
      }
      const refused: unknown = await vault.put('behind-lock', Uint8Array.of(2)).catch((error: unknown) => error);
      expect(isCustodianError(refused, 'VAULT_LOCKED')).toBe(true);
    });
  });
}
