// What lies in the keychain under a passphrase, and what becomes of it when somebody else writes there, or the program dies.
import { describe, expect, it } from 'vitest';
import { sealedVault } from '../../../../main/key-store/seal/sealed-vault.ts';
import type { SecretVault } from '../../../../main/key-store/vault.ts';
import { Secret } from '../../../../main/ports/secret.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { createMemoryVault } from '../../../fakes/memory-vault.ts';
import { CHEAP } from '../../../support/cheap-derivation.ts';
import { outcomeOf } from '../../../support/outcome.ts';

const RIGHT = 'correct horse battery staple';
const NAMES = ['key-1', 'key-2', 'credential-1', 'state-key'];
const KEY = Buffer.from('the octets of a private key, which nobody may see');

let now = Date.parse('2026-11-29T08:00:00.000Z');
const clock = { now: () => new Date(now) };
const over = (inner: SecretVault, store = 'memory') => sealedVault(inner, { store, clock, cost: CHEAP });
const text = (words: string) => Secret.ofText(words);
async function filled() {
  const memory = createMemoryVault();
  for (const name of NAMES) {
    await memory.put(name, Buffer.from(`${KEY.toString()} ${name}`));
  }
  return memory;
}

const readable = async (vault: SecretVault) =>
  (await Promise.all(NAMES.map(async (name) => Buffer.from(await vault.get(name)).toString()))).map((found, index) =>
    found === `${KEY.toString()} ${NAMES[index] ?? ''}` ? 'as it was' : found,
  );
const allAsItWas = NAMES.map(() => 'as it was');
const plainIn = (memory: Awaited<ReturnType<typeof filled>>) =>
  [...memory.secrets()].filter(([, bytes]) => Buffer.from(bytes).includes('nobody may see')).map(([name]) => name);

