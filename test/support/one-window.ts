// One window of happy-dom for all test files that a process runs: React and the parts of the window hold on to the window
// they were loaded in. What a file leaves in it is cleared away by window.setup.ts.
import { builtinEnvironments, type Environment } from 'vitest/runtime';

let opened = false;

const oneWindow: Environment = {
  name: 'one-window',
  viteEnvironment: 'client',
  async setup(global: typeof globalThis, options) {
    if (!opened) {
      opened = true;
      await builtinEnvironments['happy-dom'].setup(global, options);
    }
    return { teardown: () => undefined };
  },
};

// oxlint-disable-next-line import/no-default-export -- this is how vitest takes an environment
export default oneWindow;
