// A tenant's published set: changed, looked at and proven; and the tenant's own keys.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { PushOutcome } from '../../../shared/contract/publish.ts';
import type { DriftReport } from '../../../shared/drift.ts';
import type { EvidenceSummary } from '../../../shared/evidence.ts';
import type { Proof } from '../../../shared/model/proof.ts';
import type { Publication, PublicationPreview } from '../../../shared/model/publication.ts';
import type { OwnExportArgs, OwnKeysChange, OwnKeysView } from '../../../shared/own-keys.ts';
import type { PublicWait, PublishedKey } from '../../../shared/publishing.ts';
import type { Ports } from '../ports.ts';
import { lookForDrift, lookOverFleet, recordDrift, watchedTenants } from '../use-cases/drift.ts';
import { type EvidenceFile, evidenceFile, listEvidence } from '../use-cases/evidence.ts';
import { provePublication } from '../use-cases/prove.ts';
import { previewPublication, pushPublication } from '../use-cases/publish.ts';
import { publicationHistory, publishedKeys } from '../use-cases/published.ts';
import { exportOwnKeys, type OwnKeyFile, recordOwnExport } from '../use-cases/remote-export.ts';
import { listOwnKeys, revokeOwnKey, rotateOwnKeys } from '../use-cases/remote-keys.ts';
import { waitUntilPublic } from '../use-cases/wait-until-public.ts';
import type { ReportProgress } from './progress.ts';
import type { Turn } from './turn.ts';

export interface PublishingActs {
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
  listOwnKeys(args: ParsedArgsOf<'remote.keys'>): Promise<OwnKeysView>;
  rotateOwnKeys(args: ParsedArgsOf<'remote.rotate'>): Promise<OwnKeysChange>;
  revokeOwnKey(args: ParsedArgsOf<'remote.revoke'>): Promise<OwnKeysChange>;
  exportOwnKeys(args: OwnExportArgs): Promise<OwnKeyFile>;
  recordOwnExport(tenant: string, file: Omit<OwnKeyFile, 'bytes' | 'text'>): void;
}

export function publishingActs(ports: Ports, inTurn: Turn): PublishingActs {
  // A look in the middle of a push would see drift that is none: what looks like drift is looked at again in turn.
  const look: PublishingActs['lookForDrift'] = async (args) => {
    const report = await lookForDrift(ports, args);
    return inTurn(async () =>
      recordDrift(ports, report.state === 'drifted' ? await lookForDrift(ports, args) : report),
    );
  };
  return {
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
    listOwnKeys: (args) => listOwnKeys(ports, args),
    rotateOwnKeys: (args) => inTurn(() => rotateOwnKeys(ports, args)),
    revokeOwnKey: (args) => inTurn(() => revokeOwnKey(ports, args)),
    exportOwnKeys: (args) => exportOwnKeys(ports, args),
    recordOwnExport: (tenant, file) => recordOwnExport(ports, tenant, file),
  };
}
