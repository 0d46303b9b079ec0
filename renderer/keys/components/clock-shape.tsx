// What a clock says, as a shape: a face that fills while time runs, a ticked disc, a barred face when something must
// happen first, an empty face when there is nothing to wait for. Readable without colour.
import type { ClockPhase } from '../state/clocks.ts';
import './clock-shape.css';

interface ClockShapeProps {
  phase: ClockPhase;
  /** How much of the wait is over, from 0 to 1. */
  share?: number;
  size?: number;
}

export function ClockShape({ phase, share = 0, size = 14 }: ClockShapeProps) {
  return (
    <svg className="clock-shape" data-phase={phase} viewBox="0 0 16 16" width={size} height={size} aria-hidden>
      <FaceOf phase={phase} share={share} />
    </svg>
  );
}

/** The length of the filling circle: its radius is 3. */
const ROUND = 2 * Math.PI * 3;

function FaceOf({ phase, share }: { phase: ClockPhase; share: number }) {
  switch (phase) {
    case 'waiting':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <circle
            cx="8"
            cy="8"
            r="3"
            fill="none"
            stroke="currentColor"
            strokeWidth="6"
            strokeDasharray={`${(share * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
            transform="rotate(-90 8 8)"
            opacity="0.55"
          />
          <path d="M8 4.2V8l2.6 1.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </>
      );
    case 'come':
      return (
        <>
          <circle cx="8" cy="8" r="7.2" fill="currentColor" />
          <path
            className="clock-shape-mark"
            d="m4.8 8.2 2.2 2.2 4.2-4.6"
            fill="none"
            strokeWidth="1.7"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'stopped':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6.2 5.4v5.2M9.8 5.4v5.2" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
        </>
      );
    case 'free':
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.04 2.04"
          />
          <path
            d="m5 8.2 2.1 2.1 4-4.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
  }
}
