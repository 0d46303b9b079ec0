// The sandbox tenant with its own signing keys made here. Only their certificates are kept: the sandbox
// never signs, so each private key is overwritten as soon as its certificate exists.
import { CERTIFICATE_DAYS } from '../../shared/domain/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Randomness } from '../ports/randomness.ts';
import type { SandboxSettings } from '../sandbox/settings.ts';
import type { GenerateKey } from '../key-store/software/generate.ts';
import { certificateOfPassingKey } from '../key-store/software/passing-key.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';

interface OwnSandboxOptions {
  folder: string;
  clock: Clock;
  random: Randomness;
  /** Makes the keys; the usual way when left out. */
  generate?: GenerateKey;
  settings?: Partial<SandboxSettings>;
  changed?: ((action: string) => void) | undefined;
}

export function createOwnSandbox(options: OwnSandboxOptions): Sandbox {
  const { folder, clock, random, generate, settings = {}, changed } = options;
  return createSandbox({
    folder,
    clock,
    random,
    settings,
    ...(changed === undefined ? {} : { changed }),
    makeOwnKey(domain) {
      const profile = { commonName: domain, notBefore: clock.now(), days: CERTIFICATE_DAYS };
      return certificateOfPassingKey({ alg: 'RS256', bits: 2048 }, profile, generate);
    },
  });
}
