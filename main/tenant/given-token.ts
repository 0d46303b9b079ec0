// A token that somebody else obtained and pasted. It cannot be renewed, so what it says of its own end and scopes is read
// before anything is tried with it. Only the remote side can check the signature: a wrong word here opens nothing.
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { remoteText } from './remote-text.ts';
import type { TokenSource } from './client-credentials.ts';

const claimsSchema = z.object({ exp: z.number().optional(), scope: z.string().optional() });

export function givenTokenSource(token: string, { host, clock }: { host: string; clock: Clock }): TokenSource {
  const { exp, scope } = claimsOf(token);
  return {
    // oxlint-disable-next-line typescript/require-await -- other sources ask for theirs
    async token(needed) {
      if (exp !== undefined && exp * 1000 <= clock.now().getTime()) {
        throw new CustodianError('REMOTE_TOKEN_EXPIRED', { host, at: new Date(exp * 1000).toISOString() });
      }
      const granted = scope?.split(' ') ?? null;
      const missing = granted === null ? [] : needed.filter((name) => !granted.includes(name));
      if (missing.length > 0) {
        throw new CustodianError('REMOTE_SCOPE_MISSING', { host, scopes: remoteText(missing.join(', '), []) });
      }
      return token;
    },
    forget: () => undefined,
    held: () => [token],
  };
}

/** Nothing is known of a token that is no JWT, or whose claims are odd; then it is just tried. */
function claimsOf(token: string): z.infer<typeof claimsSchema> {
  try {
    const claims = claimsSchema.safeParse(decodeJwt(token)).data ?? {};
    return claims.exp !== undefined && Math.abs(claims.exp) > 8.64e12 ? {} : claims;
  } catch {
    return {};
  }
}
