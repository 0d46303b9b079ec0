// Why a clock stands where it stands: what the instant means, the sum, and what has to happen when no time runs.
import type { BitesReading, ClockReading } from '../../shared/clocks.ts';
import { CLOCK_REASON_WORDS } from '../../shared/waiting-words.ts';
import type { ClockKind, ClockPhase } from '../state/clocks.ts';
import { CLOCK, stillToConfirm, STOPPED } from '../text/clock-words.ts';
import { capitalised } from '../text/hex.ts';
import { ClockSum, partsDiffer } from './clock-sum.tsx';

interface ClockExplanationProps {
  kind: ClockKind;
  /** As it stands at this moment. */
  reading: ClockReading | BitesReading;
  phase: ClockPhase;
}

export function ClockExplanation({ kind, reading, phase }: ClockExplanationProps) {
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
      {reading.waitsFor.length > 0 && <p>{stillToConfirm(reading.waitsFor)}</p>}
      {reading.why !== 'consumers-unconfirmed' && (
        <ClockSum since={words.since} reading={reading} result={words.name} />
      )}
      {'worst' in reading && <WorstCase reading={reading} />}
    </>
  );
}

function WorstCase({ reading }: { reading: BitesReading }) {
  const { worst, parts, since, pinned, why } = reading;
  return (
    <>
      {why !== 'consumers-unconfirmed' && partsDiffer(worst.parts, parts) && (
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
