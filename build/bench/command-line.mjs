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
    const starts = await inTurn(15, {
      empty: () => timed(() => run(['-e', '0'])),
      help: () => custodian('--help'),
      list: () => custodian('key', 'list', 'Acme 1'),
    });
    const genrsa = () => execFileSync('openssl', ['genrsa', '2048'], { stdio: 'ignore' });
    const keys = await inTurn(9, { add, openssl: () => timed(() => [1, 2].forEach(genrsa)) });
    const empty = { yardstick: 'node -e 0', theirs: starts.empty, unit: 'ms' };
    return [
      { what: 'custodian --help', ours: starts.help, ...empty, goal: 1.5 },
      { what: 'custodian key list', ours: starts.list, ...empty, goal: 2 },
      {
        what: 'custodian tenant add (two keys)',
        ours: keys.add,
        yardstick: 'openssl genrsa, twice',
        theirs: keys.openssl,
        unit: 'ms',
      },
    ];
  } finally {
    await session.stop();
  }
}
