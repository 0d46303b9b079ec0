// Proportional memory (PSS) of a process and its descendants: what several share counts once, divided among them.
import { readdirSync, readFileSync } from 'node:fs';

/** In MiB. @param {number} pid */
export function treeMemory(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.reduce((sum, member) => sum + pss(member), 0) / 1024;
}

/** 0 for a process that is gone. @param {string} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** In KiB; 0 for a process that is gone. @param {number} pid */
function pss(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
