// The officer's way on after an alarm that cannot be repaired, such as a data folder put back from a backup: what is there
// now is sealed, signed and remembered. The act, its reason and what differs stay in the chain for ever.
import type { AuditProblem } from '../../../shared/domain/audit/entry.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { StateDifference } from '../../../shared/domain/audit/registry-state.ts';
import { stateProblem } from './anchor.ts';
import { chainProblemIn, readKeychainAnchor, type Sealing, signAnew } from './sealing.ts';
import type { StateGate } from './state-gate.ts';
import { piece } from '../bound.ts';
import type { Finding } from '../../../shared/domain/doctor/report.ts';
import { findingsNow } from '../doctor/doctor.ts';

/** So many are named in the entry; their number is told in any case. */
const NAMED = 100;

/** Answers what was accepted, `null` when there was nothing to accept. What is damaged cannot be: REGISTRY_DAMAGED. */
export async function acceptState(ports: Sealing, gate: StateGate, reason: string): Promise<AuditProblem | null> {
  const found = await gate.problem(true);
  if (isCustodianError(found, 'REGISTRY_DAMAGED')) {
    throw found;
  }
  const keychain = await readKeychainAnchor(ports);
  const problem = ports.registry.read((reader) => chainProblemIn(reader, keychain)) ?? stateProblem(found);
  if (problem === null) {
    return null;
  }
  const differences = [...ports.registry.state.differences()];
  const details = {
    reason,
    problem,
    remembered: keychain.remembered?.seq ?? null,
    ...(differences.length > 0 && {
      differing: differences.length,
      differences: differences.slice(0, NAMED).map(line),
    }),
  };
  await gate.accept({ action: 'audit.accepted', subject: 'audit chain', details });
  await signAnew(ports);
  await gate.settled();
  return problem;
}

/** Without what is not known. */
const line = (difference: StateDifference): Record<string, unknown> =>
  Object.fromEntries(Object.entries(difference).filter(([, value]) => value !== null));

/** What speaks against the registry as it is now; changes nothing. Empty when nothing does, or the keychain is closed. */
export const stateFindings = piece(
  ({ looking, gate, alone }) =>
    () =>
      alone(() => findingsNow(looking, gate)),
);

/**
 * Accepts what speaks against registry and chain and goes on from here; `null` when nothing does. `seen`: what the
 * officer was shown; CONFIRMATION_CHANGED when it is something else by now.
 */
export const acceptAudit = piece(
  ({ looking, acting, gate, alone }) =>
    (reason: string, seen?: readonly Finding[]) =>
      alone(async () => {
        if (seen !== undefined && JSON.stringify(await findingsNow(looking, gate)) !== JSON.stringify(seen)) {
          throw new CustodianError('CONFIRMATION_CHANGED', {});
        }
        return acceptState(acting, gate, reason);
      }),
);
