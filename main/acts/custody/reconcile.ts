// Brings keychain and registry together again after a crash, from facts alone. The cheap part runs at every start and
// touches the keychain only when there is a note to settle or a private key to erase; doctor/doctor.ts adds the
// thorough one.
import type { Ports } from '../../ports/ports.ts';
import { type Settled, settleIntents } from './settle-intents.ts';
import type { Stores } from './custody.ts';
import { eraseDueKeys } from '../keys/retire.ts';

/** Whether there is anything to do: a start with nothing left over asks no keychain. */
export function needsSettling({ registry, clock }: Pick<Ports, 'registry' | 'clock'>): boolean {
  const at = clock.now().toISOString();
  return registry.read((reader) => reader.intents().length > 0 || reader.keysToErase(at).length > 0);
}

/**
 * Settles the notes of acts that were cut off, then erases the private keys whose day has come. Throws VAULT_* when
 * the keychain cannot be asked (the notes stay), CLOCK_SET_BACK when no date can be trusted.
 */
export async function reconcile(ports: Stores): Promise<Settled[]> {
  const settled = await settleIntents(ports);
  await eraseDueKeys(ports);
  return settled;
}
