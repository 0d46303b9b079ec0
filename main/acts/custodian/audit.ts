// The audit chain: read, checked, signed, exported.
import type { ClockDifference, StatedClock } from '../../../shared/domain/timing/key-clocks.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { Finding } from '../../../shared/domain/doctor/report.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditEntry, AuditProblem, AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import type { AuditFile } from '../audit/file.ts';
import { acceptState } from '../audit/acceptance.ts';
import type { Ports } from '../../ports/ports.ts';
import { exportAudit, exportUnsigned, listAudit, recordAuditExport, verifyAudit } from '../audit/audit.ts';
import { stateFindings } from '../doctor/doctor.ts';
import { clockDifference, stateClock } from '../doctor/trusted-time.ts';
import type { StateGate } from '../audit/state-gate.ts';
import type { Queue, Turns } from './turn.ts';

export interface AuditActs {
  listAudit(args: ParsedArgsOf<'audit.list'>): AuditEntry[];
  verifyAudit(): Promise<AuditVerdict>;
  /** The chain as a file that proves itself; signed to its end when the keychain is open. */
  exportAudit(): Promise<AuditFile>;
  recordAuditExport(file: { fileName: string; sha256: string; entries: number; signed: boolean }): Promise<void>;
  /** What speaks against the registry as it is now; changes nothing. Empty when nothing does, or the keychain is closed. */
  stateFindings(): Promise<Finding[]>;
  /**
   * Accepts what speaks against registry and chain and goes on from here; `null` when nothing does. `seen`: what the
   * officer was shown; CONFIRMATION_CHANGED when it is something else by now.
   */
  acceptAudit(reason: string, seen?: readonly Finding[]): Promise<AuditProblem | null>;
  /** Says that the clock of this machine is right now, and goes on from here. */
  stateClock(args: { reason: string; server?: string | undefined }): Promise<StatedClock>;
  /** What the newest answer of a server says against this machine's clock. */
  clockDifference(): ClockDifference | null;
}

export function auditActs(
  ports: Ports,
  acting: Ports,
  gate: StateGate,
  alone: Queue,
  { inTurn, beside }: Turns,
): AuditActs {
  return {
    listAudit: (args) => listAudit(ports, args),
    verifyAudit: () => alone(() => verifyAudit(ports, gate)),
    // A closed keychain, or an altered registry, is no reason to keep the chain back; it goes out unsigned then.
    exportAudit: () => beside(exportAudit).catch((error: unknown) => exportUnsigned(ports, error)),
    recordAuditExport: async (file) => {
      // What proves nothing to others needs no entry, and a registry that cannot be changed could take none.
      if (file.signed) {
        await inTurn((sealed) => recordAuditExport(sealed, file));
      }
    },
    stateFindings: () => alone(() => stateFindings(ports, gate)),
    acceptAudit: (reason, seen) =>
      alone(async () => {
        if (seen !== undefined && JSON.stringify(await stateFindings(ports, gate)) !== JSON.stringify(seen)) {
          throw new CustodianError('CONFIRMATION_CHANGED', {});
        }
        return acceptState(acting, gate, reason);
      }),
    stateClock: (args) => inTurn((sealed) => stateClock(sealed, args)),
    clockDifference: () => clockDifference(ports),
  };
}
