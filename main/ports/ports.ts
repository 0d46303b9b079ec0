// What the domain needs from the world, put together; each port is a file in ports/. Adapters in the neighbouring rooms
// implement these; tests use memory fakes. Private material appears in two places only: as bytes handed to and from
// `SecretVault`, and inside `KeyWorkshop`.
import type { Clock, Pause, ServerClock } from './clock.ts';
import type { FormatWriter } from './formats.ts';
import type { SecretVault } from './keychain.ts';
import type { Network } from './network.ts';
import type { PublicVerifier } from './verifier.ts';
import type { Randomness } from './randomness.ts';
import type { Registry } from './registry.ts';
import type { TenantDirectory } from './tenants.ts';
import type { KeyWorkshop } from './workshop.ts';

export interface Ports {
  clock: Clock;
  /** What the servers that were asked say about the time. */
  served: ServerClock;
  pause: Pause;
  random: Randomness;
  vault: SecretVault;
  registry: Registry;
  workshop: KeyWorkshop;
  formats: FormatWriter;
  network: Network;
  tenants: TenantDirectory;
  verifier: PublicVerifier;
}
