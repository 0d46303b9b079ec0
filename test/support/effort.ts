// How much work something is, without a clock: processor time told in rounds of PBKDF2 with HMAC-SHA-256 that the same
// processor does right before and after. Another machine, or a busy one, is slower at both.
import { pbkdf2Sync } from 'node:crypto';

const YARDSTICK_ROUNDS = 100_000;

/** Rounds whose processor time `work` took, and what it gave. One second is about 5,000,000 of them. */
export async function effortOf<T>(work: () => Promise<T> | T): Promise<{ given: T; rounds: number }> {
  const before = yardstick();
  const started = process.cpuUsage();
  const given = await work();
  const spent = since(started);
  return { given, rounds: (spent / Math.max(before, yardstick())) * YARDSTICK_ROUNDS };
}

function yardstick(): number {
  const started = process.cpuUsage();
  pbkdf2Sync('yardstick', 'yardstick', YARDSTICK_ROUNDS, 32, 'sha256');
  return since(started);
}

/** Processor time in microseconds. */
function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return user + system;
}
