// `npm run -s custodian -- COMMAND`: the command line out of a checkout. Brings dist/cli.cjs up to date if need be (progress
// on stderr only), sees that there is a keychain, and becomes the command: same arguments, streams, signals and exit code.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hasSecretService } from './linux-session/desktop-session.mjs';
import { dist } from './paths.mjs';
import { prepareForNode } from './prepare.mjs';
import { joinRehearsal, rehearsalFolder } from './linux-session/rehearsal-session.mjs';
import { say, whenStarted } from './run.mjs';

await whenStarted(import.meta.filename, async () => {
  // npm runs scripts in the package's folder; file names in the arguments are meant from where the officer stands.
  const standing = process.env['INIT_CWD'];
  if (standing !== undefined && process.env['npm_lifecycle_event'] === 'custodian') process.chdir(standing);

  const ownKeychain = await hasSecretService();
  await prepareForNode({
    system: ownKeychain ? ['cli'] : ['cli', 'keyring'],
    bundles: ['compile', 'start', 'holder', 'node'],
  });
  if (!ownKeychain) {
    const { address, started } = await joinRehearsal();
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address;
    if (started)
      say(
        `This machine offers no keychain: using a rehearsal keyring in ${rehearsalFolder()}. Not for production keys.`,
      );
  }
  const command = join(dist, 'cli.cjs');
  process.argv[1] = command;
  createRequire(import.meta.url)(command);
});
