// What a look at a published set means for those who only glance at it.
import {
  isAlarm,
  isCompromised,
  isExposure,
  type DriftFinding,
  type DriftReport,
} from '../../../shared/domain/published-set/drift-report.ts';
import { words } from '../../text/words.ts';

export const alarmsOf = (drift: DriftReport | null): DriftFinding[] => drift?.findings.filter(isAlarm) ?? [];

/** In two words, for a badge; `null` when there is nothing to say. */
export function driftBadge(drift: DriftReport | null): { word: string; alarm: boolean } | null {
  if (drift === null || (drift.findings.length === 0 && drift.state !== 'unknown')) {
    return null;
  }
  if (drift.findings.some(isCompromised)) {
    return { word: words.fleet.drift.compromised, alarm: true };
  }
  if (drift.findings.some(isExposure)) {
    return { word: words.fleet.drift.exposed, alarm: true };
  }
  if (alarmsOf(drift).length > 0) {
    return { word: words.fleet.drift.alarm, alarm: true };
  }
  return { word: drift.findings.length > 0 ? words.fleet.drift.changed : words.fleet.drift.unknown, alarm: false };
}
