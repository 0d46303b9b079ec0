// The harmless token by which a proof is made: good for a minute, for an audience that no application accepts.
import type { Ports } from './ports.ts';

/** What probe tokens are for; no application accepts this audience. */
export const PROBE_AUDIENCE = 'key-custodian-probe';
const LIFETIME_SECONDS = 60;

export function probeClaims(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  issuer: string,
): Record<string, unknown> {
  const now = Math.floor(clock.now().getTime() / 1000);
  return {
    iss: issuer,
    sub: PROBE_AUDIENCE,
    aud: PROBE_AUDIENCE,
    iat: now,
    exp: now + LIFETIME_SECONDS,
    jti: random.uuid(),
  };
}
