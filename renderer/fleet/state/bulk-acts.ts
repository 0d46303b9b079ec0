// What bulk work does to one tenant, and how it ended in a sentence. Nothing here throws: a refusal is a result too, and
// the next tenant is not held up by it.
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { wireErrorOf, type Custodian } from '../../bridge.ts';
import { words } from '../../text/words.ts';
import { diffCounts } from '../../publishing/state/diff-counts.ts';

const { said, diff: diffWords } = words.bulk;

export type BulkState = 'done' | 'ready' | 'look' | 'skipped' | 'refused';

export interface BulkResult {
  tenant: string;
  state: BulkState;
  said: string;
}

/** What a push would send; `preview` only when it may go out without a word of the officer's. */
export interface PlannedPush extends BulkResult {
  preview: PublicationPreview | null;
}

type Ending = Pick<BulkResult, 'state' | 'said'>;

async function ended(tenant: string, work: () => Promise<Ending>): Promise<BulkResult> {
  try {
    return { tenant, ...(await work()) };
  } catch (error) {
    return { tenant, state: 'refused', said: words.shared.error(wireErrorOf(error)).message };
  }
}

export const lookAt = (custodian: Custodian) => (tenant: string) =>
  ended(tenant, async () => {
    const { state, findings, unreadable, unseen } = await custodian.call('publish.drift', { tenant });
    const [first] = findings;
    if (first !== undefined) {
      const { what } = words.shared.drift[first.kind];
      return { state: 'look', said: said.finding(first.kid, what, findings.length - 1) };
    }
    const away = unreadable ?? unseen;
    if (away !== null) {
      return { state: 'refused', said: words.shared.error(away).message };
    }
    return state === 'never-published'
      ? { state: 'skipped', said: said.neverPublished }
      : { state: 'done', said: said.inStep };
  });

export const proveIt = (custodian: Custodian) => (tenant: string) =>
  ended(tenant, async () => {
    const proofs = await custodian.call('publish.verify', { tenant });
    const failed = proofs.find(({ ok }) => !ok);
    if (failed !== undefined) {
      const step = failed.steps.find(({ ok }) => !ok);
      return {
        state: 'look',
        said: step ? said.notProven(words.model.proofStep[step.step].word, words.shared.proofStep(step)) : failed.kid,
      };
    }
    return proofs.length === 0
      ? { state: 'skipped', said: said.noCurrent }
      : { state: 'done', said: said.proven(proofs.length) };
  });

/** `null`: the default of its environment. */
export const setPolicy = (custodian: Custodian, policy: string | null) => (tenant: string) =>
  ended(tenant, async () => {
    await custodian.call('tenant.edit', { tenant, policy });
    return { state: 'done', said: policy === null ? said.usesDefault : said.usesPolicy(policy) };
  });

export const planPush =
  (custodian: Custodian) =>
  async (tenant: string): Promise<PlannedPush> => {
    let preview: PublicationPreview | null = null;
    const result = await ended(tenant, async () => {
      const found = await custodian.call('publish.preview', { tenant });
      const why = reasonToSkip(found);
      preview = why === null ? found : null;
      return why === null ? { state: 'ready', said: lineOf(found) } : { state: 'skipped', said: why };
    });
    return { ...result, preview };
  };

/** Bound to the preview that was shown: the main process refuses when the set has changed since. */
export const pushPlanned = (custodian: Custodian, plans: ReadonlyMap<string, PublicationPreview>) => (tenant: string) =>
  ended(tenant, async () => {
    const preview = plans.get(tenant);
    if (preview === undefined) {
      return { state: 'skipped', said: said.upToDate };
    }
    const { publication, confirmed } = await custodian.call('publish.push', { tenant, hash: preview.hash });
    return { state: 'done', said: confirmed ? said.pushed(publication.kids.length) : said.notVisible };
  });

/** Everything that an officer would have to look at, or consent to, on the tenant's own screen. */
export function reasonToSkip({ upToDate, body, findings, sinceLastPush, diff }: PublicationPreview): string | null {
  const [finding] = findings;
  const [change] = sinceLastPush;
  const altered = diff.find(({ kind }) => kind === 'altered');
  if (finding !== undefined) {
    return said.needsConsent(said.finding(finding.kid, words.shared.lint[finding.code], findings.length - 1));
  }
  if (change !== undefined) {
    const what = words.shared.sinceLastPush[change.change];
    return said.others(said.finding(change.kid, what, sinceLastPush.length - 1));
  }
  if (altered !== undefined) {
    return said.altered(altered.kid ?? '');
  }
  if (upToDate) {
    return said.upToDate;
  }
  return body === null ? said.deletes : null;
}

function lineOf({ diff, warnings }: PublicationPreview): string {
  const line = diffCounts(diff)
    .map(({ kind, count }) => diffWords[kind](count))
    .join(', ');
  return warnings.length > 0 ? said.stumbles(line) : said.plain(line);
}
