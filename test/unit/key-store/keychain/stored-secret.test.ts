// Crashes: the backend stops at its k-th call, for every k, as a killed process would.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeytarVault, type KeytarVault } from '../../../../main/key-store/keychain/keytar-vault.ts';
import { isCustodianError } from '../../../../shared/errors.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../../fakes/memory-keychain.ts';

const VAULT_ID = 'a0f6c1de-0000-4000-8000-000000000001';
const NAME = 'key-1';
const SIZES = [0, 1_218, 2_375, 5_000, 9_000];

const bytes = (size: number, seed: number) => Uint8Array.from({ length: size }, (_, index) => (index * 7 + seed) % 256);

/** A new process on the same keychain. */
const start = (keytar: MemoryKeychain) => createKeytarVault({ keytar, vaultId: VAULT_ID, canary: 'tweet' });

async function freshKeychain(): Promise<MemoryKeychain> {
  const keychain = createMemoryKeychain();
  await start(keychain).initialise();
  return keychain;
}

/** Runs the work in a process that dies at its call number `at`; says whether it did. */
async function dies(
  keychain: MemoryKeychain,
  at: number,
  work: (vault: KeytarVault) => Promise<void>,
): Promise<boolean> {
  let calls = 0;
  let died = false;
  keychain.before = () => {
    died ||= calls === at;
    calls += 1;
    if (died) {
      throw new Error('killed');
    }
  };
  await work(start(keychain)).catch(() => undefined);
  keychain.before = () => undefined;
  return died;
}

async function valueIn(keychain: MemoryKeychain): Promise<Uint8Array | null> {
  try {
    return await start(keychain).get(NAME);
  } catch (error) {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return null;
    }
    throw error;
  }
}

const same = (left: Uint8Array | null, right: Uint8Array | null) =>
  left === null || right === null ? left === right : Buffer.compare(left, right) === 0;

const secretEntries = (keychain: MemoryKeychain) =>
  [...keychain.entries.keys()].filter((account) => !account.endsWith('/#canary')).sort();

async function expectNoOrphans(keychain: MemoryKeychain): Promise<void> {
  await start(keychain).put(NAME, bytes(10, 9));
  expect(secretEntries(keychain)).toEqual([`${VAULT_ID}/${NAME}`]);
  await start(keychain).remove(NAME);
  expect(secretEntries(keychain)).toEqual([]);
}

