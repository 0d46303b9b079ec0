// `npm start`: everything it takes, then the app. With a screen, the window on the officer's own keychain and data; without
// one (or as root, whom the sandbox refuses), a walk-through that uses the real window on a private screen and keyring.
import { hasDisplay } from './linux-session/desktop-session.mjs';
import { describeRuntime, sharedRuntime } from './electron-runtime.mjs';
import { allBundles } from './bundle.mjs';
import { isRoot, root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, whenStarted } from './run.mjs';
import { withSandbox } from './sandbox.mjs';

await whenStarted(import.meta.filename, async () => {
  const screen = !isRoot && (await hasDisplay());
  const runtime = await prepare({
    system: screen ? ['cli', 'window'] : ['cli', 'window', 'keyring', 'screen', 'walk-through'],
    bundles: allBundles,
  });
  say(`· starting with ${describeRuntime(runtime)}`);
  if (screen) {
    const env = withoutNodeMode(process.env);
    const copy = async () => (await sharedRuntime(runtime)).executable;
    return attach(await withSandbox(runtime.executable, { env, copy }), [root, ...process.argv.slice(2)], { env });
  }
  say(`· ${isRoot ? 'root may not open a sandboxed window' : 'no screen here'}: a walk-through instead`);
  const { runWalkthrough } = await import('./walkthrough.mjs');
  return runWalkthrough({ runtime });
});

/** Some editors set this for their own terminals; it would turn Electron into plain Node. @param {NodeJS.ProcessEnv} env */
function withoutNodeMode(env) {
  return { ...env, ELECTRON_RUN_AS_NODE: undefined };
}
