// The sandbox tenant with its own signing keys made by our workshop. Only their certificates are kept: the sandbox
// never signs, so each private half is overwritten as soon as its certificate exists.
import { CERTIFICATE_DAYS } from '../../shared/domain/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyWorkshop } from '../ports/workshop.ts';
import type { Randomness } from '../ports/randomness.ts';
import type { SandboxSettings } from '../sandbox/settings.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';

interface OwnSandboxOptions {
  folder: string;
  clock: Clock;
  random: Randomness;
  workshop: KeyWorkshop;
  settings?: Partial<SandboxSettings>;
}

export function createOwnSandbox({ folder, clock, random, workshop, settings = {} }: OwnSandboxOptions): Sandbox {
  return createSandbox({
    folder,
    clock,
    random,
    settings,
    async makeOwnKey(domain) {
      const material = await workshop.generate('RS256', 2048);
      try {
        return await workshop.certify(material, 'RS256', {
          commonName: domain,
          notBefore: clock.now(),
          days: CERTIFICATE_DAYS,
        });
      } finally {
        material.pkcs8.fill(0);
      }
    },
  });
}
