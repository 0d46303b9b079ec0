// A vault over another one that seals whatever it is given before the other one has it, and opens it again, for as long as the
// key is here. Without a passphrase it hands everything through as it is.
import { randomBytes } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import { type DerivationCost, LEAST_PASSPHRASE_BYTES, SEAL_COST } from '../../../shared/domain/vault/seal-state.ts';
import type { Clock } from '../../ports/clock.ts';
import { Secret } from '../../ports/secret.ts';
import type { Sealing, VaultLock } from '../../ports/vault-lock.ts';
import { requirePassphraseLength } from '../../reading/protection/passphrase.ts';
import type { SecretVault } from '../vault.ts';
import { KEY_BYTES } from './cipher.ts';
import { createGuessCount } from './guess-count.ts';
import {
  atStage,
  isOf,
  type LockEntry,
  newKeyId,
  readLockEntry,
  removeLockEntry,
  unwrap,
  wrap,
  writeLockEntry,
} from './lock-entry.ts';
import { sealAnew } from './seal-anew.ts';
import { isLeft, isSealed, openEntry, sealEntry, type Under } from './sealed-entry.ts';

interface Options {
  /** Under what the other vault keeps it: what is sealed opens nowhere else. */
  store: string;
  clock: Clock;
  cost?: DerivationCost;
  /** Asked once, when the key is needed first: somebody may hold it for a time. */
  heldKey?: () => Promise<Secret | null>;
  /** Has whoever holds it forget it. */
  endHeld?: () => Promise<unknown>;
}

interface SealedVault {
  vault: SecretVault;
  lock: VaultLock;
}

const LOCKED = { code: 'passphrase-needed' } as const;

function locked(): never {
  throw new CustodianError('VAULT_LOCKED', { detail: LOCKED });
}