describe('stored secret', () => {
  const pairs = SIZES.flatMap((size) => [null, ...SIZES].map((former) => ({ former, size })));

  it.each(pairs)('put of $size bytes over $former survives a crash at every call', async ({ former, size }) => {
    const oldValue = former === null ? null : bytes(former, 1);
    const newValue = bytes(size, 2);
    for (let at = 0, died = true; died; at += 1) {
      const keychain = await freshKeychain();
      if (oldValue !== null) {
        await start(keychain).put(NAME, oldValue);
      }
      died = await dies(keychain, at, (vault) => vault.put(NAME, newValue));
      const found = await valueIn(keychain);
      expect(same(found, newValue) || (died && same(found, oldValue))).toBe(true);
      await expectNoOrphans(keychain);
    }
  });

  it.each(SIZES)('remove of %i bytes survives a crash at every call, and a second remove finishes it', async (size) => {
    for (let at = 0, died = true; died; at += 1) {
      const keychain = await freshKeychain();
      await start(keychain).put(NAME, bytes(size, 1));
      died = await dies(keychain, at, (vault) => vault.remove(NAME));
      const found = await valueIn(keychain);
      expect(found === null || (died && same(found, bytes(size, 1)))).toBe(true);
      await start(keychain).remove(NAME);
      expect(secretEntries(keychain)).toEqual([]);
    }
  });

  it.each(pairs)(
    'tidying after a put of $size bytes over $former that broke off leaves the whole value alone',
    async ({ former, size }) => {
      const oldValue = former === null ? null : bytes(former, 1);
      for (let at = 0, died = true; died; at += 1) {
        const keychain = await freshKeychain();
        if (oldValue !== null) {
          await start(keychain).put(NAME, oldValue);
        }
        died = await dies(keychain, at, (vault) => vault.put(NAME, bytes(size, 2)));
        const before = await valueIn(keychain);
        const entries = secretEntries(keychain).length;
        const deleted = await start(keychain).tidy(NAME);
        expect(same(await valueIn(keychain), before)).toBe(true);
        expect(secretEntries(keychain)).toHaveLength(entries - deleted);
        expect(await start(keychain).tidy(NAME)).toBe(0);
        // What is left is the value and nothing else.
        const head = keychain.entries.get(`${VAULT_ID}/${NAME}`);
        expect(secretEntries(keychain)).toHaveLength(Number(head?.split(':')[2] ?? 0));
      }
    },
  );

  it('tidying leaves a value that cannot be read with all its parts', async () => {
    const keychain = await freshKeychain();
    await start(keychain).put(NAME, bytes(9_000, 1));
    keychain.entries.set(`${VAULT_ID}/${NAME}`, 'not ours');
    const before = secretEntries(keychain);
    expect(await start(keychain).tidy(NAME)).toBe(0);
    expect(secretEntries(keychain)).toEqual(before);
  });

  it('keeps its promise over any history of writes, removals and crashes', async () => {
    const step = fc.record({
      size: fc.option(fc.constantFrom(...SIZES), { nil: null }),
      crashAt: fc.option(fc.nat({ max: 14 }), { nil: Infinity }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const keychain = await freshKeychain();
        let value: Uint8Array | null = null;
        for (const [seed, { size, crashAt }] of steps.entries()) {
          const wanted = size === null ? null : bytes(size, seed);
          const died = await dies(keychain, crashAt, (vault) =>
            wanted === null ? vault.remove(NAME) : vault.put(NAME, wanted),
          );
          const found = await valueIn(keychain);
          expect(same(found, wanted) || (died && same(found, value))).toBe(true);
          value = found;
        }
        await expectNoOrphans(keychain);
      }),
      { numRuns: 300 },
    );
  });

  it('says damaged when any entry of a value is gone, cut or altered, and can then be written anew', async () => {
    const account = `${VAULT_ID}/${NAME}`;
    const keychain = await freshKeychain();
    await start(keychain).put(NAME, bytes(9_000, 1));
    const whole = new Map(keychain.entries);
    const alterations: ((text: string) => string | null)[] = [
      () => null,
      (text) => text.slice(0, -1),
      (text) => `${text}A`,
      () => 'not ours',
      (text) => text.slice(0, 60) + (text[60] === 'A' ? 'B' : 'A') + text.slice(61),
    ];
    for (const entry of secretEntries(keychain)) {
      for (const alter of alterations) {
        const altered = alter(whole.get(entry) ?? '');
        if (altered === null) {
          keychain.entries.delete(entry);
        } else {
          keychain.entries.set(entry, altered);
        }
        const code = altered === null && entry === account ? 'VAULT_SECRET_MISSING' : 'VAULT_SECRET_DAMAGED';
        await expect(start(keychain).get(NAME)).rejects.toMatchObject({ code, facts: { kid: NAME } });
        await expectNoOrphans(keychain);
        keychain.entries = new Map(whole);
      }
    }
  });

  it('does not take the value of another name, nor of another vault, for its own', async () => {
    const keychain = await freshKeychain();
    const vault = start(keychain);
    await vault.put(NAME, bytes(10, 1));
    await vault.put('key-2', bytes(10, 2));
    keychain.entries.set(`${VAULT_ID}/${NAME}`, keychain.entries.get(`${VAULT_ID}/key-2`) ?? '');
    await expect(vault.get(NAME)).rejects.toMatchObject({ code: 'VAULT_SECRET_DAMAGED' });

    const neighbour = createKeytarVault({ keytar: keychain, vaultId: VAULT_ID.replace('a0', 'b0'), canary: 'chirp' });
    await neighbour.initialise();
    await expect(neighbour.get('key-2')).rejects.toMatchObject({ code: 'VAULT_SECRET_MISSING' });
  });
});
