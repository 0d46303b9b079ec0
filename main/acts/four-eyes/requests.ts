// Asking a second officer, and opening what another one asks. The request is made of the registry as it is, and is a file.
import { z } from 'zod';
import {
  APPROVAL_HOURS,
  type ApprovalAnswer,
  type ApprovalRequest,
  hashOfApprovable,
  REQUEST_PURPOSE,
  requestDocument,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import type { OpenedRequest } from '../../../shared/acts/four-eyes.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { openDevice } from '../audit/device.ts';
import { beside, looking } from '../bound.ts';
import { findTenant } from '../find.ts';
import { openDocument } from './documents.ts';
import { approvableOf, ownDevice, secondWantedBy } from './gate.ts';

export interface Wanted {
  tenant: string;
  act: string;
  /** Canonical JSON, as APPROVAL_NEEDED names them. */
  args: string;
  /** For how long it may be answered, and the answer used. */
  hours?: number | undefined;
}

const argsSchema = z.record(z.string(), z.json());

/** The signed request, what it says, and its picture where it fits into one QR code. */
export const requestApproval = beside(
  async (ports, { tenant: name, act, args, hours = APPROVAL_HOURS.usual }: Wanted) => {
    const device = await openDevice(ports, 'approval');
    const { registry, clock, random } = ports;
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString();
    const { tenant, approvable, actor } = registry.read((reader) => {
      const found = findTenant(reader, name);
      const said = argsSchema.parse(parseJson(args));
      const [last] = reader.audit((reader.auditHead()?.seq ?? 1) - 1, 1);
      return { tenant: found, approvable: approvableOf(reader, found, act, said), actor: last?.actor ?? '' };
    });
    const request = requestDocument.parse({
      purpose: REQUEST_PURPOSE,
      version: 1,
      id: random.uuid(),
      madeAt: now.toISOString(),
      expiresAt,
      actor,
      ...approvable,
      hash: hashOfApprovable(approvable),
    });
    const text = await device.sign(REQUEST_PURPOSE, canonicalJson(request));
    const details = { id: request.id, act, hash: request.hash, expiresAt };
    registry.change({ action: 'approval.requested', subject: tenant.name, details }, () => undefined);
    const picture = (await ports.formats.writer()).qrPicture(text);
    return { text, request, requester: device.fingerprint, picture };
  },
);

/** Throws APPROVAL_UNFIT for what is no request, or says another hash than that of what it holds. */
export const openRequest = looking(({ registry, clock }, text: string): OpenedRequest => {
  const opened = openDocument(text, REQUEST_PURPOSE, requestDocument);
  if (opened === null || hashOf(opened.value) !== opened.value.hash) {
    throw new CustodianError('APPROVAL_UNFIT', { flaw: 'signature', reason: null, wanted: null });
  }
  const { value: request, signer: requester } = opened;
  const now = clock.now();
  return registry.read((reader) => ({
    request,
    requester,
    own: requester === ownDevice(reader),
    expired: request.expiresAt <= now.toISOString(),
    ...knownOf(reader, request, requester),
    before: answeredBefore(reader, request.id, now),
  }));
});

/** Throws APPROVAL_UNFIT for the own request and for one that is out of time, before anybody is asked about it. */
export const requestToAnswer = looking((ports, text: string): OpenedRequest => {
  const opened = openRequest(ports, text);
  if (opened.own || opened.expired) {
    const flaw = opened.own ? 'own-key' : 'expired';
    throw new CustodianError('APPROVAL_UNFIT', { flaw, reason: null, wanted: null });
  }
  return opened;
});

/** Each registry has ids of its own: a tenant of another officer is known by its name and where it is. */
function knownOf(
  reader: RegistryReader,
  { place }: ApprovalRequest,
  requester: string,
): Pick<OpenedRequest, 'here' | 'officer'> {
  const named = namedPlace.safeParse(place);
  const tenant = named.success ? reader.tenantByName(named.data.tenant.name) : null;
  if (tenant === null) {
    return { here: 'unknown', officer: null };
  }
  const { tenant: _ours, ...here } = approvalPlace(tenant);
  const { tenant: _theirs, ...there } = place;
  return {
    here: canonicalJson(here) === canonicalJson(there) ? 'same' : 'elsewhere',
    officer: reader.officers(tenant.id).find(({ device }) => device === requester)?.name ?? null,
  };
}

const namedPlace = z.object({ tenant: z.object({ name: z.string() }) });

const ANSWERED: Readonly<Record<string, ApprovalAnswer['decision']>> = {
  'approval.granted': 'granted',
  'approval.refused': 'refused',
};

/** An answer from before the longest time that one is good for says nothing any more. */
function answeredBefore(reader: RegistryReader, id: string, now: Date): OpenedRequest['before'] {
  const since = new Date(now.getTime() - APPROVAL_HOURS.most * 3_600_000).toISOString();
  for (let upTo = reader.auditHead()?.seq ?? 0; upTo > 0; upTo -= ENTRIES_AT_ONCE) {
    const entries = reader.audit(Math.max(0, upTo - ENTRIES_AT_ONCE), Math.min(ENTRIES_AT_ONCE, upTo));
    const young = entries.filter(({ at }) => at >= since);
    const last = young.findLast(({ action, details }) => action in ANSWERED && details['id'] === id);
    const decision = ANSWERED[last?.action ?? ''];
    if (last !== undefined && decision !== undefined) {
      return { decision, at: last.at };
    }
    if (young.length === 0) {
      return null;
    }
  }
  return null;
}

const ENTRIES_AT_ONCE = 500;

const hashOf = ({ act, place, args, keys }: ApprovalRequest): string =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever it holds, its hash must be the one it says
  hashOfApprovable({ act, place, args, keys } as unknown as Parameters<typeof hashOfApprovable>[0]);

/** A request or an answer, from a file or a picture of its QR code. Throws APPROVAL_UNFIT. */
export const approvalIn = looking(async ({ reading }, file: Uint8Array): Promise<string> => {
  const text = await reading.textIn(file);
  if (text === null) {
    throw new CustodianError('APPROVAL_UNFIT', { flaw: 'signature', reason: null, wanted: null });
  }
  return text;
});

/** The tenants that want a second officer for an act, so that it can be said before anybody says yes. */
export const secondWanted = looking(secondWantedBy);