export function sealedVault(
  inner: SecretVault,
  { store, clock, cost = SEAL_COST, heldKey, endHeld }: Options,
): SealedVault {
  const place = { vault: inner, store };
  const guesses = createGuessCount(inner, clock);
  /** `undefined` before the first look. Nobody else writes it while this registry is open. */
  let entry: LockEntry | null | undefined;
  let key: Secret | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** What was begun before the last of them brings no key back. */
  let locks = 0;

  /** Whoever cannot be reached ends by the clock. */
  const endHolding = async (): Promise<void> => void (await endHeld?.().catch(() => undefined));

  /** Nobody is asked for a key more than once, and nobody after a lock. */
  let asked = heldKey === undefined;

  async function look(): Promise<LockEntry | null> {
    const found = (entry ??= await readLockEntry(place));
    if (found !== null && key === null && !asked) {
      asked = true;
      const before = locks;
      using held = (await heldKey?.()) ?? null;
      if (held !== null && before === locks && isOf(held, found)) {
        take(held.use((bytes) => new Secret(Uint8Array.from(bytes))));
      }
    }
    return found;
  }

  /** After a look, and after whatever was waited for: a lock comes at any moment. `null` where nothing is sealed. Throws VAULT_LOCKED. */
  function opened(): Under | null {
    if (entry === undefined || entry === null) {
      return null;
    }
    return { entry, key: key ?? locked() };
  }

  /** One after the other: what is being sealed or opened anew is not written by somebody else in between. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  }

  const vault: SecretVault = {
    async condition() {
      const found = await inner.condition();
      if (found.condition !== 'available') {
        return found;
      }
      const isLocked = await look().then(
        (there) => there !== null && key === null,
        () => true,
      );
      return isLocked ? { condition: 'locked', detail: LOCKED } : found;
    },
    put: (name, secret) =>
      inTurn(async () => {
        await look();
        const under = opened();
        await inner.put(
          name,
          under === null || under.entry.stage === 'opening' ? secret : sealEntry(store, name, secret, under),
        );
      }),
    get: (name) =>
      inTurn(async () => {
        await look();
        opened();
        const found = await inner.get(name);
        if (isSealed(found)) {
          const under = opened();
          if (under === null) {
            throw new CustodianError('VAULT_SEAL_GONE', {});
          }
          return openEntry(store, name, found, under) ?? damaged(name);
        }
        // SECURITY: where everything is sealed, what is not was put there by somebody else.
        if (entry?.stage === 'sealed' || isLeft(found)) {
          found.fill(0);
          damaged(name);
        }
        return found;
      }),
    remove: (name) =>
      inTurn(async () => {
        await look();
        opened();
        await inner.remove(name);
      }),
    tidy: (name) =>
      inTurn(async () => {
        await look();
        opened();
        return inner.tidy(name);
      }),
  };

  async function goOn(names: readonly string[], { told, recorded }: Sealing = {}): Promise<string[]> {
    await look();
    const there = opened()?.entry;
    const stage = there?.stage;
    if (there === undefined || stage === undefined || stage === 'sealed') {
      return [];
    }
    const under = (): Under => ({ entry: there, key: opened()?.key ?? locked() });
    const found = await sealAnew({ ...place, stage, under, inTurn }, names, told);
    const wanted = stage === 'sealing' ? atStage(under().key, there, 'sealed') : null;
    recorded?.(found);
    if (wanted !== null) {
      entry = await writeLockEntry(place, wanted);
    } else {
      await removeLockEntry(place);
      entry = null;
      forget();
      await endHolding();
    }
    return found;
  }

  function forget(): void {
    key?.[Symbol.dispose]();
    key = null;
  }

  async function guess(passphrase: Secret): Promise<Under> {
    const before = locks;
    const there = await look();
    if (there === null) {
      throw new CustodianError('VAULT_PASSPHRASE_NONE', {});
    }
    const found = await guesses.guarded(() => unwrap(place, there, passphrase));
    if (before !== locks) {
      found[Symbol.dispose]();
      locked();
    }
    return { entry: there, key: found };
  }

  function take(found: Secret): void {
    forget();
    key = found;
  }

  const lock: VaultLock = {
    async state() {
      const found = await look();
      return stateOf(found);
    },
    known: () => (entry === undefined ? null : stateOf(entry)),
    unlock: async (passphrase) => take((await guess(passphrase)).key),
    lock() {
      locks += 1;
      asked = true;
      forget();
      void endHolding();
    },
    async prove(passphrase) {
      const found = await guess(passphrase);
      found.key[Symbol.dispose]();
    },
    async set(passphrase, names, sealing) {
      requireGood(passphrase);
      if ((await look()) !== null) {
        throw new CustodianError('VAULT_PASSPHRASE_SET', {});
      }
      const made = new Secret(randomBytes(KEY_BYTES));
      const wanted = await wrap(place, made, { passphrase, cost, stage: 'sealing', keyId: newKeyId() });
      entry = await writeLockEntry(place, wanted);
      take(made);
      return goOn(names, sealing);
    },
    async change(from, to, recorded) {
      requireGood(to);
      const found = await guess(from);
      take(found.key);
      const { stage, keyId } = found.entry;
      const wanted = await wrap(place, found.key, { passphrase: to, cost, stage, keyId });
      recorded();
      entry = await writeLockEntry(place, wanted);
      // The key is the same: whoever was let in by the former passphrase is to give the new one.
      await endHolding();
    },
    async remove(passphrase, names, sealing) {
      const found = await guess(passphrase);
      take(found.key);
      entry = await writeLockEntry(place, atStage(found.key, found.entry, 'opening'));
      return goOn(names, sealing);
    },
    resume: goOn,
    copyOfKey: () => key?.use((bytes) => new Secret(Uint8Array.from(bytes))) ?? null,
  };

  const stateOf = (found: LockEntry | null) => ({
    stage: found?.stage ?? ('none' as const),
    locked: found !== null && key === null,
  });

  return { vault, lock };
}

function damaged(name: string): never {
  throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
}

function requireGood(passphrase: Secret): void {
  passphrase.use((bytes) => {
    requirePassphraseLength(bytes);
    if (bytes.length < LEAST_PASSPHRASE_BYTES) {
      const problem = { code: 'too-short', least: LEAST_PASSPHRASE_BYTES } as const;
      throw new CustodianError('INPUT_INVALID', { field: 'passphrase', problem });
    }
  });
}
