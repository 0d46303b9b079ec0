// A process that is really stopped. The signal alone only asks: until its first thread is scheduled, the others go on, and
// one of them may still answer.
import { readdirSync, readFileSync } from 'node:fs';

const DEADLINE_MS = 10_000;

/** Stops a process of ours and returns when none of its threads runs. Linux. */
export function freeze(pid: number): void {
  process.kill(pid, 'SIGSTOP');
  const until = performance.now() + DEADLINE_MS;
  while (!threadsOf(pid).every((state) => state === 'T')) {
    if (performance.now() > until) {
      throw new Error(`process ${pid} does not stop: ${threadsOf(pid).join(' ')}`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }
}

/** T: stopped (proc(5), third field of stat, behind a name that may hold anything). */
function threadsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
  });
}
