// The third side of the comparison: what we sent last against what is there now. A difference between these two was
// made by somebody else, whatever our rings want today.
import type { Publication, RemoteKey } from '../../shared/model/publication.ts';
import type { SinceLastPush } from '../../shared/publishing.ts';
import { hasMembers } from './same-key.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** The keys of a recorded set. */
export function keysIn(set: string | null): Jwk[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is a text that we made and recorded
  return set === null ? [] : (JSON.parse(set) as { keys: Jwk[] }).keys;
}

/** Empty when nothing was pushed yet, or when the last push was recorded before sets were kept. */
export function sinceLastPush(last: Pick<Publication, 'sent'> | null, remote: readonly RemoteKey[]): SinceLastPush[] {
  if (last === null || last.sent === null) {
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
    return hasMembers(there.raw, key) ? [] : [{ kid, change: 'altered' }];
  });
  const came = remote.flatMap(({ kid }): SinceLastPush[] =>
    kid === null || sent.some((key) => key['kid'] === kid) ? [] : [{ kid, change: 'appeared' }],
  );
  return [...gone, ...came, ...moved(sent, remote)];
}

/** Keys that are on both sides, but in another order among themselves. */
function moved(sent: readonly Jwk[], remote: readonly RemoteKey[]): SinceLastPush[] {
  const before = sent.map(({ kid }) => kid).filter((kid) => remote.some((key) => key.kid === kid));
  const now = remote.map(({ kid }) => kid).filter((kid) => kid !== null && before.includes(kid));
  return now.flatMap((kid, place): SinceLastPush[] =>
    kid === null || before[place] === kid ? [] : [{ kid, change: 'moved' }],
  );
}