describe('a passphrase', () => {
  it('seals everything, opens it in a new process, and opens it again for good', async () => {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    expect(plainIn(memory)).toEqual([]);

    const again = over(memory);
    expect(await again.lock.state()).toEqual({ stage: 'sealed', locked: true });
    expect(await again.vault.condition()).toMatchObject({ condition: 'locked', detail: { code: 'passphrase-needed' } });
    expect(await outcomeOf(again.vault.get('key-1'))).toBe('VAULT_LOCKED');
    await again.lock.unlock(text(RIGHT));
    expect(await readable(again.vault)).toEqual(allAsItWas);

    await again.lock.remove(text(RIGHT), NAMES);
    expect(plainIn(memory)).toEqual(NAMES);
    expect(memory.names()).toEqual(NAMES);
    expect(await readable(over(memory).vault)).toEqual(allAsItWas);
  });

  it('is another one after a change, and nothing is sealed anew', async () => {
    const memory = await filled();
    const { lock } = over(memory);
    await lock.set(text(RIGHT), NAMES);
    const before = memory.secrets();
    await lock.change(text(RIGHT), text('another long passphrase'), () => undefined);
    NAMES.forEach((name) => expect(memory.secrets().get(name)).toEqual(before.get(name)));
    const again = over(memory);
    expect(await outcomeOf(again.lock.unlock(text(RIGHT)))).toBe('VAULT_PASSPHRASE_WRONG');
    await again.lock.unlock(text('another long passphrase'));
    expect(await readable(again.vault)).toEqual(allAsItWas);
  });

  it('is the same however its accents were typed', async () => {
    const memory = await filled();
    await over(memory).lock.set(text('Schlüsselbrüder'.normalize('NFD')), NAMES);
    expect(await outcomeOf(over(memory).lock.unlock(text('Schlüsselbrüder'.normalize('NFC'))))).toBe('done');
  });

  it('is refused when it is short or there is one already, and asked for in vain where there is none', async () => {
    const memory = await filled();
    const { lock } = over(memory);
    expect(await outcomeOf(lock.unlock(text(RIGHT)))).toBe('VAULT_PASSPHRASE_NONE');
    expect(await outcomeOf(lock.set(text('eleven char'), NAMES))).toBe('INPUT_INVALID');
    await lock.set(text(RIGHT), NAMES);
    expect(await outcomeOf(lock.set(text(RIGHT), NAMES))).toBe('VAULT_PASSPHRASE_SET');
  });

  it('that is being tried while the vault is locked does not open it any more', async () => {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    const { lock, vault } = over(memory);
    for (const begin of [
      () => lock.unlock(text(RIGHT)),
      () => lock.prove(text(RIGHT)),
      () => lock.change(text(RIGHT), text(`${RIGHT} too`), () => expect.fail('it was changed')),
      () => lock.remove(text(RIGHT), NAMES),
    ]) {
      const work = begin();
      lock.lock();
      expect(await outcomeOf(work)).toBe('VAULT_LOCKED');
    }
    expect(await outcomeOf(vault.get('key-1'))).toBe('VAULT_LOCKED');
    expect(plainIn(memory)).toEqual([]);
  });

  it('whose key is asked for while the vault is locked does not open it any more', async () => {
    const memory = await filled();
    const first = over(memory);
    await first.lock.set(text(RIGHT), NAMES);
    const copy = first.lock.copyOfKey();
    const { lock, vault } = sealedVault(memory, {
      store: 'memory',
      clock,
      cost: CHEAP,
      heldKey: async () => {
        lock.lock();
        return copy;
      },
    });
    expect(await outcomeOf(vault.get('key-1'))).toBe('VAULT_LOCKED');
  });

  it('lets a key be held for a time, and takes no other', async () => {
    const memory = await filled();
    const first = over(memory);
    await first.lock.set(text(RIGHT), NAMES);
    const held = first.lock.copyOfKey();
    first.lock.lock();
    expect(first.lock.copyOfKey()).toBeNull();
    const holding = (key: Secret | null) =>
      sealedVault(memory, { store: 'memory', clock, cost: CHEAP, heldKey: async () => key });
    expect(await outcomeOf(holding(new Secret(new Uint8Array(32))).vault.get('key-1'))).toBe('VAULT_LOCKED');
    expect(await outcomeOf(holding(null).vault.get('key-1'))).toBe('VAULT_LOCKED');
    const second = holding(held);
    expect(await readable(second.vault)).toEqual(allAsItWas);
    second.lock.lock();
    expect(await outcomeOf(second.vault.get('key-1'))).toBe('VAULT_LOCKED');
  });
});

it('a key that is held for a time is forgotten when the passphrase changes or goes, and with a lock', async () => {
  const memory = await filled();
  let ended = 0;
  const { lock } = sealedVault(memory, { store: 'memory', clock, cost: CHEAP, endHeld: async () => (ended += 1) });
  await lock.set(text(RIGHT), NAMES);
  expect(ended).toBe(0);
  await lock.change(text(RIGHT), text(`${RIGHT} too`), () => undefined);
  expect(ended).toBe(1);
  lock.lock();
  expect(ended).toBe(2);
  await lock.remove(text(`${RIGHT} too`), NAMES);
  expect(ended).toBe(3);
});

describe('wrong guesses', () => {
  it('slow down, also for a new process, and are forgotten after the right one', async () => {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    const guess = (words: string) => outcomeOf(over(memory).lock.unlock(text(words)));
    expect([await guess('a'), await guess('b'), await guess('c')]).toEqual(Array(3).fill('VAULT_PASSPHRASE_WRONG'));
    expect(await guess(RIGHT)).toBe('VAULT_GUESSES');
    now += 2000;
    expect(await guess('d')).toBe('VAULT_PASSPHRASE_WRONG');
    now += 3999;
    expect(await guess(RIGHT)).toBe('VAULT_GUESSES');
    now += 1;
    expect(await guess(RIGHT)).toBe('done');
    expect([await guess('a'), await guess('b')]).toEqual(Array(2).fill('VAULT_PASSPHRASE_WRONG'));
  });

  it('count before they are tried', async () => {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    for (let tries = 0; tries < 3; tries += 1) {
      // It dies while it derives: nothing of what follows is done.
      const dying = over({ ...memory, remove: () => new Promise(() => undefined) });
      void dying.lock.prove(text(RIGHT));
      await expect.poll(() => memory.secrets().get('vault-guesses')).toBeDefined();
      await expect
        .poll(() => String(Buffer.from(memory.secrets().get('vault-guesses') ?? [])))
        .toContain(`:${tries + 1},`);
    }
    expect(await outcomeOf(over(memory).lock.unlock(text(RIGHT)))).toBe('VAULT_GUESSES');
  });
});

