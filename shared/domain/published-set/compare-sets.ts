// Two sets of keys are the same when they hold the same keys. Their order has no meaning (RFC 7517 §5), and what a server
// does to the dress of a key is told, not mistaken for another key. Pure.
import type { Publication, RemoteKey } from './publication.ts';
import type { Variation } from './finding.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { variationsOf } from './key-variations.ts';
import { keysIn } from './recorded-set.ts';
import { hasMembers } from '../key-ring/same-key.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** What was sent last, and how the tenant shows it since. */
export type LastSent = Pick<Publication, 'sent'> &
  Partial<Pick<Publication, 'variations' | 'confirmedAt' | 'replaced'>>;

/** How the set that was found shows the keys of `body`; empty when exactly as sent, `null` when it holds other keys. */
export function shownAs(remote: readonly RemoteKey[], body: string | null): Variation[] | null {
  const sent = keysIn(body);
  const left = [...remote.entries()];
  const places: { kid: string; place: number }[] = [];
  const variations: Variation[] = [];
  if (sent.length !== remote.length) {
    return null;
  }
  for (const key of sent) {
    const fitting = left.flatMap(([place, found], index) => {
      // A key that shows its private key is not the key that we sent.
      const kinds = found.exposed === undefined ? variationsOf(found.raw, key) : null;
      return kinds === null ? [] : [{ place, index, kinds }];
    });
    const best = fitting.toSorted((a, b) => a.kinds.length - b.kinds.length)[0];
    if (best === undefined) {
      return null;
    }
    left.splice(best.index, 1);
    const kid = typeof key['kid'] === 'string' ? key['kid'] : '';
    places.push({ kid, place: best.place });
    variations.push(...best.kinds.map((kind) => ({ kid, kind })));
  }
  const moved = places.filter(({ place }, index) => place !== index);
  return [...variations, ...moved.map(({ kid }): Variation => ({ kid, kind: 'moved' }))];
}

/** The set holds what is wanted: exactly, or as the tenant showed these very bytes when they were sent before. */
export function isKeptAs(variations: readonly Variation[] | null, body: string | null, last: LastSent | null): boolean {
  return (
    variations !== null &&
    (variations.length === 0 || (wasSent(last, body) && variations.every((one) => isKnown(one, last))))
  );
}

const wasSent = (last: LastSent | null, body: string | null): boolean =>
  last?.sent === (body ?? canonicalJson({ keys: [] }));

/** The key as it was sent, or dressed as it was when our last push was read back. */
export function isKeptKey(found: Jwk, sent: Jwk, last: LastSent | null): boolean {
  if (hasMembers(found, sent)) {
    return true;
  }
  const kinds = variationsOf(found, sent);
  const kid = typeof sent['kid'] === 'string' ? sent['kid'] : '';
  return (
    kinds !== null &&
    keysIn(last?.sent ?? null).some((key) => canonicalJson(key) === canonicalJson(sent)) &&
    kinds.every((kind) => isKnown({ kid, kind }, last))
  );
}

/** An order that is not ours is no news once it was seen, whichever it is. */
export const isKnown = ({ kid, kind }: Variation, last: LastSent | null): boolean =>
  (last?.variations ?? []).some((one) => one.kind === kind && (kind === 'moved' || one.kid === kid));

/** The change that went out last was accepted, and the tenant still shows what was there before it. */
export function isNotVisibleYet(last: LastSent | null, remote: readonly RemoteKey[]): boolean {
  return (
    last?.confirmedAt === null &&
    last.replaced !== undefined &&
    shownAs(remote, last.sent) === null &&
    shownAs(remote, last.replaced) !== null
  );
}
