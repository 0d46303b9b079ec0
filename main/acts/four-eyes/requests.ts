// Asking a second officer, and answering. The request is made of the registry as it is; whoever answers sees what it says and
// signs its hash. Neither needs a network: both are files.
import { z } from 'zod';
import {
  ANSWER_PURPOSE,
  answerDocument,
  APPROVAL_HOURS,
  type ApprovalAnswer,
  type ApprovalRequest,
  hashOfApprovable,
  REQUEST_PURPOSE,
  requestDocument,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { openDevice } from '../audit/device.ts';
import { beside, looking, piece } from '../bound.ts';
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

export interface OpenedRequest {
  request: ApprovalRequest;
  /** Fingerprint of the device that asks. */
  requester: string;
  /** Whether this device asked itself. */
  own: boolean;
  expired: boolean;
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
  const own = registry.read(ownDevice);
  const expired = opened.value.expiresAt <= clock.now().toISOString();
  return { request: opened.value, requester: opened.signer, own: opened.signer === own, expired };
});

const hashOf = ({ act, place, args, keys }: ApprovalRequest): string =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever it holds, its hash must be the one it says
  hashOfApprovable({ act, place, args, keys } as unknown as Parameters<typeof hashOfApprovable>[0]);

export interface Answered {
  text: string;
  /** Of the text, where it fits into one QR code. */
  picture: Uint8Array | null;
  decision: ApprovalAnswer['decision'];
  /** Fingerprint of this device. */
  device: string;
  expiresAt: Instant;
}

/** Throws APPROVAL_UNFIT for the own request and for one that is out of time. */
export const answerRequest = beside(
  async (
    ports,
    text: string,
    said: { decision: ApprovalAnswer['decision']; reason: string | null },
  ): Promise<Answered> => {
    const device = await openDevice(ports, 'approval');
    const { request, requester, own, expired } = openRequest(ports, text);
    if (own || expired) {
      throw new CustodianError('APPROVAL_UNFIT', { flaw: own ? 'own-key' : 'expired', reason: null, wanted: null });
    }
    const { id, hash, act } = request;
    const now = ports.clock.now();
    const at = now.toISOString();
    // SECURITY: whoever asks says until when; for ever is too long.
    const latest = new Date(now.getTime() + APPROVAL_HOURS.most * 3_600_000).toISOString();
    const expiresAt = request.expiresAt < latest ? request.expiresAt : latest;
    const { decision, reason } = said;
    const answer: ApprovalAnswer = {
      purpose: ANSWER_PURPOSE,
      version: 1,
      id,
      hash,
      requester,
      decision,
      reason,
      at,
      expiresAt,
    };
    const signed = await device.sign(ANSWER_PURPOSE, canonicalJson(answer));
    const details = { id, act, hash, requester, ...(reason !== null && { reason }) };
    ports.registry.change({ action: `approval.${decision}`, subject: 'approvals', details }, () => undefined);
    const picture = (await ports.formats.writer()).qrPicture(signed);
    return { text: signed, picture, decision, device: device.fingerprint, expiresAt };
  },
);

/** A request or an answer, from a file or a picture of its QR code. Throws APPROVAL_UNFIT. */
export const approvalIn = looking(async ({ reading }, file: Uint8Array): Promise<string> => {
  const text = await reading.textIn(file);
  if (text === null) {
    throw new CustodianError('APPROVAL_UNFIT', { flaw: 'signature', reason: null, wanted: null });
  }
  return text;
});

/** What an answer says, before it is taken along. Throws APPROVAL_UNFIT for what is none, is of this device, or is over. */
export const openAnswer = looking(({ registry, clock }, text: string): ApprovalAnswer => {
  const opened = openDocument(text, ANSWER_PURPOSE, answerDocument);
  const own = registry.read(ownDevice);
  const flaw =
    opened === null
      ? 'signature'
      : opened.signer === own
        ? 'own-key'
        : opened.value.expiresAt <= clock.now().toISOString()
          ? 'expired'
          : null;
  if (opened === null || flaw !== null) {
    throw new CustodianError('APPROVAL_UNFIT', { flaw: flaw ?? 'signature', reason: null, wanted: null });
  }
  return opened.value;
});

/** So many wait at once: a backup takes one for each tenant that wants two. */
const MOST_BROUGHT = 64;

/**
 * A yes that was brought along: it is looked at when an act wants one. Those that can serve no more make room, and the same one
 * stands once, so that a window that is open for weeks has only what may still count.
 */
export const bringApproval = piece(({ approvals, looking: { registry, clock } }) => (text: string): void => {
  const now = clock.now().toISOString();
  const used = registry.read((reader) => new Set(reader.tenants().flatMap(({ id }) => [...reader.usedApprovals(id)])));
  const mayServe = (one: { text: string }): boolean => {
    const answer = openDocument(one.text, ANSWER_PURPOSE, answerDocument)?.value;
    return one.text !== text && answer !== undefined && answer.expiresAt > now && !used.has(answer.id);
  };
  approvals.brought = [...approvals.brought.filter(mayServe), { text, spentOn: null }].slice(-MOST_BROUGHT);
});

/** How many were taken that were not used yet. */
export const approvalsBrought = piece(
  ({ approvals }) =>
    (): number =>
      approvals.brought.filter(({ spentOn }) => spentOn === null).length,
);

/** The tenants that want a second officer for an act, so that it can be said before anybody says yes. */
export const secondWanted = looking(secondWantedBy);