describe('what somebody else writes into the keychain', () => {
  async function sealed() {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    const fresh = over(memory);
    await fresh.lock.unlock(text(RIGHT));
    return { memory, ...fresh };
  }

  it('is not taken for what was sealed: in the open, moved, altered', async () => {
    const { memory, vault } = await sealed();
    await memory.put('key-1', KEY);
    await memory.put('key-2', memory.secrets().get('credential-1') ?? KEY);
    const altered = Uint8Array.from(memory.secrets().get('state-key') ?? []);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    await memory.put('state-key', altered);
    for (const name of ['key-1', 'key-2', 'state-key']) {
      expect(await outcomeOf(vault.get(name))).toBe('VAULT_SECRET_DAMAGED');
    }
  });

  it('opens in no other store', async () => {
    const { memory } = await sealed();
    const other = over(memory, 'another registry');
    expect(await outcomeOf(other.lock.unlock(text(RIGHT)))).toBe('VAULT_PASSPHRASE_WRONG');
  });

  it('does not take the seal away: without its entry nothing is read and nothing is overwritten', async () => {
    const { memory } = await sealed();
    await memory.remove('vault-lock');
    expect(await outcomeOf(over(memory).vault.get('key-1'))).toBe('VAULT_SEAL_GONE');
  });

  it('cannot say that plain entries are right, nor ask for a derivation without end', async () => {
    const { memory } = await sealed();
    const entry = String(Buffer.from(memory.secrets().get('vault-lock') ?? []));
    for (const forged of [
      entry.replace('"sealed"', '"sealing"'),
      entry.replace('"kib":8', '"kib":99999999'),
      entry.replace('{"version":1', '{"version":2'),
      '{',
    ]) {
      await memory.put('vault-lock', Buffer.from(forged));
      expect(await outcomeOf(over(memory).lock.unlock(text(RIGHT)))).toBe('VAULT_SECRET_DAMAGED');
    }
  });
});

