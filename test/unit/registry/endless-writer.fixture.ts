// Changes the registry for ever and tells its parent after each acknowledged change.
import { openRegistry } from '../../../main/registry/registry.ts';

const registry = openRegistry({
  folder: process.argv[2] ?? null,
  holder: 'a fixture',
  waitMs: 0,
  clock: { now: () => new Date() },
  actor: 'fixture',
});

function next(count: number): void {
  registry.change({ action: 'count', subject: String(count), details: {} }, () => undefined);
  process.send?.(count, () => {
    setImmediate(next, count + 1);
  });
}

next(1);
