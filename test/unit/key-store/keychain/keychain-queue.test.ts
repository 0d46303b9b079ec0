import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createKeytarVault } from '../../../../main/key-store/keychain/keytar-vault.ts';
import type { Timer } from '../../../../main/key-store/keychain/keychain-queue.ts';
import { createMemoryKeychain } from '../../../fakes/memory-keychain.ts';

/** A timer that rings when told to. */
function handTimer(): Timer & { ring(): void; running(): number } {
  const alarms = new Set<() => void>();
  return {
    now: () => 0,
    after(_ms, ring) {
      alarms.add(ring);
      return () => alarms.delete(ring);
    },
    ring: () => alarms.forEach((ring) => ring()),
    running: () => alarms.size,
  };
}

/** A keychain whose next call waits, as behind an unlock prompt, until `answer` is called. */
async function hangingSetup() {
  const keytar = createMemoryKeychain();
  const timer = handTimer();
  const vault = createKeytarVault({
    keytar,
    vaultId: 'a0f6c1de-0000-4000-8000-000000000001',
    canary: 'tweet',
    deadlineMs: 30_000,
    timer,
  });
  await vault.initialise();
  const prompt = new EventEmitter();
  const answered = once(prompt, 'answer');
  const hangAt = (nth: number) => {
    let calls = 0;
    return new Promise<void>((reached) => {
      keytar.before = async () => {
        calls += 1;
        if (calls === nth) {
          reached();
          await answered;
        }
      };
    });
  };
  return { keytar, timer, vault, hangAt, answer: () => prompt.emit('answer') };
}

const nextInQueue = () => new Promise((resolve) => setImmediate(resolve));

describe('queue', () => {
  it('gives up at the deadline, fails at once while the call hangs, and recovers when it settles', async () => {
    const { timer, vault, hangAt, answer, keytar } = await hangingSetup();
    await vault.put('key-1', Uint8Array.of(1));
    const reached = hangAt(1);
    const waiting = vault.get('key-1');
    await reached;
    timer.ring();
    await expect(waiting).rejects.toMatchObject({ code: 'VAULT_TIMEOUT', facts: { seconds: 30 } });

    let laterCalls = 0;
    keytar.before = () => {
      laterCalls += 1;
    };
    await expect(vault.get('key-1')).rejects.toMatchObject({ code: 'VAULT_TIMEOUT' });
    expect(await vault.condition()).toMatchObject({ condition: 'silent' });
    expect(laterCalls).toBe(0);

    answer();
    await nextInQueue();
    expect([...(await vault.get('key-1'))]).toEqual([1]);
    expect(timer.running()).toBe(0);
  });

  it('a write that hangs does not go on by itself after a late answer', async () => {
    const { timer, vault, hangAt, answer, keytar } = await hangingSetup();
    await vault.put('key-1', new Uint8Array(5_000).fill(1));
    // Call 1 reads the head, call 2 writes the first chunk of the new generation.
    const reached = hangAt(2);
    const waiting = vault.put('key-1', new Uint8Array(5_000).fill(2));
    await reached;
    timer.ring();
    await expect(waiting).rejects.toMatchObject({ code: 'VAULT_TIMEOUT' });
    const before = keytar.changes;
    answer();
    await nextInQueue();
    expect(keytar.changes).toBe(before + 1);
    expect((await vault.get('key-1'))[0]).toBe(1);
  });

  it('never lets two operations interleave, also after one has failed', async () => {
    const { vault, keytar } = await hangingSetup();
    await vault.put('key-1', new Uint8Array(5_000));
    await vault.put('key-2', new Uint8Array(5_000));
    const order: string[] = [];
    keytar.before = async (_call, account) => {
      order.push(/key-\d|never/.exec(account)?.[0] ?? 'canary');
      await nextInQueue();
    };
    await Promise.allSettled([vault.get('key-1'), vault.get('never'), vault.get('key-2'), vault.get('key-1')]);
    expect(order.join(' ')).toBe('key-1 key-1 key-1 never canary never key-2 key-2 key-2 key-1 key-1 key-1');
  });

  it('a deadline counts from the turn, not from the call', async () => {
    const { timer, vault, hangAt, answer } = await hangingSetup();
    await vault.put('key-1', Uint8Array.of(1));
    const reached = hangAt(1);
    const first = vault.get('key-1');
    const second = vault.get('key-1');
    await reached;
    expect(timer.running()).toBe(1);
    answer();
    await Promise.all([first, second]);
    expect(timer.running()).toBe(0);
  });
});

describe('a keychain that is stopped', () => {
  /** libsecret gives up after 25 seconds by itself, before our deadline rings. */
  function stoppedSetup() {
    const keytar = createMemoryKeychain();
    let now = 0;
    const timer: Timer = { now: () => now, after: () => () => undefined };
    const vault = createKeytarVault({
      keytar,
      vaultId: 'a0f6c1de-0000-4000-8000-000000000001',
      canary: 'tweet',
      timer,
    });
    keytar.before = async () => {
      now += 25_000;
      throw new Error('Timeout was reached');
    };
    return { keytar, vault, now: () => now, pass: (ms: number) => (now += ms) };
  }

  it('is waited for once, however many acts follow or wait their turn', async () => {
    const { vault, now } = stoppedSetup();
    await expect(vault.initialise()).rejects.toMatchObject({ code: 'VAULT_UNAVAILABLE' });
    expect(await vault.condition()).toEqual({
      condition: 'unavailable',
      detail: { code: 'service-silent' },
    });
    const others = [
      vault.get('key-1'),
      vault.put('key-2', Uint8Array.of(1)),
      vault.remove('key-3'),
      vault.tidy('key-4'),
    ];
    for (const { status } of await Promise.allSettled(others)) {
      expect(status).toBe('rejected');
    }
    expect(now()).toBe(25_000);
  });

  it('is asked again a little later', async () => {
    const { keytar, vault, pass } = stoppedSetup();
    await expect(vault.initialise()).rejects.toMatchObject({ code: 'VAULT_UNAVAILABLE' });
    keytar.before = () => undefined;
    pass(4999);
    await expect(vault.initialise()).rejects.toMatchObject({ code: 'VAULT_UNAVAILABLE' });
    pass(1);
    await vault.initialise();
    expect(await vault.condition()).toMatchObject({ condition: 'available' });
  });

  it('is not called at all when it is known not to answer, and is asked again a little later', async () => {
    const keytar = createMemoryKeychain();
    const looks: (number | null)[] = [3000, null];
    let now = 0;
    let calls = 0;
    keytar.before = () => {
      calls += 1;
    };
    const vault = createKeytarVault({
      keytar,
      vaultId: 'a0f6c1de-0000-4000-8000-000000000001',
      canary: 'tweet',
      timer: { now: () => now, after: () => () => undefined },
      silent: async () => looks.shift() ?? null,
    });
    const refusal = { code: 'VAULT_TIMEOUT', facts: { seconds: 3 } };
    await expect(vault.initialise()).rejects.toMatchObject(refusal);
    now = 4999;
    await expect(vault.initialise()).rejects.toMatchObject(refusal);
    expect({ calls, looks }).toEqual({ calls: 0, looks: [null] });
    now = 5000;
    await vault.initialise();
    expect(looks).toEqual([]);
  });
});
