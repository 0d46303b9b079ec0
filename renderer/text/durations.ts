// Lengths of time as people say them: exact for the sums behind a wait, short for a countdown.

const UNITS: readonly [string, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** `1 day`, `1 hour 5 minutes`, `no time`. Loses nothing; `seconds` is a whole number. */
export function durationOf(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [word, length] of UNITS) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) {
      parts.push(`${amount} ${word}${amount === 1 ? '' : 's'}`);
    }
  }
  return parts.length === 0 ? 'no time' : parts.join(' ');
}

/** What is left, in at most two units: `6 days 4 h`, `3 h 12 min`, `4 min 05 s`, `29 s`. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) {
    return `${days} ${days === 1 ? 'day' : 'days'} ${hours} h`;
  }
  if (hours > 0) {
    return `${hours} h ${minutes} min`;
  }
  return minutes > 0 ? `${minutes} min ${String(seconds % 60).padStart(2, '0')} s` : `${seconds} s`;
}
