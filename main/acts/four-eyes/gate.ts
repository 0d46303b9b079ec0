// The gate of four eyes: an act for which its tenant wants a second officer goes on only with the yes of one, to exactly this
// act on exactly these keys. A yes is used up by the attempt, whatever becomes of it.
import {
  ANSWER_PURPOSE,
  answerDocument,
  type Approvable,
  flawOf,
  hashOfApprovable,
  isGuardable,
  needsSecond,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { deviceKeyFingerprint } from '../audit/seal.ts';
import { openDocument } from './documents.ts';

/** The yeses that were brought along, as they came; and whether acts are only to be asked for. */
export interface Approvals {
  brought: string[];
  onlyAsking: boolean;
}

/** What says that an act is only asked for: APPROVAL_NEEDED with what a request is made of, or APPROVAL_NOT_FOR. */
export function asked({ registry }: Pick<Ports, 'registry'>, act: string, args: object): CustodianError {
  const tenant = registry.read((reader) => tenantIn(reader, args));
  return tenant === null || !isGuardable(act)
    ? new CustodianError('APPROVAL_NOT_FOR', { act })
    : needed(tenant, act, saidIn(args));
}

const needed = (tenant: Tenant, act: string, said: object): CustodianError =>
  new CustodianError('APPROVAL_NEEDED', { tenant: tenant.name, act, args: canonicalJson(said) });

/** Throws APPROVAL_NEEDED, or APPROVAL_UNFIT when one was brought that does not count. */
export function passFourEyes(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  brought: readonly string[],
  act: string,
  args: object,
): void {
  if (!isGuardable(act)) {
    return;
  }
  const now = clock.now().toISOString();
  const approved = registry.read((reader) => {
    const tenant = tenantIn(reader, args);
    return tenant === null || !needsSecond(act, reader.fourEyes(tenant.id))
      ? null
      : { tenant, ...approvalFor(reader, approvableOf(reader, tenant, act, args), { tenant, brought, now }) };
  });
  if (approved !== null) {
    const { tenant, ...facts } = approved;
    registry.change({ action: 'approval.used', subject: tenant.name, details: { act, ...facts } }, (writer) =>
      writer.useApproval(tenant.id, facts.id, now),
    );
  }
}

interface Looked {
  tenant: Tenant;
  brought: readonly string[];
  now: Instant;
}

/** Of those that were brought, the first that counts; and whose it is. */
function approvalFor(reader: RegistryReader, approvable: Approvable, { tenant, brought, now }: Looked) {
  const hash = hashOfApprovable(approvable);
  const [officers, used, own] = [reader.officers(tenant.id), reader.usedApprovals(tenant.id), ownDevice(reader)];
  let problem = needed(tenant, approvable.act, approvable.args);
  for (const text of brought) {
    const opened = openDocument(text, ANSWER_PURPOSE, answerDocument);
    if (opened === null) {
      problem = new CustodianError('APPROVAL_UNFIT', { flaw: 'signature', reason: null });
      continue;
    }
    const { value: answer, signer } = opened;
    const flaw = flawOf({ answer, signer, hash, own, officers, used: used.has(answer.id), now });
    if (flaw === null) {
      const officer = officers.find(({ device }) => device === signer)?.name ?? '';
      return { id: answer.id, hash, officer, device: signer };
    }
    problem = new CustodianError('APPROVAL_UNFIT', { flaw, reason: answer.reason });
  }
  throw problem;
}

/** An act that names a tenant that is not there says so itself. */
function tenantIn(reader: RegistryReader, args: object): Tenant | null {
  const name: unknown = Reflect.get(args, 'tenant');
  return typeof name === 'string' ? reader.tenantByName(name) : null;
}

export const ownDevice = (reader: RegistryReader): string | null => {
  const anchor = reader.auditAnchor();
  return anchor === null ? null : deviceKeyFingerprint(anchor.deviceKey);
};

/** As it is now; `args` without the tenant's name, which stands in the place. */
export function approvableOf(reader: RegistryReader, tenant: Tenant, act: string, args: object): Approvable {
  const keys = reader
    .keys(tenant.id)
    .map(({ kid, state, spkiSha256 }) => ({ kid, state, spkiSha256 }))
    .toSorted((one, other) => (one.kid < other.kid ? -1 : 1));
  return { act, place: approvalPlace(tenant), args: saidIn(args), keys };
}

function saidIn(args: object): Record<string, unknown> {
  const { tenant: _named, ...rest }: Record<string, unknown> = { ...args };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}
