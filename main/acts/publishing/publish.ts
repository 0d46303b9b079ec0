// Publication: preview, send exactly what was previewed, read back, record. The remote call replaces the whole set and
// has no version, so the set is read again just before and just after, and a lost answer is settled by reading. What did
// not arrive is taken back from the record, so that it says what the remote side says. Until it is sent it can be stopped;
// then it is seen to its end. A push, a rollback and a clearing differ in the set that is meant and in nothing else.
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import type { PushOutcome } from '../../../shared/acts/publishing.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type {
  Beside,
  Publication,
  PublicationPreview,
  RemoteKey,
} from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Variation } from '../../../shared/domain/published-set/finding.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import { tenantInUse } from '../find.ts';
import { formerSet } from './former-set.ts';
import type { Ports } from '../../ports/ports.ts';
import type { TenantConnection } from '../../ports/tenants.ts';
import { previewOf } from '../../../shared/domain/published-set/preview.ts';
import { refuseIfCancelled, unlessCancelled, type Work } from '../../ports/stopping.ts';
import { assertHeld } from '../custody/held-keys.ts';
import { observe } from './observe.ts';
import { lookOutside } from './outside.ts';
import { recordPublication } from './record-publication.ts';
import { afterSending, asError, isOpenEnd, readBack } from './outcome.ts';
import { confirmIfThere } from './confirm-pending.ts';
import { assertClockAgrees, isClockWrong } from '../doctor/trusted-time.ts';
import { type FoundAfter, foundText, readUntilThere, type Sent } from './read-until-there.ts';
import { bound } from '../bound.ts';
import { announce, takeBack } from './announce.ts';
import { assertMayGo, takesRevokedDown } from './may-go.ts';

type PreviewArgs = ActArgs<'publish.preview'>;

export const previewPublication = bound('publish.preview', async (ports, args, work): Promise<PublicationPreview> => {
  const { signal } = work;
  const { tenant, connection } = await connect(ports, args.tenant, signal);
  const remote = await connection.endpoint.read(signal);
  return previewNow(ports, args, { tenant, connection, remote, signal });
});

export const pushPublication = bound('publish.push', async (ports, args, work): Promise<PushOutcome> => {
  const { progress, signal, sending } = work;
  progress?.(1, 4, 'reading');
  const { tenant, connection } = await connect(ports, args.tenant, signal);
  const before = await connection.endpoint.read(signal);
  const beside = connection.endpoint.beside();
  confirmIfThere(ports, tenant, before);
  const preview = await previewNow(ports, args, { tenant, connection, remote: before, signal });
  if (preview.hash !== args.hash) {
    throw new CustodianError('PUBLISH_CHANGED', { tenant: tenant.name });
  }
  const overridden = assertMayGo(tenant, preview, args.override);
  if (!takesRevokedDown(preview)) {
    assertClockAgrees(ports);
  }
  const { keys, last } = ports.registry.read((reader) => ({
    keys: reader.keys(tenant.id),
    last: reader.lastPublication(tenant.id),
  }));
  await assertHeld(ports, { keys, kids: preview.kids, last });
  await connection.preflight({ clears: preview.body === null, first: last === null }, signal);
  await assertStill(tenant, connection, { before, beside }, signal);
  refuseIfCancelled(signal);
  // Nothing waits between here and the sending, so what was stopped was not announced, and what was announced is sent.
  sending?.();
  const announced = announce(ports, tenant, preview, overridden);
  return afterSending(tenant, 'publication', () =>
    sendAndRecord(ports, { tenant, connection, before, preview, announced, last }, work),
  );
});

interface Announced {
  tenant: Tenant;
  connection: TenantConnection;
  before: RemoteKey[];
  preview: PublicationPreview;
  /** From `announce`. */
  announced: readonly string[];
  last: Publication | null;
}

