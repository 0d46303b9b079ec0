// What ties the audit chain to this device: a signature by a key in the keychain, and what the keychain remembers. Pure
// judgement over facts; audit-sealing.ts does the signing. What is promised and what not: docs/adr/0009-audit-anchor.md.
import type { AuditEntry, AuditProblem, AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import { type CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { ChainHead, ChainVerdict } from '../../../shared/domain/audit/chain.ts';
import { deviceKeyFingerprint, readSeal } from './seal.ts';
import type { Remembered } from './memory.ts';
import type { AuditAnchor } from '../../../shared/domain/records.ts';

/** The action of the entry that names a new device key in its details. */
export const DEVICE_KEY_ACTION = 'audit.device-key';

/** The action of the entry after which a chain goes on in another registry, where it says that it took the chain over. */
export const RESTORE_ACTION = 'backup.restore-begun';

/**
 * The device key that signs after this entry, Standard Base64 of its SPKI: the one that it names, or the `last` one. The
 * device that made a backup signs nothing where it is restored; until another one is announced, nobody does.
 */
export function announcedAfter({ action, details }: AuditEntry, last: string | null): string | null {
  const key = action === DEVICE_KEY_ACTION ? details['deviceKey'] : null;
  if (action === RESTORE_ACTION && details['tookOverChain'] === true) {
    return null;
  }
  return typeof key === 'string' ? key : last;
}

/** What the keychain holds of the anchor. */
export interface KeychainAnchor {
  /** Standard Base64 of the device key's SPKI; `null` when there is no device key. */
  deviceKey: string | null;
  remembered: Remembered | null;
}

/** The anchor, and the entries against which it is held. */
export interface Anchored {
  anchor: AuditAnchor | null;
  entries: number;
  /** `null` when there is no such entry. */
  hashAt: (seq: number) => string | null;
}

/** The place that the anchor's signature covers; `null` when there is no good signature. */
export function signedHead(anchor: AuditAnchor | null): ChainHead | null {
  return anchor?.seal === undefined || anchor.seal === null ? null : readSeal(anchor.seal, anchor.deviceKey);
}

/** What speaks against a chain that may be whole in itself. Without `keychain` only public facts are compared. */
export function anchorProblem(
  { anchor, entries, hashAt }: Anchored,
  keychain: KeychainAnchor | null,
): AuditProblem | null {
  const signed = signedHead(anchor);
  if (anchor !== null && anchor.seal !== null && (signed === null || hashAt(signed.seq) !== signed.hash)) {
    return signed !== null && signed.seq > entries ? 'cut-short' : 'seal-wrong';
  }
  const remembered = keychain?.remembered ?? null;
  if (remembered !== null && remembered.seq > 0 && hashAt(remembered.seq) !== remembered.hash) {
    return remembered.seq > entries ? 'older-than-keychain' : 'other-than-keychain';
  }
  // A version that did not seal the state told the keychain after the signature was stored. Since then the seal says
  // whether the signature is the one that belongs here.
  if (remembered?.number === null && remembered.seq > (signed?.seq ?? 0)) {
    return 'seal-missing';
  }
  if (anchor !== null && keychain !== null && keychain.deviceKey !== anchor.deviceKey) {
    return keychain.deviceKey === null ? 'device-key-missing' : 'device-key-other';
  }
  return null;
}

/** What the gate of acts found, as a verdict names it. An older state may have lost no entry: some changes make none. */
export const stateProblem = (found: CustodianError | null): AuditProblem | null =>
  found === null ? null : isCustodianError(found, 'REGISTRY_OLDER') ? 'older-than-keychain' : 'state-altered';

/** The verdict on a chain that was read to its end. `announced` is the last device key that an entry named. */
export function verdictOn(
  chain: ChainVerdict,
  announced: string | null,
  { anchor, hashAt }: Pick<Anchored, 'anchor' | 'hashAt'>,
  keychain: KeychainAnchor | null,
): AuditVerdict {
  const { seq: entries, hash: head } = chain.head;
  const problem = anchorProblem({ anchor, entries, hashAt }, keychain) ?? announcedProblem(anchor, announced);
  const signed = signedHead(anchor);
  const covered = signed !== null && signed.seq <= entries && hashAt(signed.seq) === signed.hash;
  return {
    ok: chain.ok && problem === null,
    entries,
    brokenAt: chain.brokenAt,
    head,
    problem,
    signedThrough: covered ? signed.seq : 0,
    deviceKey: anchor === null ? null : deviceKeyFingerprint(anchor.deviceKey),
    keychainAsked: keychain !== null,
  };
}

function announcedProblem(anchor: AuditAnchor | null, announced: string | null): AuditProblem | null {
  if (anchor === null) {
    return announced === null ? null : 'seal-missing';
  }
  return announced === anchor.deviceKey ? null : 'device-key-other';
}
