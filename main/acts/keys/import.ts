// Bringing a private key from a file into custody.
import type { ImportedKey } from '../../../shared/acts/keys.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import { fileFormat } from '../../../shared/words/en/names.ts';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { check } from '../../../shared/problems/issue.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { kidSchema } from '../../../shared/fields.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { visible } from '../../../shared/encoding/printable.ts';
import { profileFor, recordKey, spkiSha256 } from '../custody/make-key.ts';
import type { KeyFromFile } from '../../ports/reading.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { mayReplaceNext, refuse } from '../../../shared/domain/key-ring/may.ts';
import { type ImportPlace, placed } from '../../../shared/domain/key-ring/life-cycle.ts';
import { secretName } from '../../ports/secret-name.ts';
import { naming, underNotes } from '../custody/custody.ts';
import { assertSameKey, replacedIn } from './keys.ts';
import { consentIn, recordNewKeys, readRing, ringAct } from './ring-acts.ts';
import { chainIn } from './certificates.ts';
import { type FileSecrets, NO_SECRETS, overwriteFile } from './file-secrets.ts';
import { isSeconded, piece, seconded } from '../bound.ts';

/** Public facts about a key that waits to be taken into custody. */
export interface KeyInFile {
  kid: string;
  /** RFC 7638. */
  thumbprint: string;
  /** What the file is. */
  source: FileFormat;
  ring: string;
}

/** What `takeIn` would bring in; refuses what it would refuse of the file, and changes nothing. */
export async function keyInFile(
  ports: Ports,
  args: ActArgs<'key.import'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<KeyInFile> {
  const { tenant, ring } = readRing(ports, args.tenant, args.ring);
  const found = await readKeyFile(ports, args, { file, ring }, secrets);
  using key = found.key;
  const kid = kidOf(args, found);
  ports.registry.read((reader) => {
    refuseTakenKid(reader, tenant, kid, formerOf(reader, tenant, spkiSha256(key.spki)));
  });
  const { thumbprint, source } = found;
  return { kid, thumbprint, source, ring: ring.name };
}

const readKeyFile = (
  { reading, clock }: Pick<Ports, 'reading' | 'clock'>,
  { entry, allowSmallExponent, allowLongWork }: ActArgs<'key.import'>,
  { file, ring }: { file: Uint8Array; ring: KeyRing },
  { passphrase }: FileSecrets,
): Promise<KeyFromFile> =>
  reading.privateKey(file, ring, {
    passphrase,
    entry: entry ?? null,
    allowSmallExponent: allowSmallExponent ?? false,
    allowLongWork: allowLongWork ?? false,
    now: clock.now(),
  });

/** Brings a private key from a file into the ring. `file` and `secrets` are overwritten by the caller. */
export async function takeIn(
  ports: Ports,
  args: ActArgs<'key.import'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<ImportedKey> {
  const { registry, clock } = ports;
  const place = readRing(ports, args.tenant, args.ring);
  const { tenant, ring } = place;
  const found = await readKeyFile(ports, args, { file, ring }, secrets);
  const { certificate, chain } = found;
  // Records keep the English name of a format.
  const source = fileFormat(found.source);
  using key = found.key;
  const kid = kidOf(args, found);
  const spki = spkiSha256(key.spki);
  const makesRoom = roomIn(place.keys, args.as);
  const former = registry.read((reader) => {
    const known = formerOf(reader, tenant, spki);
    refuseTakenKid(reader, tenant, kid, known);
    return known;
  });
  // What was once made to stay stays, whoever brings it again.
  const exportable = (args.exportable ?? true) && former?.exportable !== false;
  const details = {
    kid,
    as: args.as,
    source,
    certificate: certificate === null ? 'made here' : 'kept from the file',
    ...chainIn(chain),
    exportable,
    ...replacedIn(makesRoom),
    ...(former === null ? {} : { back: true }),
  };
  const id = former?.id ?? ports.random.uuid();
  const name = secretName(id);
  return await underNotes(ports, [name], async (clearNotes) => {
    const profile = certificate === null ? profileFor(ports, tenant) : null;
    const kept = await naming(kid, () => ports.keys.import(name, key, { alg: ring.alg, bits: null, profile }));
    const record = recordKey(
      ports,
      place,
      { spki: kept.spki, certificate: certificate ?? kept.certificate, chain },
      { id, kid, provenance: { kind: 'imported', source }, exportable },
    );
    const at = clock.now().toISOString();
    const view = recordNewKeys(
      ports,
      place,
      { clearNotes },
      ringAct('key.imported', place, details),
      (keys, reader) => {
        assertSameKey(ring.name, former, formerOf(reader, tenant, spki));
        refuseTakenKid(reader, tenant, kid, former);
        assertSameKey(ring.name, makesRoom, roomIn(keys, args.as));
        const consent = consentIn(reader, args.replace);
        const change = placed(ring.name, keys, { imported: record, place: args.as, consent }, at);
        return former === null ? change : { updated: [...change.updated, ...change.added], added: [] };
      },
    );
    return { ...view, mended: found.mended };
  });
}

/** The key whose place the imported one takes. */
const roomIn = (keys: readonly SigningKey[], place: ImportPlace): SigningKey | null =>
  place === 'previous' ? null : keyIn(place, keys);

/** The officer's word, the file's own, or the thumbprint. */
function kidOf({ kid }: ActArgs<'key.import'>, found: KeyFromFile): string {
  if (kid !== undefined) {
    return kid;
  }
  if (found.kid === null) {
    return found.thumbprint;
  }
  const fit = check(kidSchema, found.kid);
  if (!fit.ok) {
    const { problem } = fit.refusal;
    throw new CustodianError('KEY_KID_UNFIT', { kid: visible(found.kid).slice(0, SHOWN), problem });
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

/** `file` and `secrets` are overwritten before this settles. */
export const importKey = piece(
  (room) =>
    async (args: ActArgs<'key.import'>, file: Uint8Array, secrets: FileSecrets = NO_SECRETS): Promise<ImportedKey> => {
      try {
        const seen = isSeconded(room, 'key.import', args)
          ? await seenBySecond(room.looking, args, file, secrets)
          : args;
        const act = { act: 'key.import', args: seen, at: null } as const;
        return await seconded(room, act, (ports) => takeIn(ports, args, file, secrets));
      } finally {
        overwriteFile(file, secrets);
      }
    },
);

/** Whatever the file still needs is asked for before a yes is used up: what they agree to is the key in it. */
async function seenBySecond(
  ports: Ports,
  args: ActArgs<'key.import'>,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<ActArgs<'key.import'> & { thumbprint: string }> {
  const { kid, thumbprint } = await keyInFile(ports, args, file, secrets);
  const { ring, keys } = readRing(ports, args.tenant, args.ring);
  if (args.as === 'next') {
    ports.registry.read((reader) => refuse(mayReplaceNext(ring.name, keys, consentIn(reader, args.replace))));
  }
  return { ...args, kid, thumbprint };
}

/** The same. */
export const lookIntoFile = piece(
  ({ looking }) =>
    (args: ActArgs<'key.import'>, file: Uint8Array, secrets: FileSecrets) =>
      keyInFile(looking, args, file, secrets).finally(() => overwriteFile(file, secrets)),
);
