// What keys and certificates cost, beside openssl; and beside a bare `generateKeyPair` in the same Electron, on all cores.
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeFor } from '../launch-app.mjs';
import { ordinaryUser, startDesktopSession } from '../linux-session/desktop-session.mjs';
import { fixture } from './fixtures.mjs';
import { inTurn, timed } from './measure.mjs';

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function keys() {
  const session = await startDesktopSession({ display: true, keyring: 'none', user: await ordinaryUser() });
  try {
    return [...(await besideOpenssl(session.folder('openssl'))), await inElectron(session)];
  } finally {
    await session.stop();
  }
}

/** @param {string} folder @returns {Promise<import('./measure.mjs').Row[]>} */
async function besideOpenssl(folder) {
  const printed = execFileSync(process.execPath, [fixture('workshop')], { encoding: 'utf8' });
  const [key = 0, certificate = 0] = printed.split(' ').map(Number);
  const file = join(folder, 'key.pem');
  const genrsa = () => openssl('genrsa', '-out', file, '2048');
  await genrsa();
  const [certified = 0, generated = 0] = await inTurn(15, [
    () => openssl('req', '-x509', '-key', file, '-subj', '/CN=acme.eu.auth0.com', '-days', '5000'),
    genrsa,
  ]);
  return [
    { what: 'RSA-2048 key, two at a time', ours: key, yardstick: 'openssl genrsa', theirs: generated, unit: 'ms' },
    {
      what: 'self-signed certificate',
      ours: certificate,
      yardstick: 'openssl req -x509',
      theirs: certified,
      unit: 'ms',
    },
  ];
}

/** @param {string[]} args */
const openssl = (...args) => timed(() => execFileSync('openssl', args, { stdio: 'ignore' }));

/** @param {import('../linux-session/desktop-session.mjs').DesktopSession} session */
async function inElectron(session) {
  const app = session.folder('keys');
  copyFileSync(fixture('electron-keys'), join(app, 'main.js'));
  writeFileSync(join(app, 'package.json'), '{ "name": "keys", "main": "main.js" }');
  const printed = execFileSync(
    await runtimeFor(session),
    [app, '--disable-gpu', `--user-data-dir=${session.folder('user-data')}`],
    { env: session.env, cwd: tmpdir(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], ...session.user },
  );
  const [ours = 0, theirs = 0] = printed.trim().split(' ').map(Number);
  return /** @type {const} */ ({
    what: 'RSA-2048 keys in the window’s process, all cores',
    ours,
    yardstick: 'bare generateKeyPair there',
    theirs,
    unit: 'keys/s',
    goal: 0.9,
    moreIsBetter: true,
  });
}
