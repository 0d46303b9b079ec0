// Publications in lines for people: what would change, what speaks against it, what is there, and what was proven.
import type { PushOutcome } from '../../../acts/publishing.ts';
import { FINDING_WORDS, NAIVE_VERIFIER_WORDS, SINCE_LAST_PUSH_WORDS, VARIATION_WORDS } from '../publishing.ts';
import type { EvidenceSummary } from '../../../domain/evidence/evidence.ts';
import type { DiffEntry, Publication, PublicationPreview } from '../../../domain/published-set/publication.ts';
import type { Proof } from '../../../domain/evidence/proof.ts';
import type { NaiveWarning } from '../../../domain/published-set/naive-verifiers.ts';
import {
  type Finding,
  type PublishedKey,
  type SinceLastPush,
  type Variation,
} from '../../../domain/published-set/finding.ts';
import type { Places, WaitingKey } from '../../../domain/published-set/places.ts';
import { cacheControlSeconds, MAX_CACHE_SECONDS } from '../../../domain/timing/cache-control.ts';
import { exposedLines } from './drift.ts';
import { decisionWords, foreignLines } from './foreign-keys.ts';
import { table } from '../../../encoding/table.ts';

export function previewLines(tenant: string, preview: PublicationPreview): string[] {
  const { act, exposed, diff, upToDate, jwksUrl, body, places, findings, sinceLastPush, warnings, waits, foreign } =
    preview;
  return [
    ...exposedLines(tenant, exposed),
    ...(act === 'clear' ? ['THIS DELETES THE WHOLE SET. No key of it would be found by any verifier.'] : []),
    ...(act === 'rollback' ? ['This restores an earlier set, whatever the rings want today.'] : []),
    ...(diff.length === 0 ? ['No keys, here or there.'] : table(diff.map(diffRow(sinceLastPush)))),
    ...sinceLastPush.map(({ kid, change }) => `Behind our back: ${kid} ${SINCE_LAST_PUSH_WORDS[change]}.`),
    upToDate ? 'The published set is up to date.' : `To be sent: ${body ?? 'nothing; the set is deleted'}`,
    ...foreignLines(foreign),
    ...waits.map(waitingLine),
    placesLine(places),
    `Verifiers read ${jwksUrl}`,
    // Told above, with what to do.
    ...findings.filter(({ code }) => code !== 'foreign-undecided').map(findingLine),
    ...warnings.flatMap(warningLines),
  ];
}

const placesLine = ({ used, planned, limit }: Places): string =>
  limit === null
    ? `Key slots: ${used} used now, ${planned} planned; the endpoint sets no limit`
    : `Key slots: ${used} of ${limit} used now, ${planned} planned`;

const waitingLine = ({ kid, state, isThere }: WaitingKey): string =>
  `Waits for a key slot: ${kid} (${state}) ${WAITING_WORDS[state]}${isThere ? ' It is there now, and goes with this push.' : ''}`;

/** Completes “{kid} …”. */
const WAITING_WORDS: Record<WaitingKey['state'], string> = {
  current: 'signs, and its tokens are rejected until it gets one. Retire a ring, or remove foreign keys.',
  next: 'cannot be announced until it gets one.',
  previous: 'has tokens that are rejected until it gets one.',
  revoked: 'is revoked.',
  replaced: 'was replaced before it was used.',
};

const diffRow =
  (since: readonly SinceLastPush[]) =>
  ({ kind, kid, kty, alg, state }: DiffEntry): string[] => [
    kind,
    kid ?? '(no kid)',
    alg ?? kty,
    state ?? 'not ours',
    since
      .filter((one) => one.kid === kid)
      .map(({ change }) => `${change} since our last push`)
      .join(', '),
  ];

const findingLine = ({ severity, kid, code }: Finding): string =>
  `${severity === 'error' ? 'ERROR' : 'Warning'}: ${kid} ${FINDING_WORDS[code]}.`;

function warningLines({ verifier, kids }: NaiveWarning): string[] {
  const { habit, consequence, advice } = NAIVE_VERIFIER_WORDS[verifier];
  return [`Warning: verifiers that ${habit} would ${consequence}: ${kids.join(', ')}`, `  ${advice}`];
}

export function publishedLines(tenant: string, keys: readonly PublishedKey[]): string[] {
  const exposed = keys.filter((key) => key.exposed.length > 0).map((key) => ({ ...key, members: key.exposed }));
  return keys.length === 0
    ? ['The tenant has no custom keys.']
    : [
        ...exposedLines(tenant, exposed),
        ...table([
          ['KEY', 'ALG', 'WHOSE', 'SINCE OUR LAST PUSH'],
          ...keys.map(({ name, alg, kty, ours, kept, since }) => [
            name,
            alg ?? kty,
            ours === null
              ? kept === null
                ? 'not ours, undecided'
                : `not ours, kept ${decisionWords(kept)}`
              : `ours, ${ours.state}${ours.kid === name ? '' : `, known here as ${ours.kid}`}`,
            since ?? '',
          ]),
        ]),
      ];
}

export function historyLines(publications: readonly Publication[]): string[] {
  return publications.length === 0
    ? ['Nothing was published yet.']
    : table([
        ['ID', 'AT', 'ACT', 'STATE', 'KEYS'],
        ...publications.map(({ id, at, act, confirmedAt, variations, kids }) => [
          id,
          at,
          act,
          confirmedAt === null ? NOT_VISIBLE : variations.length === 0 ? 'read back' : 'read back, shown otherwise',
          kids.join(', ') || 'none',
        ]),
      ]);
}

const NOT_VISIBLE = 'accepted, not visible yet';

/** What a push came to, beyond that it was sent. */
export function outcomeLines({ publication: { variations }, confirmed }: PushOutcome, tenant: string): string[] {
  return [
    ...variationLines(variations),
    ...(confirmed
      ? []
      : [
          `Accepted, not visible yet: ${tenant} took the set and still shows the earlier one.`,
          `  Nothing needs to be sent again. Check later: custodian publish verify ${tenant} --wait`,
        ]),
  ];
}

/** The order is one thing to say, however many keys moved. */
function variationLines(variations: readonly Variation[]): string[] {
  const moved = variations.filter(({ kind }) => kind === 'moved').map(({ kid }) => kid);
  return [
    ...variations
      .filter(({ kind }) => kind !== 'moved')
      .map(({ kid, kind }) => `Note: ${kid} ${VARIATION_WORDS[kind]}.`),
    ...(moved.length > 0 ? [`Note: ${moved.join(', ')} ${VARIATION_WORDS.moved}.`] : []),
  ];
}

export function evidenceLines(all: readonly EvidenceSummary[]): string[] {
  return all.length === 0
    ? ['Nothing was proven yet.']
    : table([
        ['ID', 'AT', 'VERDICT', 'KEYS', 'SHA-256'],
        ...all.map(({ id, at, ok, kids, sha256 }) => [id, at, ok ? 'proven' : 'not proven', kids.join(', '), sha256]),
      ]);
}

export function proofLines({ ok, kid, steps, cacheControl }: Proof): string[] {
  return [
    `${ok ? 'PROVEN' : 'NOT PROVEN'}  ${kid}`,
    ...steps.map(({ step, ok: passed, detail }) => `  ${passed ? 'ok  ' : 'FAIL'} ${step}: ${detail}`),
    `  caches may keep the set for: ${cacheControl ?? 'not stated'}`,
    ...(cacheControlSeconds(cacheControl).onError >= MAX_CACHE_SECONDS
      ? ['  Warning: that is 30 days or more. No wait assumes more than 30 days; correct the header at the endpoint.']
      : []),
  ];
}
