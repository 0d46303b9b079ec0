// The one way into an act: nothing is changed, published, signed or handed out unless the registry is the one that was
// sealed last, here and with this keychain (docs/adr/0024). Whatever else it is told, it changes nothing of a registry that
// something speaks against; an officer may accept one, which is recorded.
import type { KeychainDetail } from '../../../shared/problems/keychain.ts';
import { CustodianError, isCustodianError, toWireError } from '../../../shared/errors.ts';
import type { VaultCondition } from '../../../shared/app-info.ts';
import type { AlteredPart } from '../../../shared/domain/audit/registry-state.ts';
import type { RegistryCondition } from '../../../shared/domain/audit/registry-condition.ts';
import type { KeychainAnchor } from './anchor.ts';
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { auditBatches, hashAt } from '../../ports/audit-entries.ts';
import { type Remembered, rememberedMark, rememberMark } from './memory.ts';
import { chainProblemIn, readKeychainAnchor } from './sealing.ts';
import type { Ports } from '../../ports/ports.ts';
import type { AuditAct } from '../../../shared/domain/audit/entry.ts';
import { Secret } from '../../ports/secret.ts';
import { wholeOrNone } from './whole-or-none.ts';
import { STATE_KEY } from '../../ports/secret-name.ts';

type Gated = Pick<Ports, 'registry' | 'keys' | 'secrets' | 'random'>;

export interface StateGate {
  /** Before an act. Throws VAULT_* when the keychain cannot be asked, REGISTRY_* when something speaks against the registry. */
  pass(): Promise<void>;
  /** What speaks against the registry, in short or `thorough`; changes nothing. Throws VAULT_*. */
  problem(thorough: boolean): Promise<CustodianError | null>;
  /** What was found last, without asking. */
  known(): RegistryCondition;
  /** Lets the keychain know of what was just changed; meanwhile the act goes on. */
  note(): void;
  /** After an act: the keychain knows of all of it. */
  settled(): Promise<void>;
  /** Overwrites the key of the seal; the next act asks the keychain for it. */
  forget(): void;
  /** Seals what is there now and goes on from it. */
  accept(act: AuditAct): Promise<void>;
}

/** Up to this size everything is read before the first act of a process, in some 40 ms; above it, what the act reads. */
const SMALL_BYTES = 2 * 1024 * 1024;

const KEY_BYTES = 32;

