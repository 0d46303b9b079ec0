// Puts the adapters behind the ports: plain Node, so the window and the command line get the very same custody.
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Edition } from '../../shared/app-info.ts';
import type { PinnedRelease } from '../../shared/domain/updates/release.ts';
import { createCustodian, type Custodian } from '../acts/custodian.ts';
import type { Ports } from '../ports/ports.ts';
import { createAssertionSigner } from '../acts/tenants/client-assertion.ts';
import { createFormats } from '../formats/formats.ts';
import { KEY_STORES } from '../key-store/kinds.ts';
import { accountFor } from '../acts/network/proxy-account.ts';
import { authoritiesIn } from '../network/authority-file.ts';
import { watchServedTime } from '../network/served-time.ts';
import { networkOnDemand } from './network-on-demand.ts';
import { networkRecords } from './network-records.ts';
import type { ProxyResolver } from '../network/ways.ts';
import { createReading } from '../reading/reading.ts';
import { type OpenedRegistry, openRegistry } from '../registry/registry.ts';
import { admitTo, keychainNames } from './keychain-names.ts';
import { createReleases } from './releases.ts';
import { openRemoteSide } from './remote-side.ts';
import { systemClock as clock, systemPause, systemRandom as random } from './system.ts';

export interface OpenOptions {
  /** The data folder: registry and sandbox state. */
  folder: string;
  /** For whom it is opened; refused where it belongs to the installed product and a checkout asks for its own. */
  custodyOf: Edition;
  /** Which door the officer came through, for the audit chain and for a second process that finds the lock. */
  door: 'window' | 'command line';
  /** Told after each durable change, with its audit action. */
  changed?: (action: string) => void;
  /** Knows the system's proxies and runs proxy scripts; the command line has none. */
  resolver?: ProxyResolver;
  /** Files with authorities to trust for as long as this is open. */
  authorities?: readonly Uint8Array[];
  /** In place of what this program was built with. */
  pinned?: PinnedRelease;
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
export async function openCustodian(options: OpenOptions): Promise<OpenedCustodian> {
  const { folder, custodyOf, door, changed, resolver = null, authorities = [], pinned } = options;
  const extra = authorities.flatMap((file) => authoritiesIn(file, clock.now()));
  const registry = openRegistry({
    folder,
    holder: `the ${door}`,
    waitMs: WAIT_MS,
    clock,
    admit: admitTo(custodyOf),
    today: () => clock.now(),
    actor: `${os.userInfo().username} via ${door}`,
    ...(changed === undefined ? {} : { changed }),
  });
  const names = namesOf(registry, custodyOf);
  const { keys, secrets, lock } = KEY_STORES.keychain({
    names,
    facts: registry,
    clock,
    ...(door === 'command line' && { heldKey: async () => (await import('./held-key.ts')).heldKeyOf(folder) }),
    endHeld: async () => (await import('./held-key.ts')).endHeldKey(folder),
  });
  // This runs within acts alone, and so on records that are held against their hashes.
  const { vouched } = registry.state;
  const sign = createAssertionSigner({ registry: { ...registry, ...vouched }, keys, clock });
  const records = networkRecords(registry.state);
  const watched = networkOnDemand({
    env: process.env,
    platform: process.platform,
    resolver,
    setting: () => records().proxy,
    named: () => [...records().authorities, ...extra].map(({ certificate }) => certificate),
    account: async (proxy) =>
      vouched.read((reader) => reader.proxyAccount())?.proxy === proxy ? accountFor(secrets, proxy) : null,
  });
  const { network, served } = watchServedTime(watched, clock);
  const { stop, ...remote } = openRemoteSide({ folder, secrets, sign, clock, random, network, changed });
  const ports: Ports = {
    clock,
    served,
    pause: systemPause,
    random,
    keys,
    secrets,
    lock,
    registry,
    reading: createReading(),
    formats: createFormats(),
    network,
    releases: createReleases(folder, network, pinned),
    ...remote,
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
      await stop();
      registry.close();
    },
  };
}

/** A registry that cannot say by what it is known in the keychain is not kept open. */
function namesOf(registry: OpenedRegistry, custodyOf: Edition): ReturnType<typeof keychainNames> {
  try {
    return keychainNames(registry, custodyOf);
  } catch (error) {
    registry.close();
    throw error;
  }
}
