// What a tenant needs next: one thing, the most pressing first. What was changed is pushed before anything else is begun, and
// a push is proven before anything waits for it; a rotation is due by the policy, not because a key is ready.
import { mayUse } from '../key-ring/may.ts';
import { keyIn } from '../key-ring/lane.ts';
import type { RingView } from '../key-ring/ring.ts';
import { isLiving } from '../limits.ts';
import { pendingOf } from '../published-set/pending.ts';
import type { ForecastEvent, ForecastKind } from '../timing/due.ts';
import type { Instant } from '../timing/instant.ts';
import type { TenantView } from './tenant.ts';

export type NextDue =
  | { act: 'ring.add' }
  /** The officer brings the keys of this ring, and it has none. */
  | { act: 'key.import'; ring: string }
  | { act: 'publish.push' }
  | { act: 'publish.verify' }
  | { act: 'key.rotate'; ring: string; kid: string }
  | { act: 'key.revoke'; ring: string; kid: string }
  | { act: 'certificate.reissue'; ring: string; kid: string };

/** What is known besides the tenant itself. */
export interface DueFacts {
  /** What is coming for this tenant. */
  events: readonly ForecastEvent[];
  /** When it was last proven from outside. */
  provenAt: Instant | null;
  now: Instant;
}

/** `null` when nothing is due now. */
export function nextDue(view: TenantView, { events, provenAt, now }: DueFacts): NextDue | null {
  const rings = view.rings.filter(({ ring }) => ring.retirement === null);
  if (mayUse(view.tenant) !== null) {
    return null;
  }
  if (rings.length === 0) {
    return { act: 'ring.add' };
  }
  const bare = rings.find(({ ring, keys }) => ring.brought && !keys.some(({ state }) => isLiving(state)));
  if (pendingOf(view) !== null) {
    return { act: 'publish.push' };
  }
  if (bare !== undefined) {
    return { act: 'key.import', ring: bare.ring.name };
  }
  if (isProofDue(view, provenAt)) {
    return { act: 'publish.verify' };
  }
  return events.flatMap((event) => (event.at > now ? [] : (actOn(event, rings, now) ?? [])))[0] ?? firstUse(rings, now);
}

/** Something signs, and nobody looked from outside since the last push. */
export const isProofDue = (
  { rings, lastPublication: last }: Pick<TenantView, 'rings' | 'lastPublication'>,
  provenAt: Instant | null,
): boolean =>
  last !== null &&
  last.kids.length > 0 &&
  rings.some(({ keys }) => keyIn('current', keys) !== null) &&
  (provenAt === null || provenAt < last.at);

function actOn({ kind, ring, kid }: ForecastEvent, rings: readonly RingView[], now: Instant): NextDue | null {
  const act = ACTS[kind];
  const found = rings.find((one) => one.ring.name === ring);
  if (act === null || act === 'publish.verify') {
    return act && { act };
  }
  const about = act === 'key.rotate' && found !== undefined ? readyIn(found, now) : kid;
  return found === undefined || about === null ? null : { act, ring, kid: about };
}

/** What a person does about it once everything is pushed; what else is coming happens by itself. */
const ACTS: Record<ForecastKind, 'publish.verify' | 'key.rotate' | 'key.revoke' | 'certificate.reissue' | null> = {
  'compromised-public': 'publish.verify',
  'announce-by': null,
  'rotation-due': 'key.rotate',
  'revocation-due': 'key.revoke',
  'take-down-due': 'publish.verify',
  'copies-left': null,
  'destruction-due': null,
  'certificate-ends': 'certificate.reissue',
};

/** A ring in which no key signs yet, and one could. */
function firstUse(rings: readonly RingView[], now: Instant): NextDue | null {
  const idle = rings.find((one) => keyIn('current', one.keys) === null && readyIn(one, now) !== null);
  const kid = idle === undefined ? null : readyIn(idle, now);
  return idle === undefined || kid === null ? null : { act: 'key.rotate', ring: idle.ring.name, kid };
}

function readyIn({ keys, clocks }: RingView, now: Instant): string | null {
  const next = keyIn('next', keys);
  const ready = next === null ? undefined : clocks[next.kid]?.readyToSign;
  const isReady = ready !== undefined && (ready.why === 'nothing-announced' || (ready.at !== null && ready.at <= now));
  return next !== null && isReady && ready.waitsFor.length === 0 ? next.kid : null;
}
