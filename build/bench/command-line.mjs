// What a command costs, from the start of its process to the end, beside a Node.js that does nothing.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startDesktopSession } from '../linux-session/desktop-session.mjs';
import { dist } from '../paths.mjs';
import { inTurn, timed } from './measure.mjs';

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function commandLine() {
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  try {
    const folder = session.folder('command-line');
    const run = (/** @type {string[]} */ args) => execFileSync(process.execPath, args, { env: session.env });
    const custodian = (/** @type {string[]} */ ...args) =>
      timed(() => run([join(dist, 'cli.cjs'), '--data-dir', folder, ...args]));
    let tenants = 0;
    const add = () => {
      tenants += 1;
      return custodian('tenant', 'add', '--name', `Acme ${tenants}`, '--domain', `t${tenants}.eu.auth0.com`);
    };
    await add();
    const [theirs = 0, help = 0, list = 0] = await inTurn(15, [
      () => timed(() => run(['-e', '0'])),
      () => custodian('--help'),
      () => custodian('key', 'list', 'Acme 1'),
    ]);
    const [added = 0, openssl = 0] = await inTurn(9, [add, () => timed(twoKeys)]);
    const empty = { yardstick: 'node -e 0', theirs, unit: 'ms' };
    return [
      { what: 'custodian --help', ours: help, ...empty, goal: 1.5 },
      { what: 'custodian key list', ours: list, ...empty, goal: 2 },
      {
        what: 'custodian tenant add (two keys)',
        ours: added,
        yardstick: 'openssl genrsa, twice',
        theirs: openssl,
        unit: 'ms',
      },
    ];
  } finally {
    await session.stop();
  }
}

function twoKeys() {
  for (let made = 0; made < 2; made += 1) execFileSync('openssl', ['genrsa', '2048'], { stdio: 'ignore' });
}
