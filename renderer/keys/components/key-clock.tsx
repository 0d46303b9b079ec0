// The clock of one key, as it runs: shape, word, what is left and when it comes. A click explains the sum. It is silent
// while it runs and speaks once, politely, when its instant comes.
import { Popover } from '@mantine/core';
import { useId } from 'react';
import type { ClockReading } from '../../../shared/domain/timing/key-clocks.ts';
import { useAnnouncedWhen } from '../../state/announce.ts';
import {
  isRunning,
  phaseOf,
  shareOf,
  standing,
  type ClockKind,
  type ClockPhase,
  type DrawnClock,
} from '../state/clocks.ts';
import { useNowNear } from '../../state/now.ts';
import { STOPPED } from '../state/clock-words.ts';
import { dayAndTimeInZone, exactTimeInZone } from '../../text/dates.ts';
import { countdown } from '../../text/durations.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { ClockBar } from './clock-bar.tsx';
import { ClockExplanation } from './clock-explanation.tsx';
import { ClockShape } from './clock-shape.tsx';
import './key-clock.css';

interface KeyClockProps {
  kid: string;
  clock: DrawnClock;
}

export function KeyClock({ kid, clock }: KeyClockProps) {
  const { kind, reading } = clock;
  const now = useNowNear(reading.at);
  const phase = phaseOf(reading, now);
  const shown = standing(reading, now);
  const title = useId();
  useAnnouncedWhen(phase === 'come', `${words.clocks.kind[kind].name}: ${shortKid(kid)}`);
  return (
    <Popover position="bottom-start" width={368} shadow="md" trapFocus returnFocus withArrow>
      <Popover.Target>
        <button type="button" className="key-clock" data-phase={phase}>
          <ClockShape phase={phase} share={shareOf(reading, now)} size={16} />
          <span className="key-clock-text">
            <span className="key-clock-word numbers">{wordOf(kind, shown, phase, now)}</span>
            {isRunning(reading, now) && <ClockBar sum={reading} now={now} />}
            {shown.at !== null && phase !== 'free' && <ComesAt clock={clock} phase={phase} now={now} />}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="key-clock-box" aria-labelledby={title}>
        <p id={title} className="key-clock-title" tabIndex={-1} data-autofocus>
          {words.clocks.kind[kind].name} · <span className="mono">{shortKid(kid)}</span>
        </p>
        <ClockExplanation kind={kind} reading={shown} phase={phase} />
      </Popover.Dropdown>
    </Popover>
  );
}

function wordOf(kind: ClockKind, { at, why }: ClockReading, phase: ClockPhase, now: number): string {
  const said = words.clocks.kind[kind].phase;
  if (phase === 'waiting') {
    return said.waiting(at === null ? '' : countdown(Date.parse(at) - now));
  }
  const word = said[phase];
  const short = STOPPED[why]?.short;
  return phase === 'come' || short === undefined || (phase === 'free' && kind === 'bites') ? word : `${word}: ${short}`;
}

/** The absolute time; for a revocation also the worst case, when that is later. */
function ComesAt({ clock: { kind, reading }, phase, now }: { clock: DrawnClock; phase: ClockPhase; now: number }) {
  const { at } = reading;
  if (at === null) {
    return null;
  }
  const soon = phase === 'waiting' && Date.parse(at) - now < SOON_MS;
  const worst = kind === 'bites' ? reading.worst.at : null;
  return (
    <span className="key-clock-at numbers">
      <time dateTime={at}>{soon ? exactTimeInZone(at) : dayAndTimeInZone(at)}</time>
      {worst !== null && worst > at && Date.parse(worst) > now && (
        <> {say(words.clocks.worstAt(<time dateTime={worst}>{dayAndTimeInZone(worst)}</time>))}</>
      )}
    </span>
  );
}

const SOON_MS = 3_600_000;
