// Why a clock stands where it stands: what the instant means, the sum, and what has to happen when no time runs.
import type { BitesReading, CautiousReading, ClockReading } from '../../../shared/domain/timing/key-clocks.ts';
import type { ClockKind, ClockPhase } from '../state/clocks.ts';
import { STOPPED } from '../state/clock-words.ts';
import { capitalised } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ClockSum, partsDiffer } from './clock-sum.tsx';

interface ClockExplanationProps {
  kind: ClockKind;
  /** As it stands at this moment. */
  reading: ClockReading | CautiousReading | BitesReading;
  phase: ClockPhase;
}

export function ClockExplanation({ kind, reading, phase }: ClockExplanationProps) {
  const said = words.clocks.kind[kind];
  const stopped = STOPPED[reading.why]?.todo;
  if (phase === 'free') {
    return <p>{stopped}</p>;
  }
  return (
    <>
      <p>
        {phase === 'come' ? '' : `${capitalised(words.shared.clockReason[reading.why])}. `}
        {phase === 'stopped' && stopped !== undefined ? stopped : said.means}
      </p>
      {reading.waitsFor.length > 0 && <p>{words.clocks.stillToConfirm(reading.waitsFor)}</p>}
      {reading.why !== 'consumers-unconfirmed' && <ClockSum since={said.since} reading={reading} result={said.name} />}
      {'worst' in reading && <WorstCase since={said.since} reading={reading} />}
      {'pinned' in reading && reading.pinned && <p>{words.clocks.pinned}</p>}
    </>
  );
}

/** How long it takes where the endpoint fails meanwhile; told where that is longer and time runs. */
function WorstCase({
  since: fact,
  reading: { worst, parts, since, why },
}: {
  since: string;
  reading: CautiousReading;
}) {
  return (
    why !== 'consumers-unconfirmed' &&
    partsDiffer(worst.parts, parts) && (
      <>
        <p>{words.clocks.worstMeans}</p>
        <ClockSum since={fact} reading={{ since, ...worst }} result={words.clocks.worst} />
      </>
    )
  );
}
