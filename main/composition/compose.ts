// Puts the adapters behind the ports: plain Node, so the window and the command line get the very same custody.
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createCustodian, type Custodian } from '../core/custodian.ts';
import type { Ports } from '../core/ports.ts';
import { createAssertionSigner } from '../core/use-cases/client-assertion.ts';
import { createKeyWorkshop } from '../crypto/workshop.ts';
import { createFormatWriter } from '../formats/write.ts';
import { createKeytarVault } from '../keychain/keytar-vault.ts';
import { nativeKeychain } from '../keychain/load-keytar.ts';
import { openRegistry } from '../registry/registry.ts';
import { createTenantDirectory } from '../tenant/directory.ts';
import { createPublicVerifier } from '../tenant/public-verifier.ts';
import { withCanaryAtFirstUse } from './first-use-vault.ts';
import { createOwnSandbox } from './own-sandbox.ts';
import { systemClock as clock, systemPause, systemRandom as random } from './system.ts';
import { vaultIdentity } from './vault-identity.ts';

export interface OpenOptions {
  /** The data folder: registry and sandbox state. */
  folder: string;
  /** Which door the officer came through, for the audit chain and for a second process that finds the lock. */
  door: 'window' | 'command line';
  /** Told after each durable change, with its audit action. */
  changed?: (action: string) => void;
}

export interface OpenedCustodian {
  custodian: Custodian;
  close(): Promise<void>;
}

/** How long a command waits for another one to finish. A window that is open does not finish, so this stays short. */
const WAIT_MS = 3000;

/** How long closing waits for the last signature: a keychain that was locked meanwhile may ask and wait for a person. */
const FINISH_MS = 3000;

/** Throws REGISTRY_* codes. The keychain is not touched before something needs it. */
export async function openCustodian({ folder, door, changed }: OpenOptions): Promise<OpenedCustodian> {
  const registry = openRegistry({
    folder,
    holder: `the ${door}`,
    waitMs: WAIT_MS,
    clock,
    actor: `${os.userInfo().username} via ${door}`,
    ...(changed === undefined ? {} : { changed }),
  });
  const keytarVault = createKeytarVault({
    keytar: nativeKeychain(),
    ...vaultIdentity(registry),
  });
  const vault = withCanaryAtFirstUse(keytarVault, registry);
  const workshop = createKeyWorkshop();
  const sandbox = createOwnSandbox({ folder: path.join(folder, 'sandbox'), clock, random, workshop });
  // It signs within acts alone, and so on records that are held against their hashes.
  const sign = createAssertionSigner({ registry: { ...registry, ...registry.state.vouched }, vault, workshop, clock });
  const ports: Ports = {
    clock,
    pause: systemPause,
    random,
    vault,
    registry,
    workshop,
    formats: createFormatWriter(),
    tenants: createTenantDirectory({ vault, sandbox, sign, clock, random }),
    verifier: createPublicVerifier(clock),
  };
  const custodian = createCustodian(ports);
  // What cannot be settled now (a locked keychain) keeps its note; everything public works all the same. A command may
  // be about what a crash left, so it waits; the window shows first, and then looks as long as it is open (reminders.ts).
  if (door === 'command line') {
    await custodian.settle().catch(() => undefined);
  }
  return {
    custodian,
    async close() {
      await Promise.race([custodian.finish(), wait(FINISH_MS, undefined, { ref: false })]);
      await sandbox.stop();
      registry.close();
    },
  };
}
