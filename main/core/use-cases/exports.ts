// Public halves leave as files. Only public formats exist here, so a file may also be shown and copied.
import { createHash } from 'node:crypto';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { ExportedFile, KeyState, SigningKey, Tenant } from '../../../shared/model.ts';
import { findKey, findRing, findTenant, keysOfRing } from '../find.ts';
import type { FormattedFile, Ports } from '../ports.ts';
import { wantedKeys } from '../publication.ts';
import { keyIn } from '../ring-rules.ts';

/** The file for one key, or for `jwks` the whole set that the tenant should publish. */
export function exportFile(
  { registry, formats }: Pick<Ports, 'registry' | 'formats'>,
  { tenant: name, kid, format }: ParsedArgsOf<'export.preview'>,
): FormattedFile & ExportedFile {
  const { tenant, keys, label } = registry.read((reader) => {
    const found = findTenant(reader, name);
    if (format === 'jwks') {
      return { tenant: found, keys: wantedKeys(reader.rings(found.id), reader.keys(found.id)), label: 'published' };
    }
    if (kid === undefined) {
      throw new CustodianError('INPUT_INVALID', { field: 'kid', problem: `${format} is a format for one key` });
    }
    const key = findKey(reader, found, kid);
    return { tenant: found, keys: [key], label: `${key.state}-${key.kid.slice(0, 8)}` };
  });
  const file = formats.write(format, keys, baseName(tenant, label));
  const bytes = Buffer.from(file.bytes);
  return {
    ...file,
    format,
    base64: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The kid that a person means by a state: the newest such key of the ring. */
export function kidInState(
  { registry }: Pick<Ports, 'registry'>,
  { tenant: name, ring: ringName, state }: { tenant: string; ring: string | undefined; state: KeyState },
): string {
  return registry.read((reader) => {
    const tenant = findTenant(reader, name);
    const ring = findRing(reader, tenant, ringName);
    const key: SigningKey | null = keyIn(state, keysOfRing(reader, ring).toReversed());
    if (key === null) {
      throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid: `in state ${state}` });
    }
    return key.kid;
  });
}

/** Leaves the note that a file was saved, and for one key that its certificate was handed out. */
export function recordExport(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  tenant: string,
  kid: string | null,
  { format, sha256, fileName }: Pick<ExportedFile, 'format' | 'sha256' | 'fileName'>,
): void {
  const at = clock.now().toISOString();
  const details = { format, kid, fileName, sha256 };
  registry.change({ action: 'export.saved', subject: tenant, details }, (writer) => {
    if (kid !== null) {
      writer.addNote(findTenant(writer, tenant).id, { kid, kind: 'handed-out', at });
    }
  });
}

/** Letters and digits only, so that the name is safe on every file system. */
function baseName(tenant: Tenant, label: string): string {
  const name = tenant.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${name === '' ? 'tenant' : name}-${label.replace(/[^A-Za-z0-9_-]/g, '_')}`;
}
