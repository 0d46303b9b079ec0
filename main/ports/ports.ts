// What the acts need from the world, put together; each port is a file beside this one. Adapters in the neighbouring rooms
// implement these. No private key passes through any of them as bytes: the key store is given names, and what a file held is
// handed from `reading` to `keys` unseen.
import type { Clock, Pause, ServerClock } from './clock.ts';
import type { Formats } from './formats.ts';
import type { KeyStore } from './key-store.ts';
import type { Network } from './network.ts';
import type { PublicVerifier } from './verifier.ts';
import type { Randomness } from './randomness.ts';
import type { Reading } from './reading.ts';
import type { Registry } from './registry.ts';
import type { Releases } from './releases.ts';
import type { SecretBox } from './secret-box.ts';
import type { TenantDirectory } from './tenants.ts';
import type { VaultLock } from './vault-lock.ts';

export interface Ports {
  clock: Clock;
  /** What the servers that were asked say about the time. */
  served: ServerClock;
  pause: Pause;
  random: Randomness;
  keys: KeyStore;
  secrets: SecretBox;
  lock: VaultLock;
  registry: Registry;
  reading: Reading;
  formats: Formats;
  network: Network;
  tenants: TenantDirectory;
  verifier: PublicVerifier;
  releases: Releases;
}
