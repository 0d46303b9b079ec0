// What the program looks at in a step of a ceremony. Each look is an act that there is, past all of its gates.
import { type Ceremony, sinceItsTurn, type StepProblem } from '../../../shared/domain/ceremony/ceremony.ts';
import { isReadBack } from '../../../shared/domain/ceremony/read-back.ts';
import {
  actShown,
  type KnownFacts,
  type StepFacts,
  stepRow,
  type StepName,
} from '../../../shared/domain/ceremony/steps.ts';
import type { Severity } from '../../../shared/domain/doctor/report.ts';
import { isError } from '../../../shared/domain/published-set/findings.ts';
import { notedText } from '../../../shared/domain/audit/noted-head.ts';
import { standingDisagreement } from '../../../shared/domain/timing/trusted-time.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Room } from '../bound.ts';
import { verifyAudit } from '../audit/audit.ts';
import { backupStatus } from '../backup/status.ts';
import { examine } from '../doctor/doctor.ts';
import { clockDifference } from '../doctor/trusted-time.ts';
import { previewPublication } from '../publishing/publish.ts';
import { valueShown } from './values.ts';

export type Found = { facts: StepFacts } | { problem: StepProblem };

export interface Look {
  ceremony: Ceremony;
  known: KnownFacts;
  step: StepName;
  readBack: string | undefined;
}

export async function lookFor(room: Room, look: Look): Promise<Found> {
  const { step } = look;
  switch (stepRow(step).kind) {
    case 'said':
      return { facts: {} };
    case 'read-back':
      return readBackOf(room, look);
    case 'act':
      return actOf(room, look);
    case 'check':
      return checkOf(room, look);
  }
}

function readBackOf({ looking }: Room, { ceremony, known, step, readBack }: Look): Found {
  const value = valueShown(looking, step, { steps: ceremony.steps, known });
  if (value === null) {
    return { problem: step === 'read-backup' ? 'no-backup' : 'no-key' };
  }
  if (readBack === undefined) {
    return { problem: 'not-read' };
  }
  return isReadBack(value, readBack) ? { facts: { value } } : { problem: 'read-back' };
}

/** The act of a step as the chain shows it since its turn came; `null` where it is not done, or the step is none. */
export function actInTurn(
  { registry }: Pick<Ports, 'registry'>,
  { ceremony, known, step }: Omit<Look, 'readBack'>,
): StepFacts | null {
  const since = registry.read((reader) => [...auditBatches(reader, ceremony.begun.seq)].flat());
  return actShown(step, sinceItsTurn(since, ceremony.id), known);
}

function actOf({ looking }: Room, look: Look): Found {
  const { known, step } = look;
  const facts = actInTurn(looking, look);
  if (facts === null) {
    return { problem: 'not-done' };
  }
  const isLeftOut = backupStatus(looking, {}).unsaved.some(({ kid }) => kid === known.kid);
  return step === 'backup' && isLeftOut ? { problem: 'not-in-backup' } : { facts };
}

type Check = (room: Room, known: KnownFacts) => Found | Promise<Found>;

const CHECKS: Partial<Record<StepName, Check>> = {
  clock({ looking }) {
    const standing = looking.registry.read((reader) => standingDisagreement(reader.clockEntries()));
    const differs = clockDifference(looking) !== null || standing !== null;
    return differs ? { problem: 'clock' } : { facts: { time: looking.clock.now().toISOString() } };
  },
  async machine(room) {
    const { findings, checked } = await examine.open(room)(() => undefined);
    const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
    return count('alarm') > 0
      ? { problem: 'alarms' }
      : { facts: { keys: checked.keys, sound: checked.secrets, warnings: count('warning') } };
  },
  async chain(room) {
    const { ok, entries, head } = await verifyAudit.open(room)();
    return ok ? { facts: { anchor: notedText({ seq: entries, hash: head }) } } : { problem: 'chain' };
  },
  'saved-before'({ looking }, { tenant }) {
    const { last, unsaved } = backupStatus(looking, {});
    return unsaved.some((key) => key.tenant === tenant)
      ? { problem: 'unsaved' }
      : { facts: last === null ? {} : { last: last.at, file: last.file } };
  },
  async preview(room, { tenant, kid }) {
    const { hash, kids, findings } = await previewPublication.open(room)({ tenant });
    if (kid === null || !kids.includes(kid)) {
      return { problem: 'not-wanted' };
    }
    return findings.some(isError) ? { problem: 'set-refused' } : { facts: { hash, keys: kids.length } };
  },
};

/** What nothing looks at does not hold. */
const checkOf = (room: Room, { known, step }: Look): Found | Promise<Found> =>
  CHECKS[step]?.(room, known) ?? { problem: 'not-done' };
