// A vault over another one that seals whatever it is given before the other one has it, and opens it again, for as long as the
// key is here. Without a passphrase it hands everything through as it is.
import { randomBytes } from 'node:crypto';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import { type DerivationCost, LEAST_PASSPHRASE_BYTES, SEAL_COST } from '../../../shared/domain/vault/seal-state.ts';
import type { Clock } from '../../ports/clock.ts';
import { erasing, Secret } from '../../ports/secret.ts';
import { kindOfSecret } from '../../ports/secret-name.ts';
import type { ReportProgress } from '../../ports/stopping.ts';
import type { Sealing, VaultLock } from '../../ports/vault-lock.ts';
import { requirePassphraseLength } from '../../reading/protection/passphrase.ts';
import type { SecretVault } from '../vault.ts';
import { MAX_SECRET_BYTES } from '../keychain/codec.ts';
import { ADDED_BYTES, decrypt, encrypt, KEY_BYTES } from './cipher.ts';
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

interface Options {
  /** Under what the other vault keeps it: what is sealed opens nowhere else. */
  store: string;
  clock: Clock;
  cost?: DerivationCost;
  /** Asked once, when the key is needed first: somebody may hold it for a time. */
  heldKey?: () => Promise<Secret | null>;
}

interface SealedVault {
  vault: SecretVault;
  lock: VaultLock;
}

/** In front of what is sealed. No private key, and nothing else that is kept, begins so. */
const MARK = Buffer.from('kcseal1\0', 'latin1');

/** What a seal adds takes from the room of a secret. */
const MOST_SEALED_BYTES = MAX_SECRET_BYTES - MARK.length - ADDED_BYTES;

const LOCKED = { code: 'passphrase-needed' } as const;

export function sealedVault(inner: SecretVault, { store, clock, cost = SEAL_COST, heldKey }: Options): SealedVault {
  const place = { vault: inner, store };
  const guesses = createGuessCount(inner, clock);
  /** `undefined` before the first look. Nobody else writes it while this registry is open. */
  let entry: LockEntry | null | undefined;
  let key: Secret | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** What was begun before the last of them brings no key back. */
  let locks = 0;

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

  /** `null` where nothing is sealed. Throws VAULT_LOCKED. */
  async function opened(): Promise<{ entry: LockEntry; key: Secret } | null> {
    const found = await look();
    if (found !== null && key === null) {
      throw new CustodianError('VAULT_LOCKED', { detail: LOCKED });
    }
    return found === null || key === null ? null : { entry: found, key };
  }

  const bindsOf = (name: string, { keyId }: LockEntry): string[] => [
    'key-custodian sealed entry 1',
    store,
    keyId,
    kindOfSecret(name),
    name,
  ];

  function seal(name: string, secret: Uint8Array, under: { entry: LockEntry; key: Secret }): Uint8Array {
    if (secret.length > MOST_SEALED_BYTES) {
      throw new CustodianError('VAULT_TOO_LARGE', { bytes: secret.length });
    }
    return under.key.use((bytes) => Buffer.concat([MARK, encrypt(bytes, secret, bindsOf(name, under.entry))]));
  }

  function open(name: string, sealed: Uint8Array, under: { entry: LockEntry; key: Secret }): Uint8Array {
    const secret = under.key.use((bytes) => decrypt(bytes, sealed.subarray(MARK.length), bindsOf(name, under.entry)));
    if (secret === null) {
      throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
    }
    return secret;
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
        const under = await opened();
        await inner.put(name, under === null || under.entry.stage === 'opening' ? secret : seal(name, secret, under));
      }),
    get: (name) =>
      inTurn(async () => {
        const under = await opened();
        const found = await inner.get(name);
        if (isSealed(found)) {
          if (under === null) {
            throw new CustodianError('VAULT_SEAL_GONE', {});
          }
          return open(name, found, under);
        }
        // SECURITY: where everything is sealed, what is not was put there by somebody else.
        if (under?.entry.stage === 'sealed') {
          found.fill(0);
          throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
        }
        return found;
      }),
    remove: (name) =>
      inTurn(async () => {
        await opened();
        await inner.remove(name);
      }),
    tidy: (name) =>
      inTurn(async () => {
        await opened();
        return inner.tidy(name);
      }),
  };

  /** All that lies under these names, one after the other; each is the former or the new one, and either is read. */
  async function convert(
    names: readonly string[],
    anew: (name: string, found: Uint8Array) => Uint8Array,
    told: ReportProgress = () => undefined,
  ): Promise<void> {
    for (const [index, name] of names.entries()) {
      await inTurn(() => convertOne(name, (found) => anew(name, found)));
      told(index + 1, names.length, name);
    }
  }

  async function convertOne(name: string, anew: (found: Uint8Array) => Uint8Array): Promise<void> {
    using found = erasing(await inner.get(name).catch(nothingWhole));
    if (found === null) {
      return;
    }
    using wanted = erasing(anew(found));
    if (wanted === found) {
      // It was written just before the work was broken off, perhaps before what it replaced was swept away.
      await inner.tidy(name);
    } else {
      await inner.put(name, wanted);
      using stored = erasing(await inner.get(name));
      if (Buffer.compare(stored, wanted) !== 0) {
        throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
      }
    }
  }

  async function goOn(names: readonly string[], { told, recorded }: Sealing = {}): Promise<void> {
    const under = await opened();
    if (under?.entry.stage === 'sealing') {
      await convert(names, (name, found) => (isSealed(found) ? found : seal(name, found, under)), told);
      recorded?.();
      entry = await writeLockEntry(place, atStage(under.key, under.entry, 'sealed'));
    }
    if (under?.entry.stage === 'opening') {
      await convert(names, (name, found) => (isSealed(found) ? open(name, found, under) : found), told);
      recorded?.();
      await removeLockEntry(place);
      entry = null;
      forget();
    }
  }

  function forget(): void {
    key?.[Symbol.dispose]();
    key = null;
  }

  async function guess(passphrase: Secret): Promise<{ entry: LockEntry; key: Secret }> {
    const before = locks;
    const there = await look();
    if (there === null) {
      throw new CustodianError('VAULT_PASSPHRASE_NONE', {});
    }
    const found = await guesses.guarded(() => unwrap(place, there, passphrase));
    if (before !== locks) {
      found[Symbol.dispose]();
      throw new CustodianError('VAULT_LOCKED', { detail: LOCKED });
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
      await goOn(names, sealing);
    },
    async change(from, to, recorded) {
      requireGood(to);
      const found = await guess(from);
      take(found.key);
      const { stage, keyId } = found.entry;
      const wanted = await wrap(place, found.key, { passphrase: to, cost, stage, keyId });
      recorded();
      entry = await writeLockEntry(place, wanted);
    },
    async remove(passphrase, names, sealing) {
      const found = await guess(passphrase);
      take(found.key);
      entry = await writeLockEntry(place, atStage(found.key, found.entry, 'opening'));
      await goOn(names, sealing);
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

const isSealed = (bytes: Uint8Array): boolean => Buffer.compare(bytes.subarray(0, MARK.length), MARK) === 0;

/** What is not there, or not whole, stays as it is: whoever asks for it is told. */
function nothingWhole(error: unknown): null {
  if (isCustodianError(error, 'VAULT_SECRET_MISSING') || isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
    return null;
  }
  throw error;
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
