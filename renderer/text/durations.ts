// Lengths of time as people say them: exact for the sums behind a wait, short for a countdown.
import { words } from './words.ts';

const { days, hours, minutes, seconds: secondsIn, noTime, short } = words.durations;

const UNITS: readonly [(amount: number) => string, number][] = [
  [days, 86_400],
  [hours, 3600],
  [minutes, 60],
  [secondsIn, 1],
];

/** `1 day`, `1 hour 5 minutes`, `no time`. Loses nothing; `seconds` is a whole number. */
export function durationOf(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [said, length] of UNITS) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) {
      parts.push(said(amount));
    }
  }
  return parts.length === 0 ? noTime : parts.join(' ');
}

/** What is left, in at most two units: `6 days 4 h`, `3 h 12 min`, `4 min 05 s`, `29 s`. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [wholeDays, wholeHours, wholeMinutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (wholeDays > 0) {
    return `${days(wholeDays)} ${wholeHours} ${short.hour}`;
  }
  if (wholeHours > 0) {
    return `${wholeHours} ${short.hour} ${wholeMinutes} ${short.minute}`;
  }
  const left = seconds % 60;
  return wholeMinutes > 0
    ? `${wholeMinutes} ${short.minute} ${String(left).padStart(2, '0')} ${short.second}`
    : `${left} ${short.second}`;
}
