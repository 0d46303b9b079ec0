// Public keys leave as files. Only public formats exist here, so a file may also be shown and copied.
import { type ExportFormat, isSetFormat, type SetFormat } from '../../../shared/domain/formats.ts';
import { createHash } from 'node:crypto';
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { type KeyState, isLiving } from '../../../shared/domain/limits.ts';
import type { ExportedFile } from '../../../shared/domain/exports/exported-file.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { fileLabel, tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { findKey, findRing, findTenant, keysOfRing } from '../find.ts';
import type { FormattedFile, FormatWriter, WriteOptions } from '../../ports/formats.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { wantedKeys } from '../../../shared/domain/published-set/preview.ts';
import { inLaneOrder, keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { beside, bound, queued, looking } from '../bound.ts';

/** The file for one key, or for a format of many keys those of the tenant or of one ring. */
export const exportFile = beside(
  async (ports, args: ActArgs<'export.preview'>): Promise<FormattedFile & ExportedFile> => {
    const { registry, formats } = ports;
    const { tenant: name, kid, ring: ringName, format, profile } = args;
    const { tenant, rings, keys, label } = registry.read((reader) => {
      const found = findTenant(reader, name);
      const all = reader.rings(found.id);
      if (isSetFormat(format)) {
        const chosen = ringName === undefined ? all : [findRing(reader, found, ringName)];
        const set = keysForSet(reader, found, chosen, format);
        return { tenant: found, rings: all, keys: set, label: setLabel(format, ringName) };
      }
      if (kid === undefined) {
        throw new CustodianError('INPUT_INVALID', { field: 'kid', problem: { code: 'one-key-format', format } });
      }
      const key = findKey(reader, found, kid);
      return { tenant: found, rings: all, keys: [key], label: fileLabel(key) };
    });
    return written(await formats.writer(), tenant, { format, keys, label }, { profile, rings });
  },
);

export interface FileOrder {
  format: ExportFormat;
  keys: readonly SigningKey[];
  /** What the name of the file says beside the tenant. */
  label: string;
}

export function written(
  formats: FormatWriter,
  tenant: Tenant,
  { format, keys, label }: FileOrder,
  options: WriteOptions,
): FormattedFile & ExportedFile {
  const file = formats.write(format, keys, `${tenantSlug(tenant)}-${label}`, options);
  const bytes = Buffer.from(file.bytes);
  return {
    ...file,
    format,
    base64: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** `jwks`: what should be published. Bundles: what consumers should trust. Inventories: every key there ever was. */
export function keysForSet(
  reader: RegistryReader,
  tenant: Tenant,
  rings: readonly KeyRing[],
  format: SetFormat,
): SigningKey[] {
  if (format === 'jwks') {
    return wantedKeys(tenant.endpoint, rings, reader.keys(tenant.id));
  }
  const all = rings.flatMap((ring) => inLaneOrder(keysOfRing(reader, ring)));
  return format === 'json' || format === 'csv' ? all : all.filter(({ state }) => isLiving(state));
}

export function setLabel(format: SetFormat, ring: string | undefined): string {
  const what = format === 'jwks' ? 'published' : format === 'json' || format === 'csv' ? 'keys' : 'certificates';
  return ring === undefined ? what : `${ring.replaceAll(/[^A-Za-z0-9_-]+/g, '_')}-${what}`;
}

export interface StateInRing {
  tenant: string;
  ring: string | undefined;
  state: KeyState;
}

/** The kid that a person means by a state: the newest such key of the ring. */
export const kidInState = looking(({ registry }, { tenant: name, ring: ringName, state }: StateInRing): string => {
  return registry.read((reader) => {
    const tenant = findTenant(reader, name);
    const ring = findRing(reader, tenant, ringName);
    const key: SigningKey | null = keyIn(state, keysOfRing(reader, ring).toReversed());
    if (key === null) {
      throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid: `in state ${state}` });
    }
    return key.kid;
  });
});

type SavedFacts = Pick<ExportedFile, 'format' | 'sha256' | 'fileName'>;

/** Leaves the note that a file was saved, and for one key that its certificate was handed out. */
export const recordExport = queued((ports, tenant: string, kid: string | null, saved: SavedFacts) => {
  const { registry, clock } = ports;
  const { format, sha256, fileName } = saved;
  const at = clock.now().toISOString();
  const details = { format, kid, fileName, sha256 };
  registry.change({ action: 'export.saved', subject: tenant, details }, (writer) => {
    if (kid !== null) {
      writer.addNote(findTenant(writer, tenant).id, { kid, kind: 'handed-out', at });
    }
  });
});

/** The same for the page, which needs no bytes. */
export const previewFile = bound('export.preview', async (ports, args) => {
  const { format, fileName, text, base64, sha256 } = await exportFile(ports, args);
  return { format, fileName, text, base64, sha256 };
});
