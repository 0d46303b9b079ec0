// Everything that an officer can do, as one object that the window and the command line share. Acts that change something
// run one after the other, so none of them ever sees another half done.
import { CHAIN_START } from '../../shared/domain/audit/chain.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { AppStatus } from '../../shared/acts/app.ts';
import type { Ports } from '../ports/ports.ts';
import * as acceptance from './audit/acceptance.ts';
import * as audit from './audit/audit.ts';
import { sealAudit } from './audit/sealing.ts';
import { createStateGate } from './audit/state-gate.ts';
import { actingPorts, lookingPorts } from './audit/vouched-ports.ts';
import * as backupStatus from './backup/status.ts';
import * as createBackup from './backup/create.ts';
import * as drillBackup from './backup/drill.ts';
import * as previewRestore from './backup/preview.ts';
import * as restoreBackup from './backup/restore.ts';
import * as shares from './backup/shares.ts';
import type { Room, UseCaseChannel } from './bound.ts';
import * as ceremony from './ceremony/ceremony.ts';
import * as ceremonyPapers from './ceremony/papers.ts';
import * as findCeremony from './ceremony/find.ts';
import * as consumerExport from './consumers/consumer-export.ts';
import * as consumers from './consumers/consumers.ts';
import * as findText from './custody/find-text.ts';
import { needsSettling, reconcile } from './custody/reconcile.ts';
import * as doctor from './doctor/doctor.ts';
import * as trustedTime from './doctor/trusted-time.ts';
import * as convert from './exports/convert.ts';
import * as exportAll from './exports/export-all.ts';
import * as exports from './exports/exports.ts';
import * as copies from './exports/copies.ts';
import * as answers from './four-eyes/answers.ts';
import * as officers from './four-eyes/officers.ts';
import * as requests from './four-eyes/requests.ts';
import * as handOver from './exports/hand-over.ts';
import * as inspect from './exports/inspect.ts';
import * as certificates from './keys/certificates.ts';
import * as imports from './keys/import.ts';
import * as importMany from './keys/import-many.ts';
import * as keys from './keys/keys.ts';
import * as retire from './keys/retire.ts';
import * as rings from './keys/rings.ts';
import * as sign from './keys/sign.ts';
import * as tokenBench from './keys/token-bench.ts';
import * as network from './network/network.ts';
import * as bundles from './offline/bundles.ts';
import * as courier from './offline/courier.ts';
import * as receipts from './offline/receipts.ts';
import * as evidenceReport from './evidence/report.ts';
import * as forecasts from './plans/forecasts.ts';
import * as plans from './plans/plans.ts';
import * as policies from './plans/policies.ts';
import * as drift from './publishing/drift.ts';
import * as driftOutside from './publishing/drift-outside.ts';
import * as evidence from './publishing/evidence.ts';
import * as outbox from './publishing/outbox.ts';
import * as prove from './publishing/prove.ts';
import * as publish from './publishing/publish.ts';
import * as published from './publishing/published.ts';
import { createQueue, type QueuedRun } from './queue.ts';
import { type Calls, callsIn, openTable, type Opened } from './table.ts';
import * as changeTenant from './tenants/change-tenant.ts';
import * as credentials from './tenants/credentials.ts';
import * as exportOwnKeys from './tenants/export-own-keys.ts';
import * as ownKeys from './tenants/own-keys.ts';
import * as sandbox from './tenants/sandbox.ts';
import * as tenants from './tenants/tenants.ts';
import * as releases from './updates/releases.ts';
import * as passphrase from './vault/passphrase.ts';
import type { Prove } from './vault/proof.ts';

/** Each use case, bound to its act where it is one. */
const USE_CASES = {
  ...tenants,
  ...changeTenant,
  ...policies,
  ...rings,
  ...keys,
  ...retire,
  ...certificates,
  ...imports,
  ...importMany,
  ...sign,
  ...tokenBench,
  ...forecasts,
  ...plans,
  ...consumers,
  ...consumerExport,
  ...exports,
  ...exportAll,
  ...handOver,
  ...copies,
  ...inspect,
  ...convert,
  ...findText,
  ...publish,
  ...published,
  ...prove,
  ...drift,
  ...driftOutside,
  ...evidence,
  ...evidenceReport,
  ...outbox,
  ...bundles,
  ...courier,
  ...receipts,
  ...ownKeys,
  ...exportOwnKeys,
  ...sandbox,
  ...audit,
  ...acceptance,
  ...createBackup,
  ...drillBackup,
  ...previewRestore,
  ...restoreBackup,
  ...shares,
  ...backupStatus,
  ...trustedTime,
  ...doctor,
  ...officers,
  ...requests,
  ...answers,
  ...releases,
  ...ceremony,
  ...findCeremony,
  ...ceremonyPapers,
};

