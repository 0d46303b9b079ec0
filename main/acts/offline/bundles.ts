// The air-gap bundle: a push that a courier makes. It is planned without the network, on the set that was seen last, and
// the courier sends it only where exactly that set is found. Its making is recorded before the file exists: from then
// on somebody may know the keys in it.
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { type Bundle, BUNDLE_PURPOSE, bundleSchema } from '../../../shared/domain/offline/courier.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { PublicationPreview, RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { MAX_PARTS, toParts } from './courier-parts.ts';
import { writeBundle } from './courier-files.ts';
import { endpointUrlOf } from '../../ports/credential.ts';
import { openDevice } from '../audit/device.ts';
import { tenantSlug } from '../../../shared/domain/exports/file-names.ts';
import { tenantInUse } from '../find.ts';
import { formerSet } from '../publishing/former-set.ts';
import { plusDays } from '../../../shared/domain/timing/instants.ts';
import { assertHeld } from '../custody/held-keys.ts';
import { knownSet } from '../publishing/known-set.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { publicAddressesOf } from '../../../shared/domain/tenant/public-addresses.ts';
import { previewOf } from '../../../shared/domain/published-set/preview.ts';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';
import { announceKeys, decided, rememberDecisions } from '../publishing/announce.ts';
import { assertMayGo } from '../publishing/may-go.ts';
import { bound, queuedProven } from '../bound.ts';
import type { Ports } from '../../ports/ports.ts';

type PreviewArgs = ParsedArgsOf<'bundle.preview'>;
export type BundleArgs = Omit<ParsedArgsOf<'bundle.save'>, 'as'>;

export interface MadeBundle {
  bundle: string;
  tenant: string;
  /** Fingerprint of this device, which the courier compares. */
  device: string;
  expiresAt: Instant;
  kids: string[];
}

/** The bundle, and the same as a sheet of QR codes; that is `null` when it was not asked for. */
export interface BundleFiles {
  file: FormattedFile;
  sheet: FormattedFile | null;
}

export const previewBundle = bound('bundle.preview', ({ registry, clock }, args): PublicationPreview => {
  return registry.read((reader) => planIn(reader, args, clock.now().toISOString()).preview);
});

/**
 * `save` puts the files in their places; where it fails nothing left, and the bundle is taken off the records again. Throws
 * INPUT_INVALID when a sheet is wanted for a set that is too large for one.
 */
async function makeSealed(
  ports: Ports,
  args: BundleArgs,
  { qr }: { qr: boolean },
  save: (files: BundleFiles) => Promise<void>,
): Promise<MadeBundle> {
  const { registry, clock, random, formats } = ports;
  const { tenant, base, preview, first } = registry.read((reader) => planIn(reader, args, clock.now().toISOString()));
  const { act, hash, kids, body, foreign } = preview;
  if (hash !== args.hash) {
    throw new CustodianError('PUBLISH_CHANGED', { tenant: tenant.name });
  }
  const overridden = assertMayGo(tenant, preview, args.override);
  const { keys, last } = registry.read((reader) => ({
    keys: reader.keys(tenant.id),
    last: reader.lastPublication(tenant.id),
  }));
  await assertHeld(ports, { keys, kids, last });
  const device = await openDevice(ports, 'bundle');
  const now = clock.now().toISOString();
  const bundle = bundleSchema.parse({
    purpose: BUNDLE_PURPOSE,
    version: 1,
    id: random.uuid(),
    madeAt: now,
    expiresAt: plusDays(now, args.days),
    tenant: addressOf(tenant),
    act,
    set: keysIn(body),
    base: base.map(({ raw }) => raw),
    removeForeign: args.removeForeign ?? [],
    first,
  } satisfies Record<keyof Bundle, unknown>);
  const { text, sha256 } = await writeBundle(device, bundle);
  const parts = qr ? partsOf(text) : null;
  const { id, madeAt, expiresAt } = bundle;
  const details = { bundle: id, sha256, act, kids, expiresAt, ...decided(foreign), ...overridden };
  registry.change({ action: 'bundle.made', subject: tenant.name, details }, (writer) => {
    rememberDecisions(writer, tenant, foreign, madeAt);
    announceKeys(writer, tenant, kids, madeAt);
    const issued = { id, tenantId: tenant.id, act, madeAt, expiresAt, sha256, previewHash: hash, kids, body };
    writer.addBundle({ ...issued, settled: null });
  });
  const baseName = `${tenantSlug(tenant)}-${id.slice(0, 8)}.bundle`;
  const title = `Key bundle for ${tenant.name}, to be pushed before ${expiresAt.slice(0, 16).replace('T', ' ')} UTC`;
  try {
    const file = { fileName: `${baseName}.json`, text: true, bytes: Buffer.from(`${text}\n`, 'utf8') };
    const drawn = async (texts: string[]): Promise<FormattedFile> => ({
      fileName: `${baseName}.svg`,
      text: true,
      bytes: (await formats.writer()).qrSheet(title, texts),
    });
    await save({ file, sheet: parts === null ? null : await drawn(parts) });
  } catch (error) {
    registry.change({ action: 'bundle.not-saved', subject: tenant.name, details: { bundle: id } }, (writer) =>
      writer.removeBundle(id),
    );
    throw error;
  }
  return { bundle: id, tenant: tenant.name, device: device.fingerprint, expiresAt, kids };
}

export const makeBundle = queuedProven(makeSealed, {
  act: 'bundle.save',
  seen: ([args]) => args,
  at: 'production',
});

interface BundlePlan {
  tenant: Tenant;
  base: RemoteKey[];
  preview: PublicationPreview;
  first: boolean;
}

function planIn(
  reader: RegistryReader,
  { tenant: name, act = 'push', to, removeForeign = [], keepForeign = [] }: PreviewArgs,
  now: Instant,
): BundlePlan {
  const tenant = tenantInUse(reader, name);
  const base = knownSet(reader, tenant);
  const last = reader.lastPublication(tenant.id);
  const preview = previewOf({
    purpose: 'publication-bundle',
    place: approvalPlace(tenant),
    endpoint: tenant.endpoint,
    rings: reader.rings(tenant.id),
    keys: reader.keys(tenant.id),
    remote: base,
    kept: reader.keptForeign(tenant.id),
    jwksUrl: publicUrlOf(tenant),
    last,
    publicKids: null,
    outside: null,
    now,
    intent: { act, former: act === 'rollback' ? formerSet(reader, tenant, to) : [], removeForeign, keepForeign },
  });
  return { tenant, base, preview, first: last === null };
}

/** Throws PUBLISH_NOT_CONFIGURED for what the courier would miss. */
export function publicUrlOf(tenant: Tenant): string {
  endpointUrlOf(tenant);
  return publicAddressesOf(tenant).jwksUrl;
}

const addressOf = ({
  name,
  domain,
  customDomain,
  environment,
  endpoint,
  apiBaseUrl,
  jwksUrl,
}: Tenant): Bundle['tenant'] => ({ name, domain, customDomain, environment, endpoint, apiBaseUrl, jwksUrl });

function partsOf(text: string): string[] {
  const parts = toParts(text);
  if (parts.length > MAX_PARTS) {
    const problem = { code: 'too-many-codes', codes: parts.length, most: MAX_PARTS } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'qr', problem });
  }
  return parts;
}
