// The harmless token by which a proof is made: good for a minute, for an audience that no application accepts.
/** What probe tokens are for; no application accepts this audience. */
export const PROBE_AUDIENCE = 'key-custodian-probe';
const LIFETIME_SECONDS = 60;

/** `at`: now; `jti`: a fresh name of the token. */
export function probeClaims(issuer: string, at: Date, jti: string): Record<string, unknown> {
  const now = Math.floor(at.getTime() / 1000);
  return {
    iss: issuer,
    sub: PROBE_AUDIENCE,
    aud: PROBE_AUDIENCE,
    iat: now,
    exp: now + LIFETIME_SECONDS,
    jti,
  };
}