export function createStateGate(ports: Gated): StateGate {
  const { registry, secrets } = ports;
  const { state } = registry;
  /** For as long as this is open. */
  let key: Secret | null = null;
  let looked = false;
  /** A newer version of this program opened what an older one had sealed. */
  let upgraded = false;
  let known: RegistryCondition = { checked: false, problem: null };
  let rememberedNumber = 0;
  /** Nothing spoke against the registry. Before that, what it says of itself is no news for the keychain. */
  let passed = false;
  let remembering: Promise<void> | null = null;

  /** Throws when the keychain is not open. The first question of a registry leaves its canary there. */
  async function openKey(): Promise<Secret | null> {
    if (key === null) {
      const { condition, detail } = await secrets.condition();
      if (condition !== 'available') {
        // A keychain that is silent is not one that is locked, and asking once more says so at once.
        const why: unknown = await secrets.find(STATE_KEY).catch((error: unknown) => error);
        throw isCustodianError(why, 'VAULT_TIMEOUT') ? why : vaultRefusal(condition, detail);
      }
      key = await wholeOrNone(secrets.find(STATE_KEY));
      key?.use(state.use);
    }
    return key;
  }

  async function judge(thorough: boolean): Promise<CustodianError | null> {
    const held = await openKey();
    const memory = await rememberedMark(secrets);
    rememberedNumber = memory?.number ?? 0;
    const keychain = state.mark() === null ? await readKeychainAnchor(ports) : null;
    if (key !== held) {
      // Locked in the meantime, or sealed first: nothing is judged without the key, and whoever asks anew is told.
      return judge(thorough);
    }
    const problem = judgeSeal(held, memory, keychain) ?? lookOver(thorough || (!looked && state.size() <= SMALL_BYTES));
    known = { checked: true, problem: problem === null ? null : toWireError(problem) };
    return problem;
  }

  function judgeSeal(
    held: Secret | null,
    memory: Remembered | null,
    keychain: KeychainAnchor | null,
  ): CustodianError | null {
    const mark = state.mark();
    const older = memory === null ? null : olderThan(memory);
    if (mark === null) {
      return (memory?.number ?? null) === null && mayBeSealed(memory, keychain) ? null : (older ?? altered('seal'));
    }
    const flaw = held === null ? 'seal' : state.flaw();
    upgraded = flaw === 'schema' && state.isProvenUpgrade();
    if (flaw !== null && !upgraded) {
      return altered(flaw);
    }
    return memory !== null && mark.number < (memory.number ?? 0) ? tooOld(memory) : older;
  }

  const tooOld = ({ seq }: Remembered): CustodianError =>
    new CustodianError('REGISTRY_OLDER', { entries: entriesNow(), remembered: seq });

  const entriesNow = (): number => registry.read((reader) => reader.auditHead()?.seq ?? 0);

  function olderThan(memory: Remembered): CustodianError | null {
    const there = registry.read((reader) => hashAt(reader, memory.seq));
    return memory.seq > 0 && there !== memory.hash ? tooOld(memory) : null;
  }

  /** A registry that an earlier version made: its chain is whole, and the keychain knows it, or it holds no key yet. */
  function mayBeSealed(memory: Remembered | null, keychain: KeychainAnchor | null): boolean {
    return registry.read(
      (reader) =>
        verifyChain(auditBatches(reader)).ok &&
        chainProblemIn(reader, keychain) === null &&
        (memory !== null || reader.keyNames().length === 0),
    );
  }

  function lookOver(everything: boolean): CustodianError | null {
    if (!everything || upgraded || state.mark() === null) {
      return null;
    }
    const [difference] = state.differences();
    if (difference !== undefined) {
      return altered(difference.part, difference.tenant);
    }
    const [detail] = registry.damage();
    looked = detail === undefined;
    return detail === undefined ? null : new CustodianError('REGISTRY_DAMAGED', { detail });
  }

  async function remember(): Promise<void> {
    for (let mark = state.mark(); mark !== null && mark.number > rememberedNumber; mark = state.mark()) {
      await rememberMark(secrets, mark);
      rememberedNumber = mark.number;
    }
  }

  const start = (): Promise<void> => {
    if (!passed) {
      return Promise.resolve();
    }
    remembering ??= remember().finally(() => {
      remembering = null;
    });
    return remembering;
  };

  async function makeKey(): Promise<void> {
    using made = new Secret(ports.random.bytes(KEY_BYTES));
    await secrets.put(STATE_KEY, made);
    const stored = await secrets.find(STATE_KEY);
    if (stored?.equals(made) !== true) {
      throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: 'the key of the seal' });
    }
    key = stored;
    stored.use(state.use);
  }

  return {
    async pass() {
      const problem = await judge(false);
      passed = problem === null;
      if (problem !== null) {
        throw problem;
      }
      if (key === null) {
        await makeKey();
      }
      if (upgraded) {
        state.sealAnew({ action: 'registry.upgraded', subject: 'registry', details: {} }, 0);
        upgraded = false;
      }
      // An empty registry is sealed with its first change.
      if (state.mark() === null && entriesNow() > 0) {
        const details = { entries: entriesNow() };
        state.sealAnew({ action: 'registry.sealed', subject: 'registry', details }, 0);
      }
    },
    problem: judge,
    known: () => known,
    note: () => void start().catch(() => undefined),
    // What cannot be told now (a keychain that was just locked) is told after the next act; the seal vouches until then.
    settled: () => start().catch(() => undefined),
    forget() {
      state.use(null);
      key?.[Symbol.dispose]();
      key = null;
    },
    async accept(act) {
      await openKey();
      const memory = await rememberedMark(secrets);
      if (key === null) {
        await makeKey();
      }
      state.sealAnew(act, memory?.number ?? 0);
      rememberedNumber = 0;
      passed = true;
      await start();
      known = { checked: true, problem: null };
    },
  };
}

const altered = (what: AlteredPart, tenant: string | null = null): CustodianError =>
  new CustodianError('REGISTRY_ALTERED', { what, tenant });

function vaultRefusal(condition: Exclude<VaultCondition, 'available'>, detail: KeychainDetail): CustodianError {
  // Most keychains that do not answer wait behind a prompt.
  const codes = {
    locked: 'VAULT_LOCKED',
    silent: 'VAULT_LOCKED',
    unavailable: 'VAULT_UNAVAILABLE',
    foreign: 'VAULT_FOREIGN',
  } as const;
  return new CustodianError(codes[condition], { detail });
}
