// Everything that an officer can do, as one object that the window and the command line share. Acts that change
// something run one after the other, so none of them ever sees another half done.
import type { AppStatus } from '../../shared/contract/app.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import { CHAIN_START } from './audit-chain.ts';
import { sealAudit } from './audit-sealing.ts';
import { auditActs, type AuditActs } from './custodian/audit.ts';
import { exportActs, type ExportActs } from './custodian/exports.ts';
import { keyActs, type KeyActs } from './custodian/keys.ts';
import { offlineActs, type OfflineActs } from './custodian/offline.ts';
import { planActs, type PlanActs } from './custodian/plans.ts';
import type { ReportProgress } from './custodian/progress.ts';
import { publishingActs, type PublishingActs } from './custodian/publishing.ts';
import { sandboxActs, type SandboxActs } from './custodian/sandbox.ts';
import { tenantActs, type TenantActs } from './custodian/tenants.ts';
import { createQueue, type Turn } from './custodian/turn.ts';
import type { Ports } from './ports.ts';
import { reconcile } from './reconcile.ts';
import { type CredentialActs, credentialActs } from './use-cases/credentials.ts';
import { examine } from './use-cases/doctor.ts';
import { networkActs, type NetworkActs } from './use-cases/network.ts';
import { watchVault } from './watch-vault.ts';

export interface Custodian
  extends TenantActs, KeyActs, PlanActs, ExportActs, PublishingActs, OfflineActs, SandboxActs, AuditActs {
  /**
   * The same acts, each of which asks first, when its turn has come and nothing else can change any more, whether it is
   * still what somebody agreed to. What `check` throws refuses the act.
   */
  provided(check: () => void): Custodian;
  /** To be called once after opening, when the keychain is reachable: repairs what a crash left. */
  settle(): Promise<void>;
  status(): Promise<Pick<AppStatus, 'vault' | 'sandbox' | 'auditHead'>>;
  credentials: CredentialActs;
  network: NetworkActs;
  /** Checks everything and repairs what loses nothing. */
  examine(progress: ReportProgress): Promise<DoctorReport>;
  /** To be called once before closing: leaves the last signature when the keychain is open anyway. Never throws. */
  finish(): Promise<void>;
}

export function createCustodian(given: Ports): Custodian {
  const vault = watchVault(given.vault);
  const ports: Ports = { ...given, vault };
  const seal = async (closing: boolean): Promise<void> => {
    if (vault.seenOpen()) {
      await sealAudit(ports, { closing }).catch(() => undefined);
    }
  };
  const queue = createQueue();
  const inTurn: Turn = (act, signal) =>
    queue(async () => {
      try {
        return await act();
      } finally {
        await seal(false);
      }
    }, signal);
  const actsIn = (turn: Turn): Custodian => ({
    ...tenantActs(ports, turn),
    ...keyActs(ports, turn),
    ...planActs(ports, turn),
    ...exportActs(ports, turn),
    ...publishingActs(ports, turn),
    ...offlineActs(ports, turn),
    ...sandboxActs(ports),
    // These sign the chain themselves, or judge it as it is.
    ...auditActs(ports, queue),
    credentials: credentialActs(ports, turn),
    network: networkActs(ports, turn),
    provided: (check) =>
      actsIn((act, signal) =>
        turn(async () => {
          check();
          return act();
        }, signal),
      ),
    settle: () => turn(async () => void (await reconcile(ports))),
    status: async () => ({
      vault: await ports.vault.condition(),
      sandbox: await ports.tenants.sandboxStatus(),
      auditHead: ports.registry.read((reader) => reader.auditHead()?.hash ?? CHAIN_START),
    }),
    examine: (progress) => queue(() => examine(ports, progress)),
    finish: () => queue(() => seal(true)),
  });
  return actsIn(inTurn);
}
