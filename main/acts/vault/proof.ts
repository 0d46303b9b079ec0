// That somebody showed a moment ago that it is them: asked for once more, where there is a vault passphrase, before what takes
// something away for good or leaves this machine. One that has not come from here counts for nothing.
import { CustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import { Secret } from '../../ports/secret.ts';
import { findTenant } from '../find.ts';

export interface Proof {
  /** In milliseconds since 1970. */
  readonly until: number;
}

/** Asked for one when it is needed; `null` when nobody gives one. */
export type Prove = () => Promise<Proof | null>;

/** As long as one yes to many pushes. */
const GOOD_FOR_MS = 60 * 60_000;

const made = new WeakSet<Proof>();

/** Overwrites the passphrase. Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES and VAULT_PASSPHRASE_NONE. */
export async function proofBy({ lock, clock }: Pick<Ports, 'lock' | 'clock'>, passphrase: Uint8Array): Promise<Proof> {
  using secret = new Secret(passphrase);
  await lock.prove(secret);
  return madeNow(clock);
}

/** `ask`: the system asks in its own way, and says whether it is them. */
export async function proofBySystem(
  { clock }: Pick<Ports, 'clock'>,
  ask: () => Promise<boolean>,
): Promise<Proof | null> {
  return (await ask()) ? madeNow(clock) : null;
}

function madeNow(clock: Ports['clock']): Proof {
  const proof: Proof = Object.freeze({ until: clock.now().getTime() + GOOD_FOR_MS });
  made.add(proof);
  return proof;
}

/** Where such an act takes one: what leaves this machine does everywhere. */
export type TakenAt = 'production' | 'everywhere';

/** Throws VAULT_PROOF_NEEDED, and what `prove` throws. */
export async function requireProof(
  { lock, registry, clock }: Pick<Ports, 'lock' | 'registry' | 'clock'>,
  { tenant, at }: { tenant: string | null; at: TakenAt },
  prove: Prove,
): Promise<void> {
  const { stage } = await lock.state();
  // What is about all tenants is about those in production.
  const spared =
    at === 'production' &&
    tenant !== null &&
    registry.read((reader) => findTenant(reader, tenant)).environment !== 'production';
  if (stage === 'none' || spared) {
    return;
  }
  const proof = await prove();
  const now = clock.now().getTime();
  // A clock that was set back makes none older.
  if (proof === null || !made.has(proof) || now > proof.until || now < proof.until - GOOD_FOR_MS) {
    throw new CustodianError('VAULT_PROOF_NEEDED', { tenant });
  }
}
