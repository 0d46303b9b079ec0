// The audit chain: read, checked, signed, exported.
import type { ClockDifference, StatedClock } from '../../../shared/clocks.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { AuditEntry, AuditProblem, AuditVerdict } from '../../../shared/model/audit.ts';
import type { AuditFile } from '../audit-file.ts';
import { acceptState } from '../acceptance.ts';
import { sealAudit } from '../audit-sealing.ts';
import type { Ports } from '../ports.ts';
import { exportAudit, listAudit, recordAuditExport, verifyAudit } from '../use-cases/audit.ts';
import { clockDifference, stateClock } from '../use-cases/trusted-time.ts';
import type { StateGate } from '../state-gate.ts';
import type { Queue, Turns } from './turn.ts';

export interface AuditActs {
  listAudit(args: ParsedArgsOf<'audit.list'>): AuditEntry[];
  verifyAudit(): Promise<AuditVerdict>;
  /** The chain as a file that proves itself; signed to its end when the keychain is open. */
  exportAudit(): Promise<AuditFile>;
  recordAuditExport(file: { fileName: string; sha256: string; entries: number; signed: boolean }): Promise<void>;
  /** Accepts what speaks against the chain and goes on from here; `null` when nothing does. */
  acceptAudit(reason: string): Promise<AuditProblem | null>;
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
    exportAudit: () =>
      beside(async (sealed) => {
        await sealAudit(sealed).catch(() => undefined);
        return exportAudit(sealed);
      }),
    recordAuditExport: (file) => inTurn((sealed) => recordAuditExport(sealed, file)),
    stateClock: (args) => inTurn((sealed) => stateClock(sealed, args)),
    clockDifference: () => clockDifference(ports),
    acceptAudit: (reason) => alone(() => acceptState(acting, gate, reason)),
  };
}
