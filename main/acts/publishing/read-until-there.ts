// Reading back with patience. A tenant may take a set at once and show it a while later, so what is there is looked at again
// and again: the former set, for as long as a copy on the way may live; other keys, only as long as a set that is written in
// parts needs. Whoever waits may stop waiting; the change itself was sent.
import type { RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Variation } from '../../../shared/domain/published-set/finding.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { isKeptAs, type LastSent, shownAs } from '../../../shared/domain/published-set/compare-sets.ts';
import type { Ports } from '../../ports/ports.ts';
import type { PublishingEndpoint } from '../../ports/tenants.ts';
import { asFound } from '../../../shared/domain/published-set/preview.ts';
import { readBack } from './outcome.ts';

const FORMER_SECONDS = 60;
const OTHERS_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 8;

export interface Sent {
  tenant: Pick<Tenant, 'name'>;
  endpoint: PublishingEndpoint;
  /** The set that was there before. */
  before: readonly RemoteKey[];
  /** `null` for a set that was deleted. */
  body: string | null;
  last: LastSent | null;
}

export interface FoundAfter {
  after: RemoteKey[];
  /** How the set is shown; `null` when it is not there. */
  variations: Variation[] | null;
  /** What was there before is there still. */
  isFormer: boolean;
}

/** `waiting` is told before each pause. */
export async function readUntilThere(
  { pause }: Pick<Ports, 'pause'>,
  { tenant, endpoint, before, body, last }: Sent,
  waiting: () => void,
  signal?: AbortSignal,
): Promise<FoundAfter> {
  let passed = 0;
  for (let look = 0; ; look += 1) {
    const after = await readBack(tenant, endpoint, null);
    const variations = shownAs(after, body);
    const isFormer = foundText(after) === foundText(before);
    // Keys that are there in another dress may be those that were there before: then the new dress may be on its way.
    const isThere = variations !== null && (!isFormer || isKeptAs(variations, body, last));
    const patience = isFormer && variations === null ? FORMER_SECONDS : OTHERS_SECONDS;
    if (isThere || passed >= patience || signal?.aborted === true) {
      return { after, variations, isFormer };
    }
    waiting();
    const seconds = Math.min(2 ** look, LONGEST_PAUSE_SECONDS, patience - passed);
    await pause(seconds * 1000, signal);
    passed += seconds;
  }
}

/** What was found, in the form in which two findings are compared. */
export const foundText = (set: readonly RemoteKey[]): string => canonicalJson(set.map(asFound));
