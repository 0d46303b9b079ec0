// Everything that an officer can do, as one object that the window and the command line share. Acts that change something
// run one after the other, so none of them ever sees another half done.
import { CHAIN_START } from '../../shared/domain/audit/chain.ts';
import type { AppStatus } from '../../shared/acts/app.ts';
import type { Ports } from '../ports/ports.ts';
import { acceptanceActs } from './audit/acceptance.ts';
import { auditActs } from './audit/audit.ts';
import { sealAudit } from './audit/sealing.ts';
import { createStateGate } from './audit/state-gate.ts';
import { actingPorts, lookingPorts } from './audit/vouched-ports.ts';
import type { Room } from './bound.ts';
import { consumerExportActs } from './consumers/consumer-export.ts';
import { consumerActs } from './consumers/consumers.ts';
import { needsSettling, reconcile } from './custody/reconcile.ts';
import { doctorActs } from './doctor/doctor.ts';
import { clockActs, clockDifference } from './doctor/trusted-time.ts';
import { exportAllActs } from './exports/export-all.ts';
import { exportActs } from './exports/exports.ts';
import { handOverActs } from './exports/hand-over.ts';
import { inspectActs } from './exports/inspect.ts';
import { certificateActs } from './keys/certificates.ts';
import { importActs } from './keys/import.ts';
import { ringTurnActs } from './keys/keys.ts';
import { retireActs } from './keys/retire.ts';
import { ringActs } from './keys/rings.ts';
import { signActs } from './keys/sign.ts';
import { tokenActs } from './keys/token-bench.ts';
import { networkActs } from './network/network.ts';
import { bundleActs } from './offline/bundles.ts';
import { courierActs } from './offline/courier.ts';
import { receiptActs } from './offline/receipts.ts';
import { forecastActs } from './plans/forecasts.ts';
import { guidedActs } from './plans/plans.ts';
import { policyActs } from './plans/policies.ts';
import { driftActs } from './publishing/drift.ts';
import { evidenceActs } from './publishing/evidence.ts';
import { outboxActs } from './publishing/outbox.ts';
import { proofActs } from './publishing/prove.ts';
import { publishActs } from './publishing/publish.ts';
import { publishedActs } from './publishing/published.ts';
import { createQueue, type Turn } from './queue.ts';
import { type CallsIn, callsIn, openTable, type Opened } from './table.ts';
import { credentialActs } from './tenants/credentials.ts';
import { ownExportActs } from './tenants/export-own-keys.ts';
import { ownKeyActs } from './tenants/own-keys.ts';
import { sandboxActs } from './tenants/sandbox.ts';
import { tenantActs } from './tenants/tenants.ts';

/** Each use case, bound to its act where it is one. */
const USE_CASES = {
  ...tenantActs,
  ...policyActs,
  ...ringActs,
  ...ringTurnActs,
  ...retireActs,
  ...certificateActs,
  ...importActs,
  ...signActs,
  ...tokenActs,
  ...forecastActs,
  ...guidedActs,
  ...consumerActs,
  ...consumerExportActs,
  ...exportActs,
  ...exportAllActs,
  ...handOverActs,
  ...inspectActs,
  ...publishActs,
  ...publishedActs,
  ...proofActs,
  ...driftActs,
  ...evidenceActs,
  ...outboxActs,
  ...bundleActs,
  ...courierActs,
  ...receiptActs,
  ...ownKeyActs,
  ...ownExportActs,
  ...sandboxActs,
  ...auditActs,
  ...acceptanceActs,
  ...clockActs,
  ...doctorActs,
  credentials: credentialActs,
  network: networkActs,
};

export type UseCaseCalls = CallsIn<typeof USE_CASES>;

/** The channels that are bound above. */
export type UseCaseChannel = keyof UseCaseCalls;

/** The acts of a custodian by their channels. */
export const callsOf = (custodian: Custodian): UseCaseCalls => callsIn(USE_CASES, custodian);

export interface Custodian extends Opened<typeof USE_CASES> {
  /**
   * The same acts, each of which asks first, when its turn has come and nothing else can change any more, whether it is
   * still what somebody agreed to. What `check` throws refuses the act.
   */
  provided(check: () => void): Custodian;
  /** To be called once after opening, when the keychain is reachable: repairs what a crash left. */
  settle(): Promise<void>;
  status(): Promise<Pick<AppStatus, 'vault' | 'registry' | 'sandbox' | 'auditHead' | 'clock'>>;
  /** Looks at every record once more. To be called now and then while the window is open. Throws VAULT_*. */
  watchState(): Promise<void>;
  /** To be called once before closing: the keychain knows of everything that was changed. Never throws. */
  finish(): Promise<void>;
}

export function createCustodian(ports: Ports): Custodian {
  const gate = createStateGate(ports);
  const looking = lookingPorts(ports);
  const acting = actingPorts(ports, gate);
  const alone = createQueue();
  const beside: Turn = async (act) => {
    await gate.pass();
    try {
      return await act(acting);
    } finally {
      await sealAudit(acting).catch(() => undefined);
      await gate.settled();
    }
  };
  const actsIn = (room: Room): Custodian => ({
    ...openTable(USE_CASES, room),
    provided: (check) =>
      actsIn({ ...room, inTurn: checking(room.inTurn, check), beside: checking(room.beside, check) }),
    settle: async () => {
      if (needsSettling(looking)) {
        await room.inTurn(reconcile);
      }
    },
    status: async () => {
      const vault = await ports.vault.condition();
      if (vault.condition === 'available') {
        await alone(() => gate.problem(false)).catch(() => undefined);
      }
      return {
        vault,
        registry: gate.known(),
        sandbox: await ports.tenants.sandboxStatus(),
        clock: clockDifference(ports),
        auditHead: ports.registry.read((reader) => reader.auditHead()?.hash ?? CHAIN_START),
      };
    },
    watchState: () => alone(async () => void (await gate.problem(true))),
    finish: () => alone(() => gate.settled()),
  });
  return actsIn({ looking, acting, gate, alone, beside, inTurn: (act, signal) => alone(() => beside(act), signal) });
}

const checking =
  (turn: Turn, check: () => void): Turn =>
  (act, signal) =>
    turn(async (acting) => {
      check();
      return act(acting);
    }, signal);
