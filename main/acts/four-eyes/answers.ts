// Answering the request of another officer, and the answers that are brought along. Whoever answers sees what the request says and
// signs its hash; neither needs a network, since both are files.
import {
  ANSWER_PURPOSE,
  answerDocument,
  APPROVAL_HOURS,
  type ApprovalAnswer,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { openDevice } from '../audit/device.ts';
import { beside, looking, piece } from '../bound.ts';
import { openDocument } from './documents.ts';
import { ownDevice } from './gate.ts';
import { requestToAnswer } from './requests.ts';

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
    const { request, requester } = requestToAnswer(ports, text);
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
