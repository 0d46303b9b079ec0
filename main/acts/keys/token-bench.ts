// The token bench: what a token says, who of ours signed it, and whether it would be accepted. Claims are shown whether
// or not the signature holds, so the verdict always stands beside them.
import { jsonOf } from '../../../shared/encoding/bounded-json.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TokenProblem, TokenReading } from '../../../shared/domain/token/token.ts';
import { findTenant } from '../find.ts';
import type { Ports } from '../../ports/ports.ts';
import { bound } from '../bound.ts';

/** Tolerance for clocks that differ, in seconds. */
const SKEW_SECONDS = 60;

type Json = Record<string, unknown>;

/** Reads a compact JWS and checks it against the tenant's keys. Throws INPUT_INVALID when the text is no such thing. */
export const readToken = bound('token.read', async ({ registry, reading, clock }, args): Promise<TokenReading> => {
  const { tenant: name, jws } = args;
  const compact = jws.trim().replace(/^Bearer\s+/i, '');
  const [header, claims] = partsOf(compact);
  const keys = registry.read((reader) => reader.keys(findTenant(reader, name).id));
  const signer = await signerOf(compact, header, keys, reading);
  const problems = [...headerProblems(header, signer), ...claimProblems(claims, clock.now().getTime() / 1000)];
  return {
    header,
    claims,
    signedBy: signer === null ? null : { kid: signer.kid, state: signer.state, alg: signer.alg },
    accepted: signer !== null && problems.length === 0,
    problems: signer === null ? ['unknown-signer', ...problems] : problems,
  };
});

/** The named key is tried first; a token without a useful kid is tried against all, since officers paste what they have. */
async function signerOf(
  compact: string,
  header: Json,
  keys: readonly SigningKey[],
  reading: Ports['reading'],
): Promise<SigningKey | null> {
  const named = keys.filter((key) => key.kid === header['kid']);
  for (const key of [...named, ...keys.filter((other) => !named.includes(other))]) {
    if (await reading.verify(compact, key.jwk, key.alg)) {
      return key;
    }
  }
  return null;
}

function headerProblems(header: Json, signer: SigningKey | null): TokenProblem[] {
  return [
    ...(header['alg'] === 'none' || String(header['alg']).startsWith('HS') ? ['unsafe-algorithm' as const] : []),
    ...(header['crit'] === undefined ? [] : ['critical-extension' as const]),
    ...(signer !== null && header['kid'] !== signer.kid ? ['kid-does-not-match' as const] : []),
    ...(signer?.state === 'revoked' ? ['signer-revoked' as const] : []),
    ...(signer?.state === 'next' || signer?.state === 'replaced' ? ['signer-not-in-use' as const] : []),
  ];
}

function claimProblems({ exp, nbf, iat }: Json, now: number): TokenProblem[] {
  return [
    ...(typeof exp !== 'number' ? ['no-expiry' as const] : exp + SKEW_SECONDS < now ? ['expired' as const] : []),
    ...(typeof nbf === 'number' && nbf - SKEW_SECONDS > now ? ['not-yet-valid' as const] : []),
    ...(typeof iat === 'number' && iat - SKEW_SECONDS > now ? ['issued-in-the-future' as const] : []),
  ];
}

function partsOf(compact: string): [Json, Json] {
  const parts = compact.split('.');
  const [header, claims] = [objectIn(parts[0]), objectIn(parts[1])];
  if (parts.length !== 3 || header === null || claims === null) {
    throw new CustodianError('INPUT_INVALID', { field: 'token', problem: { code: 'no-token' } });
  }
  return [header, claims];
}

function objectIn(part: string | undefined): Json | null {
  const value = jsonOf(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
