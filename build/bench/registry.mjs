// What the seal costs over 5,000 keys, and what the overview of 1,000 tenants asks of the registry.
import { execFileSync } from 'node:child_process';
import { startDesktopSession } from '../linux-session/desktop-session.mjs';
import { fixture } from './fixtures.mjs';

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function registry() {
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  try {
    const fleet = session.folder('fleet');
    const filled = execFileSync(process.execPath, [fixture('fleet'), fleet], { env: session.env, encoding: 'utf8' });
    const [list = 0, due = 0, rings = 0, outbox = 0] = filled.split(' ').map(Number);
    const printed = execFileSync(process.execPath, [fixture('seal'), fleet], { encoding: 'utf8' });
    const [open = 0, plain = 0, sealed = 0, look = 0, first = 0, whole = 0] = printed.split(' ').map(Number);
    const rows = {
      'look at the seal before an act, 5,000 keys': look,
      'first seal over 5,000 keys': first,
      'whole look at 5,000 keys (doctor)': whole,
      'list 1,000 tenants': list,
      'list their rings': rings,
      'what is due among them': due,
      'what waits for a push among them': outbox,
    };
    return [
      { what: 'a sealed change, 5,000 keys', ours: sealed, yardstick: 'without', theirs: plain, unit: 'ms' },
      ...Object.entries(rows).map(([what, ours]) => ({
        what,
        ours,
        yardstick: 'opening that registry',
        theirs: open,
        unit: 'ms',
      })),
    ];
  } finally {
    await session.stop();
  }
}
