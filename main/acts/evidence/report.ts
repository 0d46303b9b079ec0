// The evidence report of a tenant: the facts, signed by the device as a file for programs, together with the pages that were
// made of them for people. Its making is recorded after it, so the report does not hold its own entry.
import type { z } from 'zod';
import { EMPTY_CHAIN } from '../../../shared/domain/audit/chain.ts';
import {
  chaptersOf,
  type EvidenceReport,
  REPORT_FORMAT,
  type ReportKey,
  type reportSchema,
  type SavedReport,
} from '../../../shared/domain/evidence/report.ts';
import { tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { notedText } from '../../../shared/domain/audit/noted-head.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { EvidenceWords } from '../../ports/formats.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { openDevice } from '../audit/device.ts';
import { beside } from '../bound.ts';
import { findTenant } from '../find.ts';
import { type ReportFile, sha256Of, signedFile } from './signed-file.ts';

export interface ReportOutlets {
  /** In the language of the officer. */
  words: EvidenceWords;
  /** The page as it prints, where something here can print. */
  print?: (page: Uint8Array) => Promise<Uint8Array>;
  /** Puts all files into a new folder and gives its name; `null` when nothing was to be saved. */
  save: (suggestedName: string, at: Date, files: readonly ReportFile[]) => Promise<string | null>;
}

/** Throws AUDIT_BROKEN where something speaks against the chain. `null` when nothing was to be saved. */
export const saveReport = beside(
  async (
    ports,
    args: z.output<typeof reportSchema>,
    { words, print, save }: ReportOutlets,
  ): Promise<SavedReport | null> => {
    if (args.from >= args.to) {
      throw new CustodianError('INPUT_INVALID', { field: 'to', problem: { code: 'unfit' } });
    }
    const device = await openDevice(ports, 'evidence-report');
    const { report, tenant } = ports.registry.read((reader) => draftReport(ports, reader, args));
    const html = (await ports.formats.writer()).evidencePage({ report, device: device.fingerprint }, words);
    const pages = [
      { fileName: 'evidence.html', bytes: html },
      ...(print === undefined ? [] : [{ fileName: 'evidence.pdf', bytes: await print(html) }]),
    ];
    const file = { fileName: 'evidence.json', bytes: await signedFile(report, pages, device) };
    const madeAt = new Date(report.madeAt);
    const day = report.madeAt.slice(0, 10);
    const folder = await save(`${tenantSlug(tenant)}-evidence-${day}`, madeAt, [file, ...pages]);
    if (folder === null) {
      return null;
    }
    const saved: SavedReport = {
      folder,
      id: report.id,
      entries: report.entries.length,
      overrides: report.overrides.length,
      sha256: sha256Of(file.bytes),
      files: [file, ...pages].map(({ fileName }) => fileName),
      anchor: notedText(report.anchor),
      device: device.fingerprint,
    };
    const details = {
      id: saved.id,
      from: args.from,
      to: args.to,
      entries: saved.entries,
      sha256: saved.sha256,
      folder,
    };
    ports.registry.change({ action: 'evidence.reported', subject: tenant.name, details }, () => undefined);
    return saved;
  },
);

function draftReport(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  reader: RegistryReader,
  { tenant: name, from, to }: z.output<typeof reportSchema>,
): { report: EvidenceReport; tenant: Tenant } {
  const tenant = findTenant(reader, name);
  const chain = [...auditBatches(reader)].flat();
  const head = chain.at(-1) ?? EMPTY_CHAIN;
  const { name: tenantName, domain, customDomain, issuer, environment, endpoint } = tenant;
  const report: EvidenceReport = {
    format: REPORT_FORMAT,
    version: 1,
    id: random.uuid(),
    madeAt: clock.now().toISOString(),
    tenant: { name: tenantName, domain, customDomain, issuer, environment, endpoint },
    from,
    to,
    anchor: { seq: head.seq, hash: head.hash },
    keys: keysOf(reader, tenant),
    ...chaptersOf(chain, tenant.name, { from, to }),
  };
  return { report, tenant };
}

function keysOf(reader: RegistryReader, tenant: Tenant): ReportKey[] {
  const rings = new Map(reader.rings(tenant.id).map(({ id, name }) => [id, name]));
  const backedUp = reader.backedUpKeys(tenant.id);
  return reader.keys(tenant.id).map((key) => {
    const { kid, alg, state, spkiSha256, createdAt, currentAt, previousAt, revokedAt, destroyedAt } = key;
    const dates = { createdAt, currentAt, previousAt, revokedAt, destroyedAt };
    return { ring: rings.get(key.ringId) ?? '', kid, alg, state, spkiSha256, ...dates, inBackup: backedUp.has(key.id) };
  });
}
