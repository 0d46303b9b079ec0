// What a look at the published set found, in lines for people: alarms first, each with what to do.
import { DRIFT_WORDS } from '../publishing.ts';
import {
  type DriftFinding,
  type DriftReport,
  isAlarm,
  isCompromised,
} from '../../../domain/published-set/drift-report.ts';
import type { ExposedKey } from '../../../domain/published-set/finding.ts';
import { sentenceFor } from '../errors.ts';
import { keptLines } from './foreign-keys.ts';

export function driftLines({
  tenant,
  state,
  findings,
  keptForeign,
  unreadable,
  unseen,
  jwksUrl,
  clock,
}: DriftReport): string[] {
  return [
    ...findings.flatMap((finding) => findingLines(tenant, finding)),
    ...keptLines(keptForeign),
    ...(unreadable === null ? [] : [`The set at the tenant could not be read: ${sentenceFor(unreadable).message}`]),
    ...(unseen === null || unseen === unreadable
      ? []
      : [`The public key set could not be read: ${sentenceFor(unseen).message}`]),
    ...(clock === undefined ? [] : [`Not kept: ${sentenceFor({ code: 'CLOCK_DISAGREES', facts: clock }).message}`]),
    ...(state === 'in-step'
      ? [
          `In step: ${tenant} publishes exactly what was pushed and ought to be public, and ${jwksUrl ?? 'it'} shows it.`,
        ]
      : []),
    ...(state === 'never-published' ? [`Nothing was pushed to ${tenant} yet, so there is nothing to watch.`] : []),
  ];
}

function findingLines(tenant: string, finding: DriftFinding): string[] {
  const { kind, kid, members = [] } = finding;
  const { what, todo } = DRIFT_WORDS[kind];
  return [
    `${isCompromised(finding) ? 'ALARM, FIRST OF ALL' : isAlarm(finding) ? 'ALARM' : 'Drift'}: ${kid} ${what}.`,
    ...(members.length > 0 ? [`  Private members there: ${members.join(', ')}`] : []),
    `  ${todo}`,
    ...(kind === 'private-ours'
      ? [
          `  custodian key rotate-and-revoke ${quoted(tenant)} --compromised --reason 'its private key was public'`,
          `  or, if it waits as next: custodian key withdraw ${quoted(tenant)} ${quoted(kid)} --compromised --reason 'its private key was public'`,
          `  or, if it no longer signs: custodian key revoke ${quoted(tenant)} ${quoted(kid)} --compromised --reason 'its private key was public'`,
        ]
      : []),
  ];
}

/** One word of a POSIX shell, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The same alarm where a set is looked at: before a push, and when it is pulled. */
export const exposedLines = (tenant: string, exposed: readonly ExposedKey[]): string[] =>
  exposed.flatMap(({ name, members, ours }) =>
    findingLines(
      tenant,
      ours === null
        ? { kind: 'private-foreign', kid: name, members }
        : { kind: 'private-ours', kid: ours.kid, members },
    ),
  );
