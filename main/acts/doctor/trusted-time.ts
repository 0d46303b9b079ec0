// The clock of this machine held against what servers say, and the officer's way out when it was wrong. Nothing that was seen
// is recorded under a clock that disagrees, because a wait would be measured from it.
import type { ClockDifference, StatedClock } from '../../../shared/domain/timing/key-clocks.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { plusDays, plusSeconds } from '../../../shared/domain/timing/instants.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ServedTime } from '../../../shared/domain/timing/trusted-time.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import {
  CLOCK_ACTIONS,
  differenceOf,
  disregarded,
  standingDisagreement,
} from '../../../shared/domain/timing/trusted-time.ts';
import { bound, looking } from '../bound.ts';
import { setBack } from '../keys/guards.ts';

type TimePorts = Pick<Ports, 'registry' | 'served' | 'clock'>;

/** What the newest answer says against this machine's clock; `null` while they agree, or nobody was asked. */
function differenceNow({ registry, served }: TimePorts): ClockDifference | null {
  const last = served.last();
  const difference = last === null ? null : differenceOf(last);
  return difference === null || registry.read((reader) => disregarded(reader.clockEntries())).includes(difference.host)
    ? null
    : difference;
}

export const clockDifference = looking(differenceNow);

/** To be asked after an answer came. Throws what `clockProblem` gives; what was found is on record for acts without a network. */
export function assertClockAgrees(ports: TimePorts): void {
  const last = ports.served.last();
  if (last !== null) {
    noteStanding(ports, last, differenceNow(ports));
  }
  const problem = clockProblem(ports);
  if (problem !== null) {
    throw problem;
  }
}

/**
 * CLOCK_DISAGREES by the newest answer, CLOCK_SET_BACK by what is on record: not every server says what time it is. Under
 * either, nothing that is seen is dated, because a wait would be measured from it.
 */
export function clockProblem(ports: TimePorts): CustodianError | null {
  const difference = differenceNow(ports);
  return difference === null
    ? ports.registry.read((reader) => setBack(reader, ports.clock.now().toISOString()))
    : new CustodianError('CLOCK_DISAGREES', difference);
}

export const isClockWrong = (error: unknown): boolean =>
  isCustodianError(error, 'CLOCK_DISAGREES') || isCustodianError(error, 'CLOCK_SET_BACK');

/** Once for each change, so that looking again and again does not fill the chain. */
function noteStanding({ registry }: TimePorts, last: ServedTime, difference: ClockDifference | null): void {
  const standing = registry.read((reader) => standingDisagreement(reader.clockEntries()));
  const before = standing === null ? null : differenceOf(standing);
  if (difference === null && standing !== null && last.host === standing.host) {
    registry.change({ action: CLOCK_ACTIONS.agreed, subject: 'clock', details: { ...last } }, () => undefined);
  }
  if (difference !== null && (before?.host !== difference.host || before.direction !== difference.direction)) {
    registry.change({ action: CLOCK_ACTIONS.disagreed, subject: 'clock', details: { ...last } }, () => undefined);
  }
}

/** Days of an erasure that lie so far ahead were reckoned with a wrong clock. */
const FAR_DAYS = 3660;

/**
 * The officer says that the clock is right now: what is dated later was recorded under a wrong one, and counts from now on as
 * done now, which can only lengthen a wait. `server`: besides, that server's clock is the wrong one.
 */
function stateNow(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  { reason, server }: { reason: string; server?: string | undefined },
): StatedClock {
  const now = clock.now().toISOString();
  const tenants = registry.read((reader) => datedLater(reader, now));
  const corrected = tenants.flatMap(({ keys }) => keys.map(({ kid }) => kid));
  const details = { reason, now, corrected, ...(server !== undefined && { server }) };
  registry.change({ action: CLOCK_ACTIONS.stated, subject: 'clock', details }, (writer) => {
    for (const { id } of writer.tenants()) {
      writer
        .keys(id)
        .filter((key) => isDatedLater(key, now))
        .forEach((key) => writer.updateKey(datedNow(key, now)));
      writer
        .publications(id, MAX_PUBLICATIONS)
        .filter(({ at }) => at > now)
        .forEach((one) =>
          writer.updatePublication({ ...one, at: now, confirmedAt: one.confirmedAt === null ? null : now }),
        );
    }
  });
  return { at: now, reason, server: server ?? null, corrected };
}

export const stateClock = bound('clock.state', stateNow);

const datedLater = (reader: RegistryReader, now: Instant): { keys: SigningKey[] }[] =>
  reader.tenants().map(({ id }) => ({ keys: reader.keys(id).filter((key) => isDatedLater(key, now)) }));

const DATES = [
  'createdAt',
  'certificateSince',
  'announcedAt',
  'publishedAt',
  'currentAt',
  'previousAt',
  'revokedAt',
  'takenDownAt',
  'destroyedAt',
  'lastUsedAt',
] as const;

const isTooFar = ({ destroyAt, destroyedAt }: SigningKey, now: Instant): boolean =>
  destroyAt !== null && destroyedAt === null && destroyAt > plusDays(now, FAR_DAYS);

const isDatedLater = (key: SigningKey, now: Instant): boolean =>
  isTooFar(key, now) || DATES.some((name) => (key[name] ?? '') > plusSeconds(now, 2));

function datedNow(key: SigningKey, now: Instant): SigningKey {
  const dates = Object.fromEntries(DATES.map((name) => [name, (key[name] ?? '') > now ? now : key[name]]));
  // An erasure that was reckoned from a wrong day is taken back; it is for the officer to schedule it again.
  return { ...key, ...dates, ...(isTooFar(key, now) && { destroyAt: null }) };
}
