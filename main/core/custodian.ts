// Everything that an officer can do, as one object that the window and the command line share. Acts that change
// something run one after the other, so none of them ever sees another half done.
import type {
  AppStatus,
  FleetRing,
  ParsedArgsOf,
  PolicyPreview,
  PolicyView,
  PushOutcome,
  SignedJws,
  TenantSummary,
} from '../../shared/contract.ts';
import type {
  AuditEntry,
  AuditProblem,
  AuditVerdict,
  CertificateFacts,
  ExportedFile,
  KeyState,
  Proof,
  Publication,
  PublicationPreview,
  RingView,
  SandboxStatus,
  SavedExport,
  TenantView,
  TokenReading,
} from '../../shared/model.ts';
import type { ReissueArgs, ReplyArgs, RequestArgs } from '../../shared/certificates.ts';
import type {
  ConsumerAddArgs,
  ConsumerArgs,
  ConsumerConfirmArgs,
  ConsumerEditArgs,
  ConsumerExportArgs,
  ConsumerView,
} from '../../shared/consumers.ts';
import type { HandOver, HandOverArgs, HandOverListArgs } from '../../shared/hand-over.ts';
import type { Carried } from '../../shared/courier.ts';
import type { AcceptedReceipt, Outbox, OutboxEntry } from '../../shared/outbox.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import type { DriftReport } from '../../shared/drift.ts';
import type { EvidenceSummary } from '../../shared/evidence.ts';
import type { ForecastEvent } from '../../shared/forecast.ts';
import type { FoundFile } from '../../shared/inspection.ts';
import type { OwnExportArgs, OwnKeysChange, OwnKeysView } from '../../shared/own-keys.ts';
import type { PlanView } from '../../shared/plan.ts';
import type { PublishedKey, PublicWait } from '../../shared/publishing.ts';
import type { RehearsedTrouble } from '../../shared/trouble.ts';
import { CHAIN_START } from './audit-chain.ts';
import type { FormattedFile, Ports } from './ports.ts';
import { acceptAudit, sealAudit } from './audit-sealing.ts';
import type { AuditFile } from './audit-file.ts';
import { reconcile } from './reconcile.ts';
import { exportAudit, listAudit, recordAuditExport, verifyAudit } from './use-cases/audit.ts';
import { examine } from './use-cases/doctor.ts';
import { watchVault } from './watch-vault.ts';
import { acceptCertificate, reissueCertificate, requestCertificate } from './use-cases/certificates.ts';
import { type ConsumerFile, exportForConsumer, recordConsumerExport } from './use-cases/consumer-export.ts';
import { addConsumer, confirmConsumer, editConsumer, listConsumers, removeConsumer } from './use-cases/consumers.ts';
import { type BundleArgs, type BundleFiles, type MadeBundle, makeBundle, previewBundle } from './use-cases/bundles.ts';
import { carryBundle, type CourierOrder } from './use-cases/courier.ts';
import { dropFromOutbox, listOutbox, noteOutboxAttempt, queuePublication } from './use-cases/outbox.ts';
import { acceptReceipt, type ReceiptArgs } from './use-cases/receipts.ts';
import { type CredentialActs, credentialActs } from './use-cases/credentials.ts';
import { exportAll, type SaveExport } from './use-cases/export-all.ts';
import {
  handOver,
  handOverFileName,
  type HandOverProtection,
  listHandOvers,
  type SaveFile,
} from './use-cases/hand-over.ts';
import { exportFile, kidInState, recordExport } from './use-cases/exports.ts';
import { type FileSecrets, importKey, NO_SECRETS } from './use-cases/import.ts';
import { inspectFile, overwriteFile } from './use-cases/inspect.ts';
import { abortRotation, certificateOf, generateNext, rotateRing } from './use-cases/keys.ts';
import { dueCalendar, dueEvents } from './use-cases/forecasts.ts';
import { confirmConsumers, runPlan, showPlan } from './use-cases/plans.ts';
import { editTenant, listPolicies, previewPolicy, setPolicy } from './use-cases/policies.ts';
import { provePublication } from './use-cases/prove.ts';
import { previewPublication, pushPublication } from './use-cases/publish.ts';
import { publicationHistory, publishedKeys } from './use-cases/published.ts';
import { lookForDrift, lookOverFleet, recordDrift, watchedTenants } from './use-cases/drift.ts';
import { type EvidenceFile, evidenceFile, listEvidence } from './use-cases/evidence.ts';
import { waitUntilPublic } from './use-cases/wait-until-public.ts';
import { exportOwnKeys, type OwnKeyFile, recordOwnExport } from './use-cases/remote-export.ts';
import { listOwnKeys, revokeOwnKey, rotateOwnKeys } from './use-cases/remote-keys.ts';
import { destroyKey, keepKey, revokeKey, rotateAndRevoke } from './use-cases/retire.ts';
import { addRing, listRings } from './use-cases/rings.ts';
import { signToken } from './use-cases/sign.ts';
import { readToken } from './use-cases/token-bench.ts';
import { addTenant, listTenants, removeTenant, showTenant } from './use-cases/tenants.ts';

