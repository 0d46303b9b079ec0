// The sum behind an instant: the fact it starts from, every addend in words, and what it comes to. Nobody has to
// believe a date. While time runs, a bar above it shows how far it is.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { ClockPart } from '../../../shared/domain/timing/key-clocks.ts';
import { SumRow, SumTable } from '../../parts/sum-table.tsx';
import { useNowNear } from '../../state/now.ts';
import { exactTimeInZone } from '../../text/dates.ts';
import { countdown, durationOf } from '../../text/durations.ts';
import { capitalised, percentOf } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { isRunning, shareOf, type Sum } from '../state/clocks.ts';
import { ClockBar } from './clock-bar.tsx';
import './clock-sum.css';

interface ClockSumProps {
  /** What the fact is, in words. */
  since: string;
  reading: Sum;
  /** What the sum comes to, in words. */
  result: string;
}

export function ClockSum({ since, reading, result }: ClockSumProps) {
  const { since: start, at, parts } = reading;
  return (
    <div className="sum-box">
      <ClockWait sum={reading} />
      <SumTable caption={words.clocks.sum(result)}>
        <SumRow sign="" word={since}>
          {start === null ? words.clocks.notYet : <At at={start} />}
        </SumRow>
        {parts.map((part) => (
          <SumRow key={part.code} sign="+" word={capitalised(words.shared.clockPart[part.code])}>
            {durationOf(part.seconds)}
          </SumRow>
        ))}
        <SumRow sign="=" word={result} last>
          {at === null ? words.clocks.notKnownYet : <At at={at} />}
        </SumRow>
      </SumTable>
    </div>
  );
}

/** The worst case differs in its cache part only. */
export const partsDiffer = (one: readonly ClockPart[], other: readonly ClockPart[]): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

const At = ({ at }: { at: Instant }) => <time dateTime={at}>{exactTimeInZone(at)}</time>;

/** How far a running wait is: the bar, and the same in words. Nothing is drawn when no time runs. */
function ClockWait({ sum }: { sum: Sum }) {
  const now = useNowNear(sum.at);
  if (!isRunning(sum, now)) {
    return null;
  }
  return (
    <div className="sum-wait">
      <ClockBar sum={sum} now={now} />
      <p className="numbers">{words.clocks.share(percentOf(shareOf(sum, now)), countdown(Date.parse(sum.at) - now))}</p>
    </div>
  );
}
