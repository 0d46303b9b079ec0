// What is recorded of a push before it is sent, and taken back when it did not come about.
import { isCustodianError } from '../../../shared/errors.ts';
import type { ForeignKey } from '../../../shared/domain/published-set/foreign.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { PublicationPreview, RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';

/**
 * Recorded before anything is sent: a crash in between leaves the trace that somebody may know these keys. Answers with
 * the ids of the keys for which this is the first time.
 */
export function announce(
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
export function takeBack(
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
