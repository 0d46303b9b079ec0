// A tenant's published set: changed, looked at and proven; and the tenant's own keys.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { PushOutcome } from '../../../shared/contract/publish.ts';
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { EvidenceSummary } from '../../../shared/domain/evidence/evidence.ts';
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import type { Publication, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { OwnExportArgs, OwnKeysChange, OwnKeysView } from '../../../shared/domain/tenant/own-keys.ts';
import type { PublicWait, PublishedKey } from '../../../shared/domain/published-set/finding.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Stop } from '../../ports/stopping.ts';
import { lookForDrift, lookOverFleet, recordDrift, watchedTenants } from '../publishing/drift.ts';
import { type EvidenceFile, evidenceFile, listEvidence } from '../publishing/evidence.ts';
import { provePublication } from '../publishing/prove.ts';
import { previewPublication, pushPublication } from '../publishing/publish.ts';
import { publicationHistory, publishedKeys } from '../publishing/published.ts';
import { exportOwnKeys, type OwnKeyFile, recordOwnExport } from '../tenants/export-own-keys.ts';
import { listOwnKeys, revokeOwnKey, rotateOwnKeys } from '../tenants/own-keys.ts';
import { waitUntilPublic } from '../publishing/wait-until-public.ts';
import type { ReportProgress } from './progress.ts';
import type { Turns } from './turn.ts';

export interface PublishingActs {
  previewPublication(args: ParsedArgsOf<'publish.preview'>, signal?: AbortSignal): Promise<PublicationPreview>;
  pushPublication(args: ParsedArgsOf<'publish.push'>, progress: ReportProgress, stop?: Stop): Promise<PushOutcome>;
  /** What is at the tenant now, and whose each key is. */
  publishedKeys(args: ParsedArgsOf<'tenant.show'>, signal?: AbortSignal): Promise<PublishedKey[]>;
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
  evidenceFile(args: ParsedArgsOf<'evidence.save'>): Promise<EvidenceFile>;
  lookForDrift(args: ParsedArgsOf<'publish.drift'>, signal?: AbortSignal): Promise<DriftReport>;
  lookOverFleet(
    args: ParsedArgsOf<'fleet.drift'>,
    progress: ReportProgress,
    signal?: AbortSignal,
  ): Promise<DriftReport[]>;
  listOwnKeys(args: ParsedArgsOf<'remote.keys'>, signal?: AbortSignal): Promise<OwnKeysView>;
  rotateOwnKeys(args: ParsedArgsOf<'remote.rotate'>, stop?: Stop): Promise<OwnKeysChange>;
  revokeOwnKey(args: ParsedArgsOf<'remote.revoke'>, stop?: Stop): Promise<OwnKeysChange>;
  exportOwnKeys(args: OwnExportArgs, signal?: AbortSignal): Promise<OwnKeyFile>;
  recordOwnExport(tenant: string, file: Omit<OwnKeyFile, 'bytes' | 'text'>): Promise<void>;
}

export function publishingActs(ports: Ports, { inTurn, beside }: Turns): PublishingActs {
  // A look in the middle of a push would see drift that is none: what looks like drift is looked at again in turn.
  const look: PublishingActs['lookForDrift'] = async (args, signal) => {
    const report = await beside((acting) => lookForDrift(acting, args, signal));
    return inTurn(
      async (acting) =>
        recordDrift(acting, report.state === 'drifted' ? await lookForDrift(acting, args, signal) : report),
      signal,
    );
  };
  return {
    previewPublication: (args, signal) => beside((acting) => previewPublication(acting, args, signal)),
    pushPublication: (args, progress, stop) =>
      inTurn((acting) => pushPublication(acting, args, progress, stop), stop?.signal),
    publishedKeys: (args, signal) => beside((acting) => publishedKeys(acting, args, signal)),
    publicationHistory: (args) => publicationHistory(ports, args),
    async provePublication(args, report = () => undefined, signal) {
      await beside((acting) => waitUntilPublic(acting, args, report, signal));
      return inTurn((acting) => provePublication(acting, args, signal), signal);
    },
    listEvidence: (args) => listEvidence(ports, args),
    evidenceFile: (args) => beside((acting) => evidenceFile(acting, args)),
    lookForDrift: look,
    lookOverFleet: (args, progress, signal) =>
      lookOverFleet(watchedTenants(ports, args), (tenant) => look({ tenant }, signal), progress, signal),
    listOwnKeys: (args, signal) => beside((acting) => listOwnKeys(acting, args, signal)),
    rotateOwnKeys: (args, stop) => inTurn((acting) => rotateOwnKeys(acting, args, stop), stop?.signal),
    revokeOwnKey: (args, stop) => inTurn((acting) => revokeOwnKey(acting, args, stop), stop?.signal),
    exportOwnKeys: (args, signal) => beside((acting) => exportOwnKeys(acting, args, signal)),
    recordOwnExport: (tenant, file) => inTurn((acting) => recordOwnExport(acting, tenant, file)),
  };
}
