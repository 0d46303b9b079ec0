// Everything public about a tenant as a folder: every format of every key, the sets, a manifest for programs and an index
// for people. Files are made one after the other, so that a caller can stop in between.
import { EXPORT_FORMATS, type ExportFormat, isSetFormat } from '../../../shared/domain/formats.ts';
import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SavedExport } from '../../../shared/domain/exports/exported-file.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { tenantSlug, uniqueLabels } from '../../../shared/domain/exports/file-names.ts';
import { findTenant } from '../find.ts';
import type { FormattedFile, FormatWriter } from '../../ports/formats.ts';
import type { Ports } from '../../ports/ports.ts';
import { inLaneOrder } from '../../../shared/domain/key-ring/lane.ts';
import { keysForSet } from './exports.ts';
import { beside } from '../bound.ts';

interface ManifestFile {
  file: string;
  format: ExportFormat;
  bytes: number;
  sha256: string;
  /** `null` for the files of many keys. */
  kid: string | null;
}

interface ManifestKey {
  kid: string;
  ring: string;
  state: string;
  alg: string;
  subject: string;
  notAfter: Instant;
  sha1: string;
  sha256: string;
}

interface Manifest {
  tenant: string;
  domain: string;
  madeAt: Instant;
  keys: ManifestKey[];
  files: ManifestFile[];
}

interface Snapshot {
  tenant: Tenant;
  rings: KeyRing[];
  keys: SigningKey[];
  sets: { format: ExportFormat; keys: SigningKey[] }[];
}

interface ExportFolder {
  tenant: string;
  /** A name for the folder, free of anything that a file system refuses. */
  suggestedName: string;
  /** When the tenant looked like this. */
  at: Date;
  /** How many files there will be. */
  count: number;
  files(): Iterable<FormattedFile>;
}

/** Writes the files somewhere, whole or not at all, and gives the name; `null` when nothing was to be saved. */
export type SaveExport = (folder: ExportFolder) => Promise<string | null>;

/** The files are made while they are taken; only when `save` gives a name were they handed out. */
export const exportAll = beside(async (ports, name: string, save: SaveExport): Promise<SavedExport | null> => {
  const folder = exportFolder(ports, name, await ports.formats.writer());
  let manifestSha256 = '';
  const files = function* () {
    for (const file of folder.files()) {
      if (file.fileName === 'manifest.json') {
        manifestSha256 = createHash('sha256').update(file.bytes).digest('hex');
      }
      yield file;
    }
  };
  const savedAs = await save({ ...folder, files });
  if (savedAs === null) {
    return null;
  }
  const facts = { folder: savedAs, files: folder.count, manifestSha256 };
  recordExportAll(ports, folder.tenant, facts);
  return facts;
});

type ExportPorts = Pick<Ports, 'registry' | 'formats' | 'clock'>;

function exportFolder({ registry, formats, clock }: ExportPorts, name: string, writer: FormatWriter): ExportFolder {
  const snapshot = registry.read((reader): Snapshot => {
    const tenant = findTenant(reader, name);
    const rings = reader.rings(tenant.id);
    const keys = rings.flatMap((ring) =>
      inLaneOrder(reader.keys(tenant.id).filter(({ ringId }) => ringId === ring.id)),
    );
    const sets = EXPORT_FORMATS.filter(isSetFormat).map((format) => ({
      format,
      keys: keysForSet(reader, tenant, rings, format),
    }));
    return { tenant, rings, keys, sets };
  });
  const { tenant, rings, keys, sets } = snapshot;
  const at = clock.now();
  const oneKeyFormats = EXPORT_FORMATS.filter((format) => !isSetFormat(format));
  return {
    tenant: tenant.name,
    at,
    suggestedName: `${tenantSlug(tenant)}-public-keys`,
    count: keys.length * oneKeyFormats.length + sets.length + 2,
    *files() {
      const manifest = emptyManifest(snapshot, formats, at);
      const labels = uniqueLabels(rings, keys);
      const listed = (file: FormattedFile, format: ExportFormat, kid: string | null): FormattedFile => {
        const sha256 = createHash('sha256').update(file.bytes).digest('hex');
        manifest.files.push({ file: file.fileName, format, bytes: file.bytes.length, sha256, kid });
        return file;
      };
      for (const key of keys) {
        for (const format of oneKeyFormats) {
          yield listed(writer.write(format, [key], labels.get(key) ?? key.kid), format, key.kid);
        }
      }
      for (const set of sets) {
        yield listed(writer.write(set.format, set.keys, tenantSlug(tenant), { rings }), set.format, null);
      }
      yield { fileName: 'manifest.json', text: true, bytes: utf8(`${JSON.stringify(manifest, null, 2)}\n`) };
      yield { fileName: 'index.md', text: true, bytes: utf8(indexOf(manifest)) };
    },
  };
}

/** Leaves the note of a folder that was saved whole. To whom it goes nobody said: it counts as given to no consumer. */
function recordExportAll({ registry }: Pick<Ports, 'registry'>, name: string, facts: SavedExport): void {
  registry.change({ action: 'export.saved-all', subject: name, details: { ...facts } }, () => undefined);
}

function emptyManifest({ tenant, rings, keys }: Snapshot, formats: Ports['formats'], at: Date): Manifest {
  return {
    tenant: tenant.name,
    domain: tenant.domain,
    madeAt: at.toISOString(),
    keys: keys.map((key) => {
      const { subject, notAfter, sha1, sha256 } = formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
      const ring = rings.find(({ id }) => id === key.ringId)?.name ?? '';
      return { kid: key.kid, ring, state: key.state, alg: key.alg, subject, notAfter, sha1, sha256 };
    }),
    files: [],
  };
}

/** CommonMark: between more backticks than stand in it, nothing means anything. */
function inCode(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length === 1 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

function indexOf({ tenant, domain, madeAt, keys, files }: Manifest): string {
  const list = (kid: string | null): string[] =>
    files.filter((file) => file.kid === kid).map(({ file, format }) => `- \`${file}\` (${format})`);
  const sections = keys.flatMap((key) => [
    `## ${inText(key.ring)}: ${key.state}`,
    '',
    `- kid ${inCode(key.kid)}, ${key.alg}`,
    `- ${inText(key.subject)}, valid until ${key.notAfter}`,
    `- SHA-1 \`${key.sha1}\``,
    `- SHA-256 \`${key.sha256}\``,
    '',
    ...list(key.kid),
    '',
  ]);
  const head = [`# Public keys of ${inText(tenant)}`, '', `${inText(domain)}, ${madeAt}. Public keys only.`, ''];
  return [...head, ...sections, '## All keys together', '', ...list(null), ''].join('\n');
}

/** Names are text of people: nothing in them may become a link, a picture or HTML. */
const inText = (text: string): string => text.replaceAll(/[\\`*_[\]<>&|#!]/g, String.raw`\$&`);

const utf8 = (text: string): Uint8Array => Buffer.from(text);
