// The third side of the comparison: what we sent last against what is there now. A difference between these two was
// made by somebody else, whatever our rings want today.
import type { RemoteKey } from './publication.ts';
import type { SinceLastPush } from './finding.ts';
import { isKeptKey, isKnown, isNotVisibleYet, type LastSent } from './compare-sets.ts';
import { variationsOf } from './key-variations.ts';
import { keysIn } from './recorded-set.ts';

type Jwk = Readonly<Record<string, unknown>>;

/**
 * Empty when nothing was pushed yet, when the last push was recorded before sets were kept, and while the tenant does not
 * show yet what it accepted.
 */
export function sinceLastPush(last: LastSent | null, remote: readonly RemoteKey[]): SinceLastPush[] {
  if (last?.sent === undefined || last.sent === null || isNotVisibleYet(last, remote)) {
    return [];
  }
  const sent = keysIn(last.sent).filter(({ kid }) => typeof kid === 'string');
  const found = (kid: unknown): RemoteKey | undefined => remote.find((key) => key.kid === kid);
  const gone = sent.flatMap((key): SinceLastPush[] => {
    const kid = String(key['kid']);
    const there = found(kid);
    if (there === undefined) {
      return [{ kid, change: 'vanished' }];
    }
    if (isKeptKey(there.raw, key, last)) {
      return [];
    }
    return [{ kid, change: variationsOf(there.raw, key) === null ? 'altered' : 'rewritten' }];
  });
  const came = remote.flatMap(({ kid }): SinceLastPush[] =>
    kid === null || sent.some((key) => key['kid'] === kid) ? [] : [{ kid, change: 'appeared' }],
  );
  const order = isKnown({ kid: '', kind: 'moved' }, last) ? [] : moved(sent, remote);
  return [...gone, ...came, ...order];
}

/** Keys that are on both sides, but in another order among themselves. */
function moved(sent: readonly Jwk[], remote: readonly RemoteKey[]): SinceLastPush[] {
  const before = sent.map(({ kid }) => kid).filter((kid) => remote.some((key) => key.kid === kid));
  const now = remote.map(({ kid }) => kid).filter((kid) => kid !== null && before.includes(kid));
  return now.flatMap((kid, place): SinceLastPush[] =>
    kid === null || before[place] === kid ? [] : [{ kid, change: 'moved' }],
  );
}
