// Everything that an officer can do, as one object that the window and the command line share. Acts that change
// something run one after the other, so none of them ever sees another half done.
import type { AppStatus } from '../../shared/contract/app.ts';
import type { DoctorReport } from '../../shared/domain/doctor/report.ts';
import { CHAIN_START } from '../../shared/domain/audit/chain.ts';
import { sealAudit } from './audit/sealing.ts';
import { auditActs, type AuditActs } from './custodian/audit.ts';
import { exportActs, type ExportActs } from './custodian/exports.ts';
import { keyActs, type KeyActs } from './custodian/keys.ts';
import { offlineActs, type OfflineActs } from './custodian/offline.ts';
import { planActs, type PlanActs } from './custodian/plans.ts';
import type { ReportProgress } from './custodian/progress.ts';
import { publishingActs, type PublishingActs } from './custodian/publishing.ts';
import { sandboxActs, type SandboxActs } from './custodian/sandbox.ts';
import { tenantActs, type TenantActs } from './custodian/tenants.ts';
import { createQueue, type Turn, type Turns } from './custodian/turn.ts';
import type { Ports } from '../ports/ports.ts';
import { needsSettling, reconcile } from './custody/reconcile.ts';
import { createStateGate } from './audit/state-gate.ts';
import { type CredentialActs, credentialActs } from './tenants/credentials.ts';
import { examine } from './doctor/doctor.ts';
import { networkActs, type NetworkActs } from './network/network.ts';
import { clockDifference } from './doctor/trusted-time.ts';
import { actingPorts, lookingPorts } from './audit/vouched-ports.ts';

export interface Custodian
  extends TenantActs, KeyActs, PlanActs, ExportActs, PublishingActs, OfflineActs, SandboxActs, AuditActs {
  /**
   * The same acts, each of which asks first, when its turn has come and nothing else can change any more, whether it is
   * still what somebody agreed to. What `check` throws refuses the act.
   */
  provided(check: () => void): Custodian;
  /** To be called once after opening, when the keychain is reachable: repairs what a crash left. */
  settle(): Promise<void>;
  status(): Promise<Pick<AppStatus, 'vault' | 'registry' | 'sandbox' | 'auditHead' | 'clock'>>;
  credentials: CredentialActs;
  network: NetworkActs;
  /** Checks everything and repairs what loses nothing. */
  examine(progress: ReportProgress): Promise<DoctorReport>;
  /** Looks at every record once more. To be called now and then while the window is open. Throws VAULT_*. */
  watchState(): Promise<void>;
  /** To be called once before closing: the keychain knows of everything that was changed. Never throws. */
  finish(): Promise<void>;
}

export function createCustodian(ports: Ports): Custodian {
  const gate = createStateGate(ports);
  const looking = lookingPorts(ports);
  const acting = actingPorts(ports, gate);
  const queue = createQueue();
  const beside: Turn = async (act) => {
    await gate.pass();
    try {
      return await act(acting);
    } finally {
      await sealAudit(acting).catch(() => undefined);
      await gate.settled();
    }
  };
  const inTurn: Turn = (act, signal) => queue(() => beside(act), signal);
  const actsIn = (turns: Turns): Custodian => ({
    ...tenantActs(looking, turns),
    ...keyActs(looking, turns),
    ...planActs(looking, turns),
    ...exportActs(looking, turns),
    ...publishingActs(looking, turns),
    ...offlineActs(looking, turns),
    ...sandboxActs(looking),
    // These judge the registry as it is.
    ...auditActs(looking, acting, gate, queue, turns),
    credentials: credentialActs(looking, turns),
    network: networkActs(looking, turns),
    provided: (check) => actsIn({ inTurn: checking(turns.inTurn, check), beside: checking(turns.beside, check) }),
    settle: async () => {
      if (needsSettling(looking)) {
        await turns.inTurn(reconcile);
      }
    },
    status: async () => {
      const vault = await ports.keys.condition();
      if (vault.condition === 'available') {
        await queue(() => gate.problem(false)).catch(() => undefined);
      }
      return {
        vault,
        registry: gate.known(),
        sandbox: await ports.tenants.sandboxStatus(),
        clock: clockDifference(ports),
        auditHead: ports.registry.read((reader) => reader.auditHead()?.hash ?? CHAIN_START),
      };
    },
    examine: (progress) => queue(() => examine(looking, acting, gate, progress)),
    watchState: () => queue(async () => void (await gate.problem(true))),
    finish: () => queue(() => gate.settled()),
  });
  return actsIn({ inTurn, beside });
}

const checking =
  (turn: Turn, check: () => void): Turn =>
  (act, signal) =>
    turn(async (acting) => {
      check();
      return act(acting);
    }, signal);
