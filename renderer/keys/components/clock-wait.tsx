// How far a running wait is: the bar, and the same in words. Nothing is drawn when no time runs.
import { isRunning, shareOf, type Sum } from '../state/clocks.ts';
import { useNowNear } from '../../state/now.ts';
import { countdown } from '../../text/durations.ts';
import { percentOf } from '../../text/hex.ts';
import { words } from '../../words/words.ts';
import { ClockBar } from './clock-bar.tsx';

export function ClockWait({ sum }: { sum: Sum }) {
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
