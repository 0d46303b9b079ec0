// The sum behind an instant: the fact it starts from, every addend in words, and what it comes to. Nobody has to
// believe a date. While time runs, a bar above it shows how far it is.
import type { ClockPart } from '../../../shared/clocks.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { Sum } from '../../state/clocks.ts';
import { capitalised } from '../../text/hex.ts';
import { exactTimeInZone } from '../../text/dates.ts';
import { durationOf } from '../../text/durations.ts';
import { words } from '../../words/words.ts';
import { ClockWait } from './clock-wait.tsx';
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
      <table className="sum">
        <caption className="table-caption">{words.clocks.sum(result)}</caption>
        <tbody>
          <SumRow
            sign=""
            word={since}
            value={start === null ? words.clocks.notYet : exactTimeInZone(start)}
            at={start}
          />
          {parts.map((part) => (
            <SumRow
              key={part.code}
              sign="+"
              word={capitalised(words.shared.clockPart[part.code])}
              value={durationOf(part.seconds)}
            />
          ))}
          <SumRow
            sign="="
            word={result}
            value={at === null ? words.clocks.notKnownYet : exactTimeInZone(at)}
            at={at}
            last
          />
        </tbody>
      </table>
    </div>
  );
}

/** The worst case of a revocation differs in its cache part only. */
export const partsDiffer = (one: readonly ClockPart[], other: readonly ClockPart[]): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

interface SumRowProps {
  sign: string;
  word: string;
  value: string;
  at?: Instant | null;
  last?: boolean;
}

function SumRow({ sign, word, value, at = null, last = false }: SumRowProps) {
  return (
    <tr data-last={last}>
      <td className="sum-sign" aria-hidden>
        {sign}
      </td>
      <th scope="row">{word}</th>
      <td className="numbers">{at === null ? value : <time dateTime={at}>{value}</time>}</td>
    </tr>
  );
}
