// What a look at the published set found, in lines for people: alarms first, each with what to do.
import { DRIFT_WORDS, type DriftFinding, type DriftReport, isAlarm } from '../../shared/drift.ts';
import { sentenceFor } from '../../shared/sentences.ts';

export const isCalm = ({ state }: DriftReport): boolean => state === 'in-step' || state === 'never-published';

export function driftLines({ tenant, state, findings, unreadable, unseen, jwksUrl }: DriftReport): string[] {
  return [
    ...findings.flatMap(findingLines),
    ...(unreadable === null ? [] : [`The set at the tenant could not be read: ${sentenceFor(unreadable).message}`]),
    ...(unseen === null || unseen === unreadable
      ? []
      : [`The public key set could not be read: ${sentenceFor(unseen).message}`]),
    ...(state === 'in-step'
      ? [`In step: ${tenant} publishes exactly what was pushed, and ${jwksUrl ?? 'it'} shows it.`]
      : []),
    ...(state === 'never-published' ? [`Nothing was pushed to ${tenant} yet, so there is nothing to watch.`] : []),
  ];
}

function findingLines(finding: DriftFinding): string[] {
  const { what, todo } = DRIFT_WORDS[finding.kind];
  return [`${isAlarm(finding) ? 'ALARM' : 'Drift'}: ${finding.kid} ${what}.`, `  ${todo}`];
}
