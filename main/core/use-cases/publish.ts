// Publication: preview, push exactly what was previewed, read back, record. The remote call replaces the whole set
// and has no version, so the set is read again just before and just after, and a lost answer is settled by reading.
import type { ParsedArgsOf, PushOutcome } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Publication, PublicationPreview, RemoteKey, Tenant } from '../../../shared/model.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findTenant } from '../find.ts';
import type { Ports, TenantConnection } from '../ports.ts';
import { holds, previewOf } from '../publication.ts';
import { observe } from './observe.ts';

export async function previewPublication(
  ports: Ports,
  args: ParsedArgsOf<'publish.preview'>,
): Promise<PublicationPreview> {
  const { tenant, connection } = await connect(ports, args.tenant);
  return previewNow(ports, tenant, connection, await connection.endpoint.read());
}

export async function pushPublication(
  ports: Ports,
  args: ParsedArgsOf<'publish.push'>,
  progress: (step: number, of: number, label: string) => void,
): Promise<PushOutcome> {
  progress(1, 4, 'reading');
  const { tenant, connection } = await connect(ports, args.tenant);
  const before = await connection.endpoint.read();
  const preview = previewNow(ports, tenant, connection, before);
  if (preview.hash !== args.hash) {
    throw new CustodianError('PUBLISH_CHANGED', { tenant: tenant.name });
  }
  const { kids } = preview;
  const first = ports.registry.read((reader) => reader.lastPublication(tenant.id)) === null;
  await connection.preflight({ clears: preview.body === null, first });
  announce(ports, tenant, preview.hash, kids);
  progress(2, 4, 'sending');
  const failure = await connection.endpoint.replace(preview.body).then(() => null, asError);
  progress(3, 4, 'reading back');
  const after = await connection.endpoint.read();
  if (!holds(after, preview.body)) {
    throw (
      failure ?? new CustodianError('PUBLISH_NOT_CONFIRMED', { tenant: tenant.name, detail: 'other keys are there' })
    );
  }
  const publication = record(ports, tenant, { hash: preview.hash, kids, replaced: before });
  progress(4, 4, 'looking from outside');
  await observe(ports, tenant, connection.jwksUrl);
  return { publication, confirmed: true };
}

/** Recorded before anything is sent: a crash in between leaves the trace that somebody may know these keys. */
function announce({ registry, clock }: Ports, tenant: Tenant, hash: string, kids: readonly string[]): void {
  const at = clock.now().toISOString();
  registry.change({ action: 'publish.sent', subject: tenant.name, details: { hash, kids } }, (writer) => {
    for (const key of writer.keys(tenant.id)) {
      if (key.announcedAt === null && kids.includes(key.kid)) {
        writer.updateKey({ ...key, announcedAt: at });
      }
    }
  });
}

async function connect(ports: Ports, name: string): Promise<{ tenant: Tenant; connection: TenantConnection }> {
  const tenant = ports.registry.read((reader) => findTenant(reader, name));
  return { tenant, connection: await ports.tenants.connect(tenant) };
}

function previewNow(
  { registry }: Ports,
  tenant: Tenant,
  { jwksUrl }: TenantConnection,
  remote: RemoteKey[],
): PublicationPreview {
  return registry.read((reader) =>
    previewOf({
      endpoint: tenant.endpoint,
      rings: reader.rings(tenant.id),
      keys: reader.keys(tenant.id),
      remote,
      jwksUrl,
    }),
  );
}

function record(
  { registry, random, clock }: Ports,
  tenant: Tenant,
  { hash, kids, replaced }: { hash: string; kids: string[]; replaced: RemoteKey[] },
): Publication {
  const publication: Publication = {
    id: random.uuid(),
    tenantId: tenant.id,
    at: clock.now().toISOString(),
    hash,
    kids,
    replaced: canonicalJson({ keys: replaced.map((key) => key.raw) }),
  };
  registry.change({ action: 'publish.confirmed', subject: tenant.name, details: { hash, kids } }, (writer) =>
    writer.addPublication(publication),
  );
  return publication;
}

export const asError = (error: unknown): Error => (error instanceof Error ? error : new TypeError(typeof error));
