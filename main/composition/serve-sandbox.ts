// Serves the sandbox of a data folder until it is told to stop. It needs neither the registry nor the keychain, so it
// runs beside the window and beside other commands.
import path from 'node:path';
import type { SandboxStatus } from '../../shared/app-info.ts';
import { createOwnSandbox } from './own-sandbox.ts';
import { systemClock, systemRandom } from './system.ts';

interface ServeOptions {
  folder: string;
  port: number;
  /** Told once the sandbox answers. */
  ready: (status: SandboxStatus) => void;
  /** Ends the service. */
  signal: AbortSignal;
}

export async function serveSandbox({ folder, port, ready, signal }: ServeOptions): Promise<void> {
  const sandbox = createOwnSandbox({
    folder: path.join(folder, 'sandbox'),
    clock: systemClock,
    random: systemRandom,
  });
  const { url } = await sandbox.start(port);
  ready({ running: true, url });
  try {
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) {
        resolve();
      }
    });
  } finally {
    await sandbox.stop();
  }
}