export type ReportProgress = (step: number, of: number, label: string) => void;

export interface Custodian {
  /** To be called once after opening, when the keychain is reachable: repairs what a crash left. */
  settle(): Promise<void>;
  status(): Promise<Omit<AppStatus, 'version' | 'runtime' | 'dataFolder'>>;
  listTenants(): TenantSummary[];
  showTenant(args: ParsedArgsOf<'tenant.show'>): TenantView;
  addTenant(args: ParsedArgsOf<'tenant.add'>): Promise<TenantView>;
  removeTenant(args: ParsedArgsOf<'tenant.remove'>): Promise<null>;
  addRing(args: ParsedArgsOf<'ring.add'>): Promise<RingView>;
  /** Every ring of every tenant, with the kids of its keys. */
  listRings(): FleetRing[];
  generateNext(args: ParsedArgsOf<'key.generate'>): Promise<RingView>;
  /** `file` and `secrets` are overwritten before this settles. */
  importKey(args: ParsedArgsOf<'key.import'>, file: Uint8Array, secrets?: FileSecrets): Promise<RingView>;
  /** Says what a file is and changes nothing. `file` and `secrets` are overwritten before this settles. */
  inspectFile(file: Uint8Array, secrets: FileSecrets): Promise<FoundFile>;
  rotateRing(args: ParsedArgsOf<'key.rotate'>): Promise<RingView>;
  revokeKey(args: ParsedArgsOf<'key.revoke'>): Promise<RingView>;
  abortRotation(args: ParsedArgsOf<'key.abortRotation'>): Promise<RingView>;
  rotateAndRevoke(args: ParsedArgsOf<'key.rotateAndRevoke'>): Promise<RingView>;
  destroyKey(args: ParsedArgsOf<'key.destroy'>): Promise<RingView>;
  keepKey(args: ParsedArgsOf<'key.keep'>): Promise<RingView>;
  certificateOf(args: ParsedArgsOf<'key.certificate'>): CertificateFacts;
  signToken(args: ParsedArgsOf<'token.sign'>): Promise<SignedJws>;
  readToken(args: ParsedArgsOf<'token.read'>): Promise<TokenReading>;
  editTenant(args: ParsedArgsOf<'tenant.edit'>): Promise<TenantView>;
  listPolicies(): PolicyView[];
  setPolicy(args: ParsedArgsOf<'policy.set'>): Promise<PolicyView>;
  previewPolicy(args: ParsedArgsOf<'policy.preview'>): PolicyPreview;
  showPlan(args: ParsedArgsOf<'plan.show'>): PlanView;
  runPlan(args: ParsedArgsOf<'plan.run'>, progress: ReportProgress): Promise<PlanView>;
  confirmConsumers(args: ParsedArgsOf<'plan.confirm'>): Promise<null>;
  /** In the order in which they were registered. */
  listConsumers(args: ParsedArgsOf<'consumer.list'>): ConsumerView[];
  addConsumer(args: ConsumerAddArgs): Promise<ConsumerView>;
  editConsumer(args: ConsumerEditArgs): Promise<ConsumerView>;
  removeConsumer(args: ConsumerArgs): Promise<null>;
  /** Answers with those for whom it was recorded. */
  confirmConsumer(args: ConsumerConfirmArgs): Promise<ConsumerView[]>;
  exportForConsumer(args: ConsumerExportArgs): ConsumerFile;
  /** To be called when the file is where the consumer can be given it. */
  recordConsumerExport(
    at: Pick<ConsumerArgs, 'tenant' | 'consumer'>,
    saved: { kids: readonly string[]; file: Pick<ExportedFile, 'format' | 'sha256' | 'fileName'> },
  ): void;
  dueEvents(args: ParsedArgsOf<'fleet.due'>): ForecastEvent[];
  dueCalendar(args: ParsedArgsOf<'fleet.due'>): string;
  exportFile(args: ParsedArgsOf<'export.preview'>): FormattedFile & ExportedFile;
  /** Everything public about a tenant; the files are made while `save` takes them. `null` when it saved nothing. */
  exportAll(tenant: string, save: SaveExport): Promise<SavedExport | null>;
  /** `save` puts the protected file in its place; the ledger knows of it before. The passphrase is overwritten. */
  handOver(args: HandOverArgs, protection: HandOverProtection, save: SaveFile): Promise<HandOver>;
  /** The name that a person would expect, before the file is made. */
  handOverFileName(args: HandOverArgs, protection: HandOverProtection): string;
  listHandOvers(args: HandOverListArgs): HandOver[];
  reissueCertificate(args: ReissueArgs): Promise<RingView>;
  acceptCertificate(args: ReplyArgs, file: Uint8Array): Promise<RingView>;
  /** A PKCS#10 request in PEM. */
  requestCertificate(args: RequestArgs): Promise<FormattedFile>;
  kidInState(args: { tenant: string; ring: string | undefined; state: KeyState }): string;
  recordExport(tenant: string, kid: string | null, file: Pick<ExportedFile, 'format' | 'sha256' | 'fileName'>): void;
  previewPublication(args: ParsedArgsOf<'publish.preview'>): Promise<PublicationPreview>;
  pushPublication(args: ParsedArgsOf<'publish.push'>, progress: ReportProgress): Promise<PushOutcome>;
  /** What is at the tenant now, and whose each key is. */
  publishedKeys(args: ParsedArgsOf<'tenant.show'>): Promise<PublishedKey[]>;
  /** Newest first. */
  publicationHistory(args: ParsedArgsOf<'tenant.show'>): Publication[];
  /** Waits first, when asked to, until the public set shows what was pushed; other acts go on meanwhile. */
  provePublication(
    args: ParsedArgsOf<'publish.verify'>,
    report?: (wait: PublicWait) => void,
    signal?: AbortSignal,
  ): Promise<Proof[]>;
  /** Newest first. */
  listEvidence(args: ParsedArgsOf<'evidence.list'>): EvidenceSummary[];
  evidenceFile(args: ParsedArgsOf<'evidence.save'>): EvidenceFile;
  lookForDrift(args: ParsedArgsOf<'publish.drift'>): Promise<DriftReport>;
  lookOverFleet(
    args: ParsedArgsOf<'fleet.drift'>,
    progress: ReportProgress,
    signal?: AbortSignal,
  ): Promise<DriftReport[]>;
  /** What waits for the network, travels with a courier, or changed and was not pushed. */
  listOutbox(): Outbox;
  /** `failed`: what the caller's own attempt, which sent nothing, came to. */
  queuePublication(args: ParsedArgsOf<'outbox.add'>, failed?: unknown): Promise<OutboxEntry>;
  noteOutboxAttempt(tenant: string, failed: unknown): void;
  dropFromOutbox(args: ParsedArgsOf<'outbox.drop'>, why?: 'dropped' | 'settled'): null;
  /** Planned without the network, on the set that was seen last. */
  previewBundle(args: ParsedArgsOf<'bundle.preview'>): PublicationPreview;
  makeBundle(args: BundleArgs, as: { qr: boolean }, save: (files: BundleFiles) => Promise<void>): Promise<MadeBundle>;
  /** On the courier's machine. The secrets are overwritten before this settles. */
  carryBundle(order: CourierOrder, progress: ReportProgress): Promise<{ carried: Carried; receipt: string }>;
  acceptReceipt(args: ReceiptArgs, text: string): Promise<AcceptedReceipt>;
  credentials: CredentialActs;
  listOwnKeys(args: ParsedArgsOf<'remote.keys'>): Promise<OwnKeysView>;
  rotateOwnKeys(args: ParsedArgsOf<'remote.rotate'>): Promise<OwnKeysChange>;
  revokeOwnKey(args: ParsedArgsOf<'remote.revoke'>): Promise<OwnKeysChange>;
  exportOwnKeys(args: OwnExportArgs): Promise<OwnKeyFile>;
  recordOwnExport(tenant: string, file: Omit<OwnKeyFile, 'bytes' | 'text'>): void;
  startSandbox(port?: number): Promise<SandboxStatus>;
  /** Lets one thing go wrong at the sandbox, once. Nothing of custody changes, so nothing is recorded. */
  rehearseTrouble(args: ParsedArgsOf<'sandbox.rehearse'>): Promise<RehearsedTrouble>;
  sandboxTrouble(): Promise<RehearsedTrouble>;
  listAudit(args: ParsedArgsOf<'audit.list'>): AuditEntry[];
  verifyAudit(): Promise<AuditVerdict>;
  /** The chain as a file that proves itself; signed to its end when the keychain is open. */
  exportAudit(): Promise<AuditFile>;
  recordAuditExport(file: { fileName: string; sha256: string; entries: number }): void;
  /** Accepts what speaks against the chain and goes on from here; `null` when nothing does. */
  acceptAudit(reason: string): Promise<AuditProblem | null>;
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
  const inTurn: typeof queue = (act) =>
    queue(async () => {
      try {
        return await act();
      } finally {
        await seal(false);
      }
    });
  // A look in the middle of a push would see drift that is none: what looks like drift is looked at again in turn.
  const look: Custodian['lookForDrift'] = async (args) => {
    const report = await lookForDrift(ports, args);
    return inTurn(async () =>
      recordDrift(ports, report.state === 'drifted' ? await lookForDrift(ports, args) : report),
    );
  };
  return {
    settle: () => inTurn(async () => void (await reconcile(ports))),
    status: async () => ({
      vault: await ports.vault.condition(),
      sandbox: await ports.tenants.sandboxStatus(),
      auditHead: ports.registry.read((reader) => reader.auditHead()?.hash ?? CHAIN_START),
    }),
    listTenants: () => listTenants(ports),
    showTenant: (args) => showTenant(ports, args),
    addTenant: (args) => inTurn(() => addTenant(ports, args)),
    removeTenant: (args) => inTurn(() => removeTenant(ports, args)),
    addRing: (args) => inTurn(() => addRing(ports, args)),
    listRings: () => listRings(ports),
    generateNext: (args) => inTurn(() => generateNext(ports, args)),
    importKey: (args, file, secrets = NO_SECRETS) =>
      inTurn(() => importKey(ports, args, file, secrets)).finally(() => overwriteFile(file, secrets)),
    inspectFile: (file, secrets) => inspectFile(ports, file, secrets),
    rotateRing: (args) => inTurn(() => rotateRing(ports, args)),
    revokeKey: (args) => inTurn(async () => revokeKey(ports, args)),
    abortRotation: (args) => inTurn(async () => abortRotation(ports, args)),
    rotateAndRevoke: (args) => inTurn(() => rotateAndRevoke(ports, args)),
    destroyKey: (args) => inTurn(() => destroyKey(ports, args)),
    keepKey: (args) => inTurn(async () => keepKey(ports, args)),
    certificateOf: (args) => certificateOf(ports, args),
    readToken: (args) => readToken(ports, args),
    signToken: (args) => inTurn(() => signToken(ports, args)),
    editTenant: (args) => inTurn(async () => editTenant(ports, args)),
    listPolicies: () => listPolicies(ports),
    setPolicy: (args) => inTurn(async () => setPolicy(ports, args)),
    previewPolicy: (args) => previewPolicy(ports, args),
    showPlan: (args) => showPlan(ports, args),
    runPlan: (args, progress) => inTurn(() => runPlan(ports, args, progress)),
    confirmConsumers: (args) => inTurn(async () => confirmConsumers(ports, args)),
    listConsumers: (args) => listConsumers(ports, args),
    addConsumer: (args) => inTurn(async () => addConsumer(ports, args)),
    editConsumer: (args) => inTurn(async () => editConsumer(ports, args)),
    removeConsumer: (args) => inTurn(async () => removeConsumer(ports, args)),
    confirmConsumer: (args) => inTurn(async () => confirmConsumer(ports, args)),
    exportForConsumer: (args) => exportForConsumer(ports, args),
    recordConsumerExport: (at, saved) => recordConsumerExport(ports, at, saved),
    dueEvents: (args) => dueEvents(ports, args),
    dueCalendar: (args) => dueCalendar(ports, args),
    exportFile: (args) => exportFile(ports, args),
    exportAll: (tenant, save) => exportAll(ports, tenant, save),
    handOver: (args, protection, save) =>
      inTurn(() => handOver(ports, args, protection, save)).finally(() => protection.passphrase?.fill(0)),
    handOverFileName: (args, protection) => handOverFileName(ports, args, protection),
    listHandOvers: (args) => listHandOvers(ports, args),
    reissueCertificate: (args) => inTurn(() => reissueCertificate(ports, args)),
    acceptCertificate: (args, file) => inTurn(async () => acceptCertificate(ports, args, file)),
    requestCertificate: (args) => inTurn(() => requestCertificate(ports, args)),
    kidInState: (args) => kidInState(ports, args),
    recordExport: (tenant, kid, file) => recordExport(ports, tenant, kid, file),
    previewPublication: (args) => previewPublication(ports, args),
    pushPublication: (args, progress) => inTurn(() => pushPublication(ports, args, progress)),
    publishedKeys: (args) => publishedKeys(ports, args),
    publicationHistory: (args) => publicationHistory(ports, args),
    async provePublication(args, report = () => undefined, signal) {
      await waitUntilPublic(ports, args, report, signal);
      return inTurn(() => provePublication(ports, args));
    },
    listEvidence: (args) => listEvidence(ports, args),
    evidenceFile: (args) => evidenceFile(ports, args),
    lookForDrift: look,
    lookOverFleet: (args, progress, signal) =>
      lookOverFleet(watchedTenants(ports, args), (tenant) => look({ tenant }), progress, signal),
    listOutbox: () => listOutbox(ports),
    queuePublication: (args, failed) => inTurn(() => queuePublication(ports, args, failed)),
    noteOutboxAttempt: (tenant, failed) => noteOutboxAttempt(ports, tenant, failed),
    dropFromOutbox: (args, why) => dropFromOutbox(ports, args, why),
    previewBundle: (args) => previewBundle(ports, args),
    makeBundle: (args, as, save) => inTurn(() => makeBundle(ports, args, as, save)),
    carryBundle: (order, progress) =>
      inTurn(() => carryBundle(ports, order, progress)).finally(() => {
        Object.values(order.credential?.secrets ?? {}).forEach((bytes: Uint8Array) => bytes.fill(0));
      }),
    acceptReceipt: (args, text) => inTurn(() => acceptReceipt(ports, args, text)),
    credentials: credentialActs(ports, inTurn),
    listOwnKeys: (args) => listOwnKeys(ports, args),
    rotateOwnKeys: (args) => inTurn(() => rotateOwnKeys(ports, args)),
    revokeOwnKey: (args) => inTurn(() => revokeOwnKey(ports, args)),
    exportOwnKeys: (args) => exportOwnKeys(ports, args),
    recordOwnExport: (tenant, file) => recordOwnExport(ports, tenant, file),
    startSandbox: (port) => ports.tenants.startSandbox(port),
    rehearseTrouble: ({ trouble }) => ports.tenants.rehearseTrouble(trouble),
    sandboxTrouble: () => ports.tenants.sandboxTrouble(),
    listAudit: (args) => listAudit(ports, args),
    verifyAudit: () => queue(() => verifyAudit(ports)),
    exportAudit: () =>
      queue(async () => {
        await sealAudit(ports, { closing: true }).catch(() => undefined);
        return exportAudit(ports);
      }),
    recordAuditExport: (file) => recordAuditExport(ports, file),
    acceptAudit: (reason) => queue(() => acceptAudit(ports, reason)),
    examine: (progress) => queue(() => examine(ports, progress)),
    finish: () => queue(() => seal(true)),
  };
}

/** Runs acts one after the other; a failed one does not hold up the next. */
function createQueue(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
