// What the seal of the registry costs over a fleet that the fleet fixture filled: the look at a start, one change with and
// without it, and the whole look of the doctor. Prints milliseconds.
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../../main/composition/system.ts';
import { type OpenedRegistry, openRegistry } from '../../main/registry/registry.ts';

const [fleet = ''] = process.argv.slice(2);
const TIMES = 101;

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Middle of many, since the disk answers unevenly. */
const median = (work: (time: number) => unknown): number =>
  Array.from({ length: TIMES }, (_, time) => timed(() => work(time))).toSorted((a, b) => a - b)[TIMES >> 1] ?? 0;

function inCopy<T>(work: (registry: OpenedRegistry, opened: number) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'key-custodian-seal-'));
  try {
    cpSync(path.join(fleet, 'registry.db'), path.join(folder, 'registry.db'));
    const started = performance.now();
    const registry = openRegistry({ folder, holder: 'the bench', waitMs: 0, clock: systemClock, actor: 'bench' });
    const result = work(registry, performance.now() - started);
    registry.close();
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One tenant is read and changed, as most acts do. */
function change(registry: Pick<OpenedRegistry, 'read' | 'change'>): number {
  const tenants = registry.read((reader) => reader.tenants());
  return median((time) => {
    const tenant = tenants[time % tenants.length];
    if (tenant === undefined) {
      throw new Error('the fleet is empty');
    }
    registry.change({ action: 'bench.changed', subject: tenant.name, details: {} }, (writer) => {
      writer.keys(tenant.id);
      writer.updateTenant({ ...tenant, customDomain: `${time}.example.com` });
    });
  });
}

const plain = inCopy((registry, open) => ({ open, change: change(registry) }));
const sealed = inCopy(({ state }) => {
  state.use(randomBytes(32));
  const first = timed(() => state.sealAnew({ action: 'bench.sealed', subject: 'fleet', details: {} }, 0));
  return {
    first,
    look: median(() => state.flaw()),
    change: change(state.vouched),
    whole: timed(() => [...state.differences()]),
  };
});
process.stdout.write([plain.open, plain.change, sealed.change, sealed.look, sealed.first, sealed.whole].join(' '));
