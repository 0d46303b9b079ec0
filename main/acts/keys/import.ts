// Bringing a private key from a file into custody.
import { fileFormat } from '../../../shared/words/en/names.ts';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { check } from '../../../shared/problems/issue.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { kidSchema } from '../../../shared/fields.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing, RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { visible } from '../../../shared/encoding/printable.ts';
import { recordKey, spkiSha256 } from '../custody/make-key.ts';
import type { ImportedMaterial } from '../../ports/key-material.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { type ImportPlace, keyIn, placed } from '../../../shared/domain/key-ring/life-cycle.ts';
import { keeping, Secret } from '../custody/secret.ts';
import { assertSameKey, replacedIn } from './keys.ts';
import { consentIn, keepNewKeys, readRing, ringAct } from './ring-acts.ts';

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
  source: FileFormat;
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
    const { thumbprint, source, spki } = material;
    const kid = kidOf(args, material);
    ports.registry.read((reader) => {
      refuseTakenKid(reader, tenant, kid, formerOf(reader, tenant, spkiSha256(spki)));
    });
    return { kid, thumbprint, source, ring: ring.name };
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
    const kid = kidOf(args, material);
    const spki = spkiSha256(material.spki);
    const makesRoom = roomIn(place.keys, args.as);
    const former = registry.read((reader) => {
      const found = formerOf(reader, tenant, spki);
      refuseTakenKid(reader, tenant, kid, found);
      return found;
    });
    // What was once made to stay stays, whoever brings it again.
    const exportable = (args.exportable ?? true) && former?.exportable !== false;
    // Records keep the English name of a format.
    const source = fileFormat(material.source);
    const provenance = { kind: 'imported', source } as const;
    const made = await recordKey(ports, tenant, ring, material, {
      provenance,
      kid,
      kept: material.certificate,
      exportable,
    });
    const record: SigningKey = former === null ? made : { ...made, id: former.id };
    const details = {
      kid,
      as: args.as,
      source,
      certificate: material.certificate === null ? 'made here' : 'kept from the file',
      exportable,
      ...replacedIn(makesRoom),
      ...(former === null ? {} : { back: true }),
    };
    const at = clock.now().toISOString();
    return keepNewKeys(ports, place, [{ record, secret }], ringAct('key.imported', place, details), (keys, reader) => {
      assertSameKey(ring.name, former, formerOf(reader, tenant, spki));
      refuseTakenKid(reader, tenant, kid, former);
      assertSameKey(ring.name, makesRoom, roomIn(keys, args.as));
      const consent = consentIn(reader, args.replace);
      const change = placed(ring.name, keys, { imported: record, place: args.as, consent }, at);
      return former === null ? change : { updated: [...change.updated, ...change.added], added: [] };
    });
  });
}

/** The key whose place the imported one takes. */
const roomIn = (keys: readonly SigningKey[], place: ImportPlace): SigningKey | null =>
  place === 'previous' ? null : keyIn(place, keys);

/** The officer's word, the file's own, or the thumbprint. */
function kidOf({ kid }: ParsedArgsOf<'key.import'>, material: ImportedMaterial): string {
  if (kid !== undefined) {
    return kid;
  }
  if (material.kid === null) {
    return material.thumbprint;
  }
  const fit = check(kidSchema, material.kid);
  if (!fit.ok) {
    const { problem } = fit.refusal;
    throw new CustodianError('KEY_KID_UNFIT', { kid: visible(material.kid).slice(0, SHOWN), problem });
  }
  return fit.value;
}

const SHOWN = 60;

/**
 * The same material may be in custody once a tenant, and never again anywhere after it was revoked. What was replaced before
 * it was used may come back; it takes up its own record, so `null` means that the material was never here.
 */
function formerOf(reader: RegistryReader, tenant: Tenant, spki: string): SigningKey | null {
  const known = reader.keysBySpki(spki);
  const gone = known.find((key) => key.state === 'revoked');
  if (gone !== undefined) {
    throw new CustodianError('KEY_REVOKED_BEFORE', { kid: gone.kid });
  }
  const here = known.find((key) => key.tenantId === tenant.id) ?? null;
  if (here !== null && here.state !== 'replaced') {
    throw new CustodianError('KEY_EXISTS', { kid: here.kid });
  }
  return here;
}

function refuseTakenKid(reader: RegistryReader, tenant: Tenant, kid: string, former: SigningKey | null): void {
  if (reader.keys(tenant.id).some((key) => key.kid === kid && key.id !== former?.id)) {
    throw new CustodianError('KEY_KID_TAKEN', { tenant: tenant.name, kid });
  }
}
