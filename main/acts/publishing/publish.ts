// Publication: preview, send exactly what was previewed, read back, record. The remote call replaces the whole set and
// has no version, so the set is read again just before and just after, and a lost answer is settled by reading. What did
// not arrive is taken back from the record, so that it says what the remote side says. Until it is sent it can be stopped;
// then it is seen to its end. A push,
// a rollback and a clearing differ in the set that is meant and in nothing else: there is this one way to send.
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import type { PushOutcome } from '../../../shared/acts/publishing.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { ForeignKey } from '../../../shared/domain/published-set/foreign.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Publication, PublicationPreview, RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Variation } from '../../../shared/domain/published-set/finding.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import { isError } from '../../../shared/domain/published-set/findings.ts';
import { tenantInUse } from '../find.ts';
import { formerSet } from './former-set.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import type { TenantConnection } from '../../ports/tenants.ts';
import type { Beside } from '../../../shared/domain/published-set/publication.ts';
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
    settle(ports, tenant, { preview, problem, announced, there: after });
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

/** Whatever the clock says, a revoked key may be taken down. */
const takesRevokedDown = ({ diff }: PublicationPreview): boolean =>
  diff.some(({ kind, state }) => kind === 'removed' && state === 'revoked');

/** Answers with what the officer's reason overrode, for the audit entry. No reason opens anything but a rollback. */
export function assertMayGo(
  { name }: Tenant,
  { findings, act }: PublicationPreview,
  override: string | undefined,
): Record<string, unknown> {
  const errors = findings.filter(isError);
  const undecided = errors.filter(({ code }) => code === 'foreign-undecided');
  const revoked = act === 'rollback' ? errors.filter(({ code }) => code === 'revoked-key') : [];
  const blocking = errors.filter((finding) => !revoked.includes(finding) && !undecided.includes(finding));
  if (blocking.length > 0) {
    throw new CustodianError('PUBLISH_BLOCKED', {
      tenant: name,
      findings: blocking.map(({ code, kid }) => ({ kid, code })),
    });
  }
  if (undecided.length > 0) {
    throw new CustodianError('PUBLISH_FOREIGN_UNDECIDED', { tenant: name, keys: undecided.map(({ kid }) => kid) });
  }
  const kids = revoked.map(({ kid }) => kid);
  if (kids.length > 0 && override === undefined) {
    throw new CustodianError('PUBLISH_REVOKED_BACK', { tenant: name, kids });
  }
  return kids.length === 0 ? {} : { revokedBack: kids, override };
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

/**
 * Recorded before anything is sent: a crash in between leaves the trace that somebody may know these keys. Answers with
 * the ids of the keys for which this is the first time.
 */
function announce(
  { registry, clock }: Ports,
  tenant: Tenant,
  { act, hash, kids, exposed, foreign }: PublicationPreview,
  overridden: Record<string, unknown>,
): string[] {
  const at = clock.now().toISOString();
  const shown = exposed.map(({ name, members }) => ({ name, members }));
  const details = {
    act,
    hash,
    kids,
    ...(shown.length > 0 && { privateHalvesFound: shown }),
    ...decided(foreign),
    ...overridden,
  };
  return registry.change({ action: 'publish.sent', subject: tenant.name, details }, (writer) => {
    rememberDecisions(writer, tenant, foreign, at);
    return announceKeys(writer, tenant, kids, at);
  });
}

/** For the audit entry: what was decided just now about keys of others. */
export function decided(foreign: readonly ForeignKey[]): Record<string, unknown> {
  const kept = foreign.flatMap(({ name, material, decision }) =>
    decision?.kind === 'keep' ? { name, material, reason: decision.reason } : [],
  );
  const removed = foreign.flatMap(({ name, material, decision }) =>
    decision?.kind === 'remove' ? { name, material } : [],
  );
  return { ...(kept.length > 0 && { foreignKept: kept }), ...(removed.length > 0 && { foreignRemoved: removed }) };
}

/** Whatever becomes of the push: the person has decided. */
export function rememberDecisions(
  writer: RegistryWriter,
  { id }: Tenant,
  foreign: readonly ForeignKey[],
  at: Instant,
): void {
  for (const { name, material, decision } of foreign) {
    if (decision?.kind === 'keep') {
      writer.keepForeign(id, { name, material, reason: decision.reason, at });
    } else if (decision?.kind === 'remove') {
      writer.forgetForeign(id, name);
    }
  }
}

/** From now on somebody may know these keys. Answers with the ids of those that nobody knew before. */
export function announceKeys(writer: RegistryWriter, tenant: Tenant, kids: readonly string[], at: Instant): string[] {
  const keys = writer.keys(tenant.id).filter((key) => key.announcedAt === null && kids.includes(key.kid));
  keys.forEach((key) => writer.updateKey({ ...key, announcedAt: at }));
  return keys.map(({ id }) => id);
}

interface Failed {
  preview: PublicationPreview;
  problem: Error;
  /** From `announce`. */
  announced: readonly string[];
  /** The set as it was found afterwards. */
  there: readonly RemoteKey[];
}

/** A push that did not come about: keys that it announced and that are not there were not announced after all. */
function settle(
  { registry }: Ports,
  tenant: Tenant,
  { preview: { act, hash }, problem, announced, there }: Failed,
): void {
  // Keys that were taken and replaced by somebody else have been there; a request that is still under way may yet arrive.
  const mayBeKnown = ['PUBLISH_NOT_CONFIRMED', 'REMOTE_TIMEOUT'] as const;
  const gone = mayBeKnown.some((code) => isCustodianError(problem, code)) ? [] : announced;
  const code = isCustodianError(problem) ? problem.code : 'INTERNAL';
  registry.change({ action: 'publish.failed', subject: tenant.name, details: { act, hash, code } }, (writer) =>
    writer
      .keys(tenant.id)
      .filter(({ id, kid }) => gone.includes(id) && !there.some((found) => found.kid === kid))
      .forEach((key) => writer.updateKey({ ...key, announcedAt: null })),
  );
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