/** By their channels; the compiler asks for one that is defined and not bound. */
export const callsOf = (custodian: Custodian): Calls<UseCaseChannel> => ({
  ...callsIn(USE_CASES, custodian),
  ...callsIn(credentials, custodian.credentials),
  ...callsIn(network, custodian.network),
});

export interface Custodian extends Opened<typeof USE_CASES> {
  credentials: Opened<typeof credentials>;
  network: Opened<typeof network>;
  vault: Opened<typeof passphrase>;
  /**
   * The same acts, each of which asks first, when its turn has come and nothing else can change any more, whether it is
   * still what somebody agreed to. What `check` throws refuses the act. `prove`: who is there shows that it is them.
   */
  provided(check: () => void, prove?: Prove): Custodian;
  /** The same acts, each of which is only asked for: it changes nothing and throws APPROVAL_NEEDED. */
  asking(): Custodian;
  /** To be called once after opening, when the keychain is reachable: repairs what a crash left. */
  settle(): Promise<void>;
  status(): Promise<Pick<AppStatus, 'vault' | 'seal' | 'registry' | 'sandbox' | 'auditHead' | 'clock'>>;
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
  let running = 0;
  let locked = false;
  const forgetIfIdle = (): void => {
    if (locked && running === 0) {
      locked = false;
      gate.forget();
    }
  };
  const forget = (): void => {
    locked = true;
    forgetIfIdle();
  };
  const beside: QueuedRun = async (act) => {
    running += 1;
    try {
      await gate.pass();
      try {
        return await act(acting);
      } finally {
        await sealAudit(acting).catch(() => undefined);
        await gate.settled();
      }
    } finally {
      running -= 1;
      forgetIfIdle();
    }
  };
  const actsIn = (room: Room): Custodian => ({
    ...openTable(USE_CASES, room),
    credentials: openTable(credentials, room),
    network: openTable(network, room),
    vault: openTable(passphrase, room),
    provided: (check, by = room.prove) =>
      actsIn({ ...room, prove: by, queued: checking(room.queued, check), beside: checking(room.beside, check) }),
    asking: () => actsIn({ ...room, queued: noTurn, approvals: { brought: [], onlyAsking: true } }),
    settle: async () => {
      if (needsSettling(looking)) {
        await room.queued(reconcile);
      }
    },
    status: async () => {
      const vault = await ports.keys.condition();
      if (vault.condition === 'available') {
        await alone(() => gate.problem(false)).catch(() => undefined);
      }
      return {
        vault,
        seal: ports.lock.known() ?? { stage: 'none', locked: false },
        registry: gate.known(),
        sandbox: await ports.tenants.sandboxStatus(),
        clock: trustedTime.clockDifference(ports),
        auditHead: ports.registry.read((reader) => reader.auditHead()?.hash ?? CHAIN_START),
      };
    },
    watchState: () => alone(async () => void (await gate.problem(true))),
    finish: () => alone(() => gate.settled()),
  });
  return actsIn({
    looking,
    acting,
    gate,
    alone,
    beside,
    forget,
    prove: () => Promise.resolve(null),
    queued: (act, signal) => alone(() => beside(act), signal),
    approvals: { brought: [], onlyAsking: false },
    places: new Map(),
  });
}

/** Where acts are only asked for, what nobody can ask for is not done either. */
const noTurn: QueuedRun = () => Promise.reject(new CustodianError('APPROVAL_NOT_FOR', { act: 'this' }));

const checking =
  (turn: QueuedRun, check: () => void): QueuedRun =>
  (act, signal) =>
    turn(async (acting) => {
      check();
      return act(acting);
    }, signal);
