// The sandbox, the ways to tenants, and the look from outside: each is loaded, with its libraries, when somebody goes there
// first. What only looks at keys here needs none of them.
import path from 'node:path';
import type { Clock } from '../ports/clock.ts';
import type { Network } from '../ports/network.ts';
import type { Randomness } from '../ports/randomness.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { AssertionSigner, TenantDirectory } from '../ports/tenants.ts';
import type { PublicVerifier } from '../ports/verifier.ts';
import { findRunning } from '../sandbox/announcement.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RehearsalSandbox } from '../tenant/directory.ts';
import { once } from '../../shared/once.ts';

interface RemoteOptions {
  /** The data folder. */
  folder: string;
  secrets: SecretBox;
  sign: AssertionSigner;
  clock: Clock;
  random: Randomness;
  network: Network;
  /** Told when something changed that is not on record. */
  changed?: ((action: string) => void) | undefined;
}

interface RemoteSide {
  tenants: TenantDirectory;
  verifier: PublicVerifier;
  /** Ends what runs for them. */
  stop(): Promise<void>;
}

export function openRemoteSide({ folder, ...options }: RemoteOptions): RemoteSide {
  const { clock, random, network, changed } = options;
  const sandbox = rehearsal(path.join(folder, 'sandbox'), { clock, random, changed });
  const directory = once(async () => {
    const { createTenantDirectory } = await import('../tenant/directory.ts');
    return createTenantDirectory({ ...options, sandbox });
  });
  const verifier = once(async () => {
    const { createPublicVerifier } = await import('../tenant/public-verifier.ts');
    return createPublicVerifier(clock, { fetch: network.fetchAs() });
  });
  return {
    tenants: {
      connect: async (...given) => (await directory()).connect(...given),
      ownKeys: async (...given) => (await directory()).ownKeys(...given),
      startSandbox: async (...given) => (await directory()).startSandbox(...given),
      sandboxStatus: () => sandbox.status(),
      sandboxTrouble: () => sandbox.trouble(),
      rehearseTrouble: (trouble) => sandbox.rehearse(trouble),
    },
    verifier: {
      prove: async (...given) => (await verifier()).prove(...given),
      listed: async (...given) => (await verifier()).listed(...given),
    },
    stop: () => sandbox.stop(),
  };
}

/** Whoever only asks whether a sandbox runs needs none. */
function rehearsal(
  folder: string,
  parts: Pick<RemoteOptions, 'clock' | 'random' | 'changed'>,
): RehearsalSandbox & Pick<Sandbox, 'stop'> {
  let made = false;
  const sandbox = once(async () => {
    made = true;
    const { createOwnSandbox } = await import('./own-sandbox.ts');
    return createOwnSandbox({ folder, ...parts });
  });
  return {
    start: async (port) => (await sandbox()).start(port),
    findOrStart: async () => (await sandbox()).findOrStart(),
    register: async (tenant) => (await sandbox()).register(tenant),
    knows: async (tenant) => (await sandbox()).knows(tenant),
    trouble: async () => (await sandbox()).trouble(),
    rehearse: async (trouble) => (await sandbox()).rehearse(trouble),
    async status() {
      if (made) {
        return (await sandbox()).status();
      }
      const url = await findRunning(folder);
      return { running: url !== null, url };
    },
    async stop() {
      if (made) {
        await (await sandbox()).stop();
      }
    },
  };
}
