// Bringing a private key from a file into custody.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing, RingView } from '../../../shared/model/ring.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { recordKey, spkiSha256 } from '../make-key.ts';
import type { ImportedMaterial } from '../ports/key-material.ts';
import type { Ports } from '../ports.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';
import { placed } from '../ring-rules.ts';
import { keeping, Secret } from '../secret.ts';
import { keepNewKey, readRing, ringAct } from './ring-acts.ts';

/** What opens a file; the caller overwrites it. */
export interface FileSecrets {
  /** UTF-8; `null` when none was given. */
  passphrase: Uint8Array | null;
}

export const NO_SECRETS: FileSecrets = { passphrase: null };

/** Public facts about a key that waits to be taken into custody. */
export interface KeyInFile {
  kid: string;
  /** RFC 7638. */
  thumbprint: string;
  /** What the file is. */
  source: string;
  ring: string;
}

/** What `importKey` would bring in; refuses what it would refuse of the file, and changes nothing. */
export async function lookIntoFile(
  ports: Ports,
  args: ParsedArgsOf<'key.import'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<KeyInFile> {
  const { tenant, ring } = readRing(ports, args.tenant, args.ring);
  const material = await readMaterial(ports, args, { file, ring }, secrets);
  return keeping([new Secret(material.pkcs8)], () => {
    ports.registry.read((reader) => refuseKnown(reader, tenant, spkiSha256(material.spki)));
    const { thumbprint, source } = material;
    return { kid: args.kid ?? thumbprint, thumbprint, source, ring: ring.name };
  });
}

const readMaterial = (
  { workshop }: Pick<Ports, 'workshop'>,
  { entry, allowSmallExponent }: ParsedArgsOf<'key.import'>,
  { file, ring }: { file: Uint8Array; ring: KeyRing },
  { passphrase }: FileSecrets,
): Promise<ImportedMaterial> =>
  workshop.read(file, ring, { passphrase, entry: entry ?? null, allowSmallExponent: allowSmallExponent ?? false });

/** Brings a private key from a file into the ring. `file` and `secrets` are overwritten by the caller. */
export async function importKey(
  ports: Ports,
  args: ParsedArgsOf<'key.import'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<RingView> {
  const { registry, clock } = ports;
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring } = place;
  const material = await readMaterial(ports, args, { file, ring }, secrets);
  const secret = new Secret(material.pkcs8);
  return keeping([secret], async () => {
    registry.read((reader) => refuseKnown(reader, tenant, spkiSha256(material.spki)));
    const record = await recordKey(ports, tenant, ring, material, {
      provenance: { kind: 'imported', source: material.source },
      kid: args.kid ?? material.thumbprint,
      kept: material.certificate,
      exportable: args.exportable ?? true,
    });
    const { kid, spkiSha256: spki } = record;
    const certificate = material.certificate === null ? 'made here' : 'kept from the file';
    const details = { kid, as: args.as, source: material.source, certificate, exportable: args.exportable ?? true };
    const at = clock.now().toISOString();
    const imported = { record, secret };
    return keepNewKey(ports, place, imported, ringAct('key.imported', place, details), (keys, reader) => {
      refuseKnown(reader, tenant, spki);
      if (reader.keys(tenant.id).some((key) => key.kid === kid)) {
        throw new CustodianError('KEY_EXISTS', { kid });
      }
      return placed(ring.name, keys, record, args.as, at);
    });
  });
}

/** The same material may be in custody once a tenant, and never again anywhere after it was revoked. */
function refuseKnown(reader: RegistryReader, tenant: Tenant, spki: string): void {
  const known = reader.keysBySpki(spki);
  const gone = known.find((key) => key.state === 'revoked');
  if (gone !== undefined) {
    throw new CustodianError('KEY_REVOKED_BEFORE', { kid: gone.kid });
  }
  const here = known.find((key) => key.tenantId === tenant.id);
  if (here !== undefined) {
    throw new CustodianError('KEY_EXISTS', { kid: here.kid });
  }
}
