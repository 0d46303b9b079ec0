// A wait as a bar that fills from the fact it counts from to its instant; a joint shows where one addend of the sum ends
// and the next begins. Words stand beside it always, so it is hidden from those who hear the screen.
import { jointsOf, shareOf, type Sum } from '../state/clocks.ts';
import './clock-bar.css';

export function ClockBar({ sum, now }: { sum: Sum; now: number }) {
  return (
    <svg className="clock-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className="clock-bar-all" width="100" height="6" />
      <rect className="clock-bar-over" width={(100 * shareOf(sum, now)).toFixed(2)} height="6" />
      {jointsOf(sum).map((share) => (
        <path key={share} className="clock-bar-joint" d={`M${(100 * share).toFixed(2)} 0v6`} />
      ))}
    </svg>
  );
}
