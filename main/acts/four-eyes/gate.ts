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

/** The yeses that were brought along; and whether acts are only to be asked for. */
export interface Approvals {
  brought: Brought[];
  onlyAsking: boolean;
}

interface Brought {
  /** As it came. */
  text: string;
  /** The act that it was used up by: it explains why it does not count for that one again, and says nothing of others. */
  spentOn: string | null;
}

/** What says that an act is only asked for: APPROVAL_NEEDED with what a request is made of, or APPROVAL_NOT_FOR. */
export function asked({ registry }: Pick<Ports, 'registry'>, act: string, args: object): CustodianError {
  const [first] = registry.read((reader) => concerned(reader, act, args));
  return first === undefined || !isGuardable(act, saidIn(args))
    ? new CustodianError('APPROVAL_NOT_FOR', { act })
    : new CustodianError('APPROVAL_NEEDED', wantedFor(first.tenant, act, first.said));
}

const wantedFor = (tenant: Tenant, act: string, said: object) => ({
  tenant: tenant.name,
  act,
  args: plainJson(said),
});

/** In letters that no screen has to make visible, so that it comes back from the page as it went. */
const plainJson = (said: object): string =>
  canonicalJson(said).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Throws APPROVAL_NEEDED, or APPROVAL_UNFIT when one was brought that does not count. */
export function passFourEyes(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  brought: readonly Brought[],
  act: string,
  args: object,
): void {
  if (!isGuardable(act, saidIn(args))) {
    return;
  }
  const now = clock.now().toISOString();
  const approved = registry.read((reader) => {
    const wanting = wantingSecond(reader, act, args);
    const used = new Set(wanting.flatMap(({ tenant }) => [...reader.usedApprovals(tenant.id)]));
    return wanting.map(({ place, tenant, said }) => {
      const approvable = approvableOf(reader, place, act, said);
      return { tenant, ...approvalFor(reader, approvable, { place, tenant, brought, used, now }) };
    });
  });
  const noted = new Set<string>();
  for (const { tenant, brought: one, used } of approved) {
    registry.change({ action: 'approval.used', subject: tenant.name, details: { act, ...used } }, (writer) => {
      // One yes may be that of an officer of several tenants.
      if (!noted.has(used.id)) {
        writer.useApproval(tenant.id, used.id, now);
      }
    });
    noted.add(used.id);
    one.spentOn = act;
  }
}

interface Concerned {
  /** Whose officers say yes. */
  tenant: Tenant;
  /** The tenant that a request names. */
  place: Tenant;
  said: Record<string, unknown>;
}

/**
 * What names no tenant is about all of them: one request names every tenant that wants two officers, and an officer of each
 * says yes to it. An act that names a tenant that is not there says so itself.
 */
function concerned(reader: RegistryReader, act: string, args: object): Concerned[] {
  const name: unknown = Reflect.get(args, 'tenant');
  if (typeof name === 'string') {
    const tenant = reader.tenantByName(name);
    return tenant === null ? [] : [{ tenant, place: tenant, said: saidIn(args) }];
  }
  const wanting = reader.tenants().filter(({ id }) => needsSecond(act, saidIn(args), reader.fourEyes(id)));
  const said = { ...saidIn(args), tenants: wanting.map((tenant) => tenant.name) };
  return wanting.map((tenant) => ({ tenant, place: wanting[0] ?? tenant, said }));
}

/** The tenants that want a second officer for it. */
const wantingSecond = (reader: RegistryReader, act: string, args: object): Concerned[] =>
  concerned(reader, act, args).filter(({ tenant }) => needsSecond(act, saidIn(args), reader.fourEyes(tenant.id)));

/** Their names. */
export const secondWantedBy = ({ registry }: Pick<Ports, 'registry'>, act: string, args: object): string[] =>
  isGuardable(act, saidIn(args))
    ? registry.read((reader) => wantingSecond(reader, act, args).map(({ tenant }) => tenant.name))
    : [];

interface Looked extends Pick<Concerned, 'tenant' | 'place'> {
  brought: readonly Brought[];
  used: ReadonlySet<string>;
  now: Instant;
}

/** Of those that were brought, the first that counts; and whose it is. */
function approvalFor(reader: RegistryReader, approvable: Approvable, { tenant, place, brought, used, now }: Looked) {
  const hash = hashOfApprovable(approvable);
  const [officers, own] = [reader.officers(tenant.id), ownDevice(reader)];
  const wanted = wantedFor(place, approvable.act, approvable.args);
  let problem: CustodianError = new CustodianError('APPROVAL_NEEDED', wanted);
  for (const one of brought.filter(({ spentOn }) => spentOn === null || spentOn === approvable.act)) {
    const opened = openDocument(one.text, ANSWER_PURPOSE, answerDocument);
    if (opened === null) {
      problem = new CustodianError('APPROVAL_UNFIT', { flaw: 'signature', reason: null, wanted });
      continue;
    }
    const { value: answer, signer } = opened;
    const flaw = flawOf({ answer, signer, hash, own, officers, used: used.has(answer.id), now });
    if (flaw === null) {
      const officer = officers.find(({ device }) => device === signer)?.name ?? '';
      return { brought: one, used: { id: answer.id, hash, officer, device: signer } };
    }
    problem = new CustodianError('APPROVAL_UNFIT', { flaw, reason: answer.reason, wanted });
  }
  throw problem;
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
