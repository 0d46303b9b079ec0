// Four eyes: for which acts a tenant wants the yes of a second officer, who that may be, and when a yes is good. An officer is
// known by the device key of the data folder that is his; the same key under a second name is the same officer.
import { z } from 'zod';
import { approvalHash } from '../approval-hash.ts';
import type { ApprovalPlace } from '../approval.ts';
import type { KeyState } from '../limits.ts';
import type { Instant } from '../timing/instant.ts';
import { fingerprintSchema } from '../offline/courier.ts';
import type { ApprovalFlaw } from '../../problems/approval.ts';
import { hashSchema, instantSchema, nameSchema } from '../../fields.ts';

/** What is said of an act: its arguments without the tenant. */
type Said = Readonly<Record<string, unknown>>;
type When = (said: Said) => boolean;

const always: When = () => true;
/** Somebody would miss the key that makes room, or it comes from outside and takes the place of one that signs or will. */
const replaces: When = ({ replace }) => replace !== undefined;
const takesPlace: When = ({ as }) => as !== 'previous';
const somePlaces: When = ({ takes }) => Array.isArray(takes) && takes.length > 0;

/** Kind -> the acts of that kind. Whoever may do them all in one may not do it alone because one of them is named. */
const KINDS = {
  push: { 'publish.push': always, 'bundle.save': always, 'plan.run': always },
  rotate: {
    'key.rotate': always,
    'key.abortRotation': always,
    'key.generate': replaces,
    'key.import': takesPlace,
    'key.importMany': somePlaces,
    'remote.rotate': always,
    'plan.run': always,
  },
  revoke: {
    'key.revoke': always,
    'key.withdraw': always,
    'ring.retire': always,
    'remote.revoke': always,
    'plan.run': always,
  },
  emergency: { 'key.rotateAndRevoke': always },
  // A backup holds every private key.
  'hand-over': { 'export.private': always, 'backup.create': always },
  destroy: { 'key.destroy': always },
  // Whoever has a token of the current key is whoever it names, for as long as it lasts.
  sign: { 'token.sign': always },
} as const satisfies Record<string, Readonly<Record<string, When>>>;

export type FourEyesKind = keyof typeof KINDS;
type ActOfKind = { [K in FourEyesKind]: keyof (typeof KINDS)[K] }[FourEyesKind];
const isKind = (name: string): name is FourEyesKind => Object.hasOwn(KINDS, name);
export const FOUR_EYES_KINDS: readonly FourEyesKind[] = Object.keys(KINDS).filter(isKind);

/** Who may say the second yes is itself changed by two as soon as any act is. */
const ITSELF = ['officer.add', 'officer.remove', 'fourEyes.set'] as const;
const ABOUT_ITSELF: ReadonlySet<string> = new Set(ITSELF);

/** What a second officer can be wanted for. */
export type GuardableAct = ActOfKind | (typeof ITSELF)[number];

const isOfKind = (kind: FourEyesKind, act: string, said: Said): boolean => {
  const acts: Readonly<Record<string, When>> = KINDS[kind];
  return Object.hasOwn(acts, act) && acts[act]?.(said) === true;
};

export const isGuardable = (act: string, said: Said): boolean =>
  ABOUT_ITSELF.has(act) || FOUR_EYES_KINDS.some((kind) => isOfKind(kind, act, said));

/** `wanted`: of the tenant. */
export const needsSecond = (act: string, said: Said, wanted: readonly FourEyesKind[]): boolean =>
  wanted.length > 0 && (ABOUT_ITSELF.has(act) || wanted.some((kind) => isOfKind(kind, act, said)));

export interface Officer {
  name: string;
  /** Lower-case hex SHA-256 of the device key's SPKI. */
  device: string;
  addedAt: Instant;
}

export interface FourEyes {
  /** Fingerprint of this device, which another installation would list; `null` before its key is made. */
  own: string | null;
  kinds: FourEyesKind[];
  officers: Officer[];
}

/** What two people agree on: the act with all that was said, the place, and the keys as they are. */
export interface Approvable {
  act: string;
  place: ApprovalPlace;
  args: Readonly<Record<string, unknown>>;
  keys: { kid: string; state: KeyState; spkiSha256: string }[];
}

export const hashOfApprovable = ({ act, place, args, keys }: Approvable): string =>
  approvalHash('four-eyes', place, { act, args, keys });

export const REQUEST_PURPOSE = 'key-custodian/approval-request';
export const ANSWER_PURPOSE = 'key-custodian/approval';

/** Hours for which a request may be answered and its answer used. */
export const APPROVAL_HOURS = { least: 1, usual: 24, most: 168 } as const;

export const requestDocument = z.strictObject({
  purpose: z.literal(REQUEST_PURPOSE),
  version: z.literal(1),
  id: z.uuid(),
  madeAt: instantSchema,
  expiresAt: instantSchema,
  /** Who asks, by the name of the account. */
  actor: z.string().max(300),
  act: z.string().max(100),
  place: z.record(z.string(), z.json()),
  args: z.record(z.string(), z.json()),
  keys: z.array(
    z.strictObject({ kid: z.string().max(200), state: z.string().max(20), spkiSha256: z.string().max(64) }),
  ),
  hash: hashSchema,
});
export type ApprovalRequest = z.output<typeof requestDocument>;

export const answerDocument = z.strictObject({
  purpose: z.literal(ANSWER_PURPOSE),
  version: z.literal(1),
  /** Of the request, and so of the answer: a request is answered once. */
  id: z.uuid(),
  hash: hashSchema,
  /** Fingerprint of the device that asked. */
  requester: hashSchema,
  decision: z.enum(['granted', 'refused']),
  reason: z.string().max(500).nullable(),
  at: instantSchema,
  expiresAt: instantSchema,
});
export type ApprovalAnswer = z.output<typeof answerDocument>;

interface Judged {
  answer: ApprovalAnswer;
  /** Fingerprint of the device that signed it. */
  signer: string;
  /** Of what is about to be done. */
  hash: string;
  own: string | null;
  officers: readonly Officer[];
  used: boolean;
  now: Instant;
}

/** `null` for a yes that counts: another officer's, to exactly this, in time, and not used yet. */
export function flawOf({ answer, signer, hash, own, officers, used, now }: Judged): ApprovalFlaw | null {
  if (signer === own || signer === answer.requester) {
    return 'own-key';
  }
  if (!officers.some(({ device }) => device === signer)) {
    return 'not-officer';
  }
  if (answer.requester !== own) {
    return 'other-requester';
  }
  if (answer.hash !== hash) {
    return 'other-content';
  }
  if (answer.decision === 'refused') {
    return 'refused';
  }
  return used ? 'used' : answer.expiresAt <= now ? 'expired' : null;
}

export const requestHoursSchema = z.strictObject({
  hours: z.int().min(APPROVAL_HOURS.least).max(APPROVAL_HOURS.most).default(APPROVAL_HOURS.usual),
});

export const officerSchema = z.strictObject({ tenant: nameSchema, name: nameSchema, device: fingerprintSchema });
export const officerNameSchema = z.strictObject({ tenant: nameSchema, name: nameSchema });
export const fourEyesSchema = z.strictObject({
  tenant: nameSchema,
  /** Empty: off. */
  kinds: z.array(z.enum(FOUR_EYES_KINDS)),
});
