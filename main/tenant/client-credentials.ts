// Access tokens for the Management API by the client credentials grant (RFC 6749 §4.4). A token is kept in memory
// until shortly before it expires; the client proves itself only when a token is fetched.
import { z } from 'zod';
import { jsonOf } from '../../shared/encoding/bounded-json.ts';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/network.ts';
import type { ClientProof } from './client-proof.ts';
import { refusalError } from './remote-errors.ts';
import { remoteText } from './remote-text.ts';

export interface TokenSource {
  /** A token that bears these scopes. Throws REMOTE_SCOPE_MISSING before anything is tried without them. */
  token(scopes: readonly string[]): Promise<string>;
  /** Drops the token, after it was not accepted. */
  forget(): void;
  /** What was sent to the tenant in secret, so that it can be kept out of errors: tokens and what they were fetched with. */
  held(): readonly string[];
}

interface ClientCredentialsOptions {
  tokenUrl: string;
  /** `https://{canonical domain}/api/v2/`, with the trailing slash. */
  audience: string;
  prove: () => Promise<ClientProof>;
  fetch: Fetch;
  clock: Clock;
}

const EARLY_MS = 60_000;
const MAX_SENT = 6;

/** A token whose end is not told is kept for so long: no common server gives a shorter one. */
const UNTOLD_SECONDS = 300;
/** No token is relied upon for longer, whatever is written. */
const MAX_SECONDS = 86_400;

/** What a server leaves out, it may also write as null. */
const replySchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  /** RFC 6749 §5.1: may be left out. Gateways write it as text. */
  expires_in: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d+(?:\.\d+)?$/)
        .transform(Number),
    ])
    .nullish()
    .transform((seconds) => Math.min(seconds ?? UNTOLD_SECONDS, MAX_SECONDS))
    .pipe(z.number().positive()),
  /** RFC 6749 §5.1: may be left out when it is what was asked for. */
  scope: z.string().nullish(),
});

interface Grant {
  token: string;
  expiresAt: number;
  scopes: readonly string[] | null;
}

export function createTokenSource(options: ClientCredentialsOptions): TokenSource {
  const { host } = new URL(options.tokenUrl);
  let pending: Promise<Grant> | null = null;
  let grant: Grant | null = null;
  /** Also of the token before: what was asked with it may still be answered. */
  let sent: readonly string[] = [];
  const sending = (secrets: readonly string[]): void => {
    sent = [...new Set([...secrets, ...sent])].slice(0, MAX_SENT);
  };

  async function current(): Promise<Grant> {
    if (grant !== null && grant.expiresAt - EARLY_MS > options.clock.now().getTime()) {
      return grant;
    }
    pending ??= requestGrant(options, host, sending).finally(() => {
      pending = null;
    });
    grant = await pending;
    return grant;
  }

  return {
    async token(needed) {
      const { token, scopes } = await current();
      const missing = scopes === null ? [] : needed.filter((scope) => !scopes.includes(scope));
      if (missing.length > 0) {
        // A new token shows whether the scope has been granted since.
        grant = null;
        throw new CustodianError('REMOTE_SCOPE_MISSING', { host, scopes: remoteText(missing.join(', '), []) });
      }
      return token;
    },
    forget() {
      grant = null;
    },
    held: () => sent,
  };
}

type Sending = (secrets: readonly string[]) => void;

async function requestGrant(options: ClientCredentialsOptions, host: string, sending: Sending): Promise<Grant> {
  const proof = await options.prove();
  return grantFor(proof, options, { host, sending }).catch(async (error: unknown) => {
    // A server that does not know the type of the proof answers as to a wrong one. It is asked once more, and no oftener.
    const refused = isCustodianError(error, 'REMOTE_UNAUTHORISED') || isCustodianError(error, 'REMOTE_REFUSED');
    if (!refused || proof.otherwise === undefined) {
      throw error;
    }
    return grantFor(await proof.otherwise(), options, { host, sending });
  });
}

async function grantFor(
  { members, secrets }: ClientProof,
  { tokenUrl, audience, fetch, clock }: ClientCredentialsOptions,
  { host, sending }: { host: string; sending: Sending },
): Promise<Grant> {
  sending(secrets);
  const askedAt = clock.now().getTime();
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...members, audience }),
  });
  const body = jsonOf(await response.text());
  if (!response.ok) {
    // The token endpoint tells an unknown client or audience by 401 or 403; both mean that the credentials do not fit.
    const status = response.status === 403 ? 401 : response.status;
    throw refusalError({ host, status, body, headers: response.headers, clock, secrets });
  }
  const reply = replySchema.safeParse(body);
  if (!reply.success) {
    throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-oauth' } });
  }
  const { access_token: token, expires_in: seconds, scope } = reply.data;
  sending([token]);
  return { token, expiresAt: askedAt + seconds * 1000, scopes: scope?.split(' ') ?? null };
}