describe('what is damaged', () => {
  const damage = async (memory: Awaited<ReturnType<typeof filled>>, name: string): Promise<void> => {
    const altered = Uint8Array.from(memory.secrets().get(name) ?? []);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    await memory.put(name, altered);
  };
  const others = NAMES.filter((name) => name !== 'key-2');

  async function damaged() {
    const memory = await filled();
    await over(memory).lock.set(text(RIGHT), NAMES);
    await damage(memory, 'key-2');
    return memory;
  }

  it('holds up neither a change of the passphrase nor its removal, is named, and is kept', async () => {
    const memory = await damaged();
    const { lock, vault } = over(memory);
    await lock.change(text(RIGHT), text(`${RIGHT} too`), () => undefined);
    const before = memory.secrets().get('key-2');
    expect(await lock.remove(text(`${RIGHT} too`), NAMES)).toEqual(['key-2']);
    expect(await lock.state()).toEqual({ stage: 'none', locked: false });
    expect(plainIn(memory)).toEqual(others);
    expect(memory.names()).toEqual(NAMES);
    expect(memory.secrets().get('key-2')?.subarray(8)).toEqual(before?.subarray(8));
    for (const each of [vault, over(memory).vault]) {
      expect(await outcomeOf(each.get('key-2'))).toBe('VAULT_SECRET_DAMAGED');
    }
  });

  it('stays damaged under another passphrase, until it is written anew', async () => {
    const memory = await damaged();
    await over(memory).lock.remove(text(RIGHT), NAMES);
    const { lock, vault } = over(memory);
    expect(await lock.set(text(RIGHT), NAMES)).toEqual(['key-2']);
    expect(await outcomeOf(vault.get('key-2'))).toBe('VAULT_SECRET_DAMAGED');
    await vault.put('key-2', Buffer.from(`${KEY.toString()} key-2`));
    expect(await readable(vault)).toEqual(allAsItWas);
    expect(await lock.remove(text(RIGHT), NAMES)).toEqual([]);
    expect(plainIn(memory)).toEqual(NAMES);
  });

  it('is named when the keychain itself says so, and when what was broken off goes on', async () => {
    const memory = await damaged();
    const broken: SecretVault = {
      ...memory,
      get: async (name) => {
        if (name === 'credential-1') {
          throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
        }
        return memory.get(name);
      },
    };
    const stopping: SecretVault = {
      ...broken,
      remove: () => Promise.reject(new CustodianError('VAULT_TIMEOUT', { seconds: 1 })),
    };
    const { lock } = over(memory);
    await lock.unlock(text(RIGHT));
    const dying = over({
      ...stopping,
      remove: async (name) => (name === 'vault-lock' ? stopping.remove(name) : memory.remove(name)),
    });
    expect(await outcomeOf(dying.lock.remove(text(RIGHT), NAMES))).toBe('VAULT_TIMEOUT');
    const next = over(broken);
    await next.lock.unlock(text(RIGHT));
    expect(await next.lock.resume(NAMES)).toEqual(['key-2', 'credential-1']);
    expect(await next.lock.state()).toMatchObject({ stage: 'none' });
  });
});

describe('a program that dies', () => {
  const ACTS = {
    set: (lock: ReturnType<typeof over>['lock']) => lock.set(text(RIGHT), NAMES),
    change: (lock: ReturnType<typeof over>['lock']) =>
      lock.change(text(RIGHT), text('another long passphrase'), () => undefined),
    remove: (lock: ReturnType<typeof over>['lock']) => lock.remove(text(RIGHT), NAMES),
  };

  it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('at any write of “%s” loses nothing', async (act) => {
    for (let place = 1; ; place += 1) {
      const memory = await filled();
      if (act !== 'set') {
        await over(memory).lock.set(text(RIGHT), NAMES);
      }
      const { dying, died } = dyingAt(memory, place);
      void ACTS[act](over(dying).lock).then(died.never);
      if (!(await died.atLast)) {
        expect(place).toBeGreaterThan(3);
        return;
      }
      const next = over(memory);
      const { locked } = await next.lock.state();
      if (locked) {
        const opens = await outcomeOf(next.lock.unlock(text(RIGHT)));
        if (opens !== 'done') {
          await next.lock.unlock(text('another long passphrase'));
        }
        await next.lock.resume(NAMES);
      }
      expect(await readable(next.vault)).toEqual(allAsItWas);
      const { stage } = await next.lock.state();
      expect(plainIn(memory)).toEqual(stage === 'none' ? NAMES : []);
    }
  });
});

/** A vault that never answers from its write of this number on, before which or after which it died. */
function dyingAt(memory: SecretVault, place: number) {
  let writes = 0;
  let end = (_died: boolean): void => undefined;
  const atLast = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  const write =
    <A extends unknown[]>(done: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      writes += 1;
      // An odd place is before a write, an even one after it.
      if (writes * 2 - 1 === place) {
        end(true);
        return new Promise(() => undefined);
      }
      await done(...args);
      if (writes * 2 === place) {
        end(true);
        return new Promise(() => undefined);
      }
    };
  const dying: SecretVault = { ...memory, put: write(memory.put), remove: write(memory.remove) };
  return { dying, died: { atLast, never: () => end(false) } };
}