async function sendAndRecord(
  ports: Ports,
  { tenant, connection, before, preview, announced, last }: Announced,
  { progress = () => undefined, signal, answered }: Work,
): Promise<PushOutcome> {
  const { endpoint } = connection;
  progress(2, 4, 'sending');
  const failure = await endpoint.replace(preview.body).then(() => null, asError);
  answered?.();
  progress(3, 4, 'reading back');
  const sent = { tenant, endpoint, before, body: preview.body, last };
  const { after, variations, isFormer } = await lookAfter(ports, sent, failure, {
    waiting: () => progress(3, 4, 'not visible yet'),
    signal,
  });
  // Accepted, while the former set is still shown: that is on its way, and no failure.
  const isAccepted = failure === null && isFormer;
  if (variations === null && !isAccepted) {
    const problem = failure ?? new CustodianError('PUBLISH_NOT_CONFIRMED', { tenant: tenant.name });
    takeBack(ports, tenant, { preview, problem, announced, there: after });
    throw problem;
  }
  const publication = record(ports, tenant, preview, { replaced: before, variations });
  progress(4, 4, 'looking from outside');
  await observe(ports, tenant, connection).catch((error: unknown) => {
    // It was sent; that it cannot be dated is said by whoever asks for a proof.
    if (!isClockWrong(error)) {
      throw error;
    }
  });
  return { publication, confirmed: variations !== null };
}

/** What is there after the sending. A refusal changed nothing, and a lost answer is settled by a look. */
async function lookAfter(
  ports: Ports,
  sent: Sent,
  failure: Error | null,
  { waiting, signal }: { waiting: () => void; signal: AbortSignal | undefined },
): Promise<FoundAfter> {
  if (failure === null) {
    return readUntilThere(ports, sent, waiting, signal);
  }
  const after = isOpenEnd(failure) ? await readBack(sent.tenant, sent.endpoint, failure) : [...sent.before];
  return { after, variations: shownAs(after, sent.body), isFormer: foundText(after) === foundText(sent.before) };
}

/** As late as can be: where no ETag binds the change to the set that was read, this is all there is against a write in between. */
async function assertStill(
  tenant: Tenant,
  { endpoint }: TenantConnection,
  { before, beside }: { before: RemoteKey[]; beside: Beside },
  signal: AbortSignal | undefined,
): Promise<void> {
  const now = await endpoint.read(signal);
  if (foundText(now) !== foundText(before) || canonicalJson(endpoint.beside()) !== canonicalJson(beside)) {
    throw new CustodianError('PUBLISH_CHANGED', { tenant: tenant.name });
  }
}

async function connect(
  ports: Ports,
  name: string,
  signal: AbortSignal | undefined,
): Promise<{ tenant: Tenant; connection: TenantConnection }> {
  const tenant = ports.registry.read((reader) => tenantInUse(reader, name));
  return { tenant, connection: await unlessCancelled(signal, () => ports.tenants.connect(tenant)) };
}

interface Found {
  tenant: Tenant;
  connection: TenantConnection;
  /** The set as it is there. */
  remote: RemoteKey[];
  signal: AbortSignal | undefined;
}

async function previewNow(
  { registry, verifier, clock }: Ports,
  { act = 'push', to, removeForeign = [], keepForeign = [] }: PreviewArgs,
  { tenant, connection, remote, signal }: Found,
): Promise<PublicationPreview> {
  const { jwksUrl, endpoint } = connection;
  const beside = endpoint.beside();
  const seen = await lookOutside(verifier, connection, signal).catch(() => null);
  refuseIfCancelled(signal);
  return registry.read((reader) =>
    previewOf({
      purpose: 'publication',
      place: approvalPlace(tenant),
      endpoint: tenant.endpoint,
      rings: reader.rings(tenant.id),
      keys: reader.keys(tenant.id),
      remote,
      kept: reader.keptForeign(tenant.id),
      jwksUrl,
      last: reader.lastPublication(tenant.id),
      publicKids: seen?.anywhere ?? null,
      outside: seen,
      beside,
      now: clock.now().toISOString(),
      intent: { act, former: act === 'rollback' ? formerSet(reader, tenant, to) : [], removeForeign, keepForeign },
    }),
  );
}

function record(
  { registry, random, clock }: Ports,
  tenant: Tenant,
  { act: what, hash, kids, body }: PublicationPreview,
  { replaced, variations }: { replaced: RemoteKey[]; variations: Variation[] | null },
): Publication {
  const details = { act: what, hash, kids, ...(variations !== null && variations.length > 0 && { variations }) };
  const action = variations === null ? 'publish.accepted' : 'publish.confirmed';
  return registry.change({ action, subject: tenant.name, details }, (writer) => {
    const at = clock.now().toISOString();
    return recordPublication(writer, {
      id: random.uuid(),
      tenantId: tenant.id,
      act: what,
      at,
      hash,
      kids,
      replaced: textOf(replaced),
      body,
      confirmedAt: variations === null ? null : at,
      variations: variations ?? [],
    });
  });
}

const textOf = (set: readonly RemoteKey[]): string => canonicalJson({ keys: set.map((key) => key.raw) });
