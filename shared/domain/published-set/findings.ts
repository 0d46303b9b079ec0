// Everything that speaks against sending a set, put together: the faults of its keys, and what the change itself would
// do to those who rely on the keys. Errors first. Whether an error may be overridden is decided where the push is.
import type { ForeignKey } from './foreign.ts';
import type { RemoteKey } from './publication.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Finding, FindingCode } from './finding.ts';
import { faultsAround } from '../key-ring/certificate-faults.ts';
import type { Instant } from '../timing/instant.ts';
import { lintSet } from './lint.ts';
import type { Intent } from './foreign-keys.ts';
import { nameOf, ownerOf, revokedAs } from '../key-ring/same-key.ts';

interface FindingsInput {
  set: readonly Readonly<Record<string, unknown>>[];
  keys: readonly SigningKey[];
  remote: readonly RemoteKey[];
  /** Keys of others that are there now. */
  there: readonly RemoteKey[];
  /** These, and those that would come back, with what is decided about them. */
  foreign: readonly ForeignKey[];
  /** Ours, for which there is no place. */
  wait: readonly SigningKey[];
  publicKids: readonly string[] | null;
  intent: Intent;
  now: Instant;
}

export function findingsOf({
  set,
  keys,
  remote,
  there,
  foreign,
  wait,
  publicKids,
  intent,
  now,
}: FindingsInput): Finding[] {
  const ours = new Set(keys.map(({ kid }) => kid));
  const owned = set.flatMap(
    (raw) => ownerOf({ kid: typeof raw['kid'] === 'string' ? raw['kid'] : null, raw }, keys) ?? [],
  );
  const clashing = owned.filter((key) => isOfTenant(key, remote, publicKids ?? []));
  const current = keys.filter(
    (key) => key.state === 'current' && (wait.includes(key) || remote.some(({ kid }) => kid === key.kid)),
  );
  const unnamed = intent.act === 'clear' ? there.filter((key) => !intent.removeForeign.includes(nameOf(key))) : [];
  const undecided = intent.act === 'clear' ? [] : foreign.filter(({ decision }) => decision === null);
  const revoked = [
    ...owned.filter(({ state }) => state === 'revoked'),
    ...set.flatMap((raw) => revokedAs({ raw }, keys) ?? []),
  ];
  /** Keys of others that the set would hold again. Ours go out as they are on record. */
  const backAgain = (code: FindingCode, isSo: (key: RemoteKey) => boolean): Finding[] =>
    there
      .filter((key) => isSo(key) && set.some((one) => one === key.raw || (key.kid !== null && one['kid'] === key.kid)))
      .map((key) => ({ code, severity: 'error', kid: nameOf(key) }));
  const findings: Finding[] = [
    ...lintSet(set, ours),
    ...backAgain('private-member', ({ exposed }) => exposed !== undefined),
    ...backAgain('inexact-member', ({ inexact }) => inexact === true),
    ...named('kid-of-tenant', 'error', clashing),
    ...named('revoked-key', 'error', [...new Set(revoked)]),
    ...unnamed.map((key): Finding => ({ code: 'foreign-not-named', severity: 'error', kid: nameOf(key) })),
    ...undecided.map(({ name }): Finding => ({ code: 'foreign-undecided', severity: 'error', kid: name })),
    ...named(
      'current-missing',
      'warning',
      current.filter((key) => !owned.includes(key)),
    ),
    // What verifiers that look at the certificate would make of it.
    ...owned.flatMap((key) =>
      faultsAround(key, now).map((fault): Finding => ({
        code: `certificate-${fault}`,
        severity: 'warning',
        kid: key.kid,
      })),
    ),
  ];
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}

export const isError = ({ severity }: Finding): boolean => severity === 'error';

/**
 * A key that we never sent, and that is not in the custom set, but is publicly listed: the tenant has one of that name.
 * What we sent before may still come out of a cache and proves nothing.
 */
const isOfTenant = (
  { kid, announcedAt }: SigningKey,
  remote: readonly RemoteKey[],
  listed: readonly string[],
): boolean => announcedAt === null && listed.includes(kid) && !remote.some((found) => found.kid === kid);

const named = (code: FindingCode, severity: Finding['severity'], keys: readonly SigningKey[]): Finding[] =>
  keys.map(({ kid }) => ({ code, severity, kid }));
