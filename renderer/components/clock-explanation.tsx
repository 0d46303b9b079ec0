// Why a clock stands where it stands: what the instant means, the sum, and what has to happen when no time runs.
import type { BitesReading } from '../../shared/clocks.ts';
import { CLOCK_REASON_WORDS } from '../../shared/waiting-words.ts';
import type { ClockPhase, DrawnClock } from '../state/clocks.ts';
import { CLOCK, STOPPED } from '../text/clock-words.ts';
import { capitalised } from '../text/hex.ts';
import { ClockSum, partsDiffer } from './clock-sum.tsx';

export function ClockExplanation({ clock, phase }: { clock: DrawnClock; phase: ClockPhase }) {
  const { kind, reading } = clock;
  const words = CLOCK[kind];
  const stopped = STOPPED[reading.why]?.todo;
  if (phase === 'free') {
    return <p>{stopped}</p>;
  }
  return (
    <>
      <p>
        {phase === 'come' ? '' : `${capitalised(CLOCK_REASON_WORDS[reading.why])}. `}
        {phase === 'stopped' && stopped !== undefined ? stopped : words.means}
      </p>
      <ClockSum since={words.since} reading={reading} result={words.name} />
      {clock.kind === 'bites' && <WorstCase reading={clock.reading} />}
    </>
  );
}

function WorstCase({ reading }: { reading: BitesReading }) {
  const { worst, parts, since, pinned } = reading;
  return (
    <>
      {partsDiffer(worst.parts, parts) && (
        <>
          <p>If the endpoint fails meanwhile, some caches go on serving what they have:</p>
          <ClockSum since={CLOCK.bites.since} reading={{ since, ...worst }} result="Worst case" />
        </>
      )}
      {pinned && (
        <p>
          Verifiers that hold the key by hand are not covered by any instant: they accept it until a person takes it
          out.
        </p>
      )}
    </>
  );
}
