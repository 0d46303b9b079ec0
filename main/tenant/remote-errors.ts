// What can go wrong on the way to a remote endpoint, as REMOTE_* codes. What the remote side says about it comes through
// remote-text.ts.
import { z } from 'zod';
import { CustodianError, isCustodianError, type RemoteText } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { causes, networkError } from '../ports/network-error.ts';
import { remoteText } from './remote-text.ts';

/** An answer that is not a success. */
export interface Refusal {
  host: string;
  status: number;
  /** The parsed body, or its text. */
  body: unknown;
  headers: { get(name: string): string | null } | null;
  clock: Clock;
  /** What must not appear in an error, whatever the remote side echoes. */
  secrets: readonly string[];
}

/** Without a word from the remote side about when to come back. */
const DEFAULT_WAIT_MS = 60_000;

/** A year: what is said beyond that is no instant, but one in another unit, or a slip. */
const LONGEST_WAIT_MS = 366 * 86_400_000;

/** Both error shapes: that of the Management API and that of OAuth (RFC 6749 §5.2). */
const errorBodySchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
  errorCode: z.string().optional(),
});

export function refusalError(refusal: Refusal): CustodianError {
  const { host, status } = refusal;
  const body = errorBodySchema.safeParse(refusal.body).data ?? {};
  const words = wordsOf(body, refusal);
  const detail = words === null ? null : remoteText(words, refusal.secrets);
  if (status === 401) {
    return new CustodianError('REMOTE_UNAUTHORISED', { host, detail });
  }
  const missing = status === 403 ? missingScopes(body, refusal) : null;
  if (missing !== null) {
    return new CustodianError('REMOTE_SCOPE_MISSING', { host, ...missing });
  }
  if (status === 412) {
    return new CustodianError('REMOTE_CHANGED', { host });
  }
  if (status === 429) {
    return new CustodianError('REMOTE_RATE_LIMITED', { host, until: comeBackAt(refusal) });
  }
  if (status >= 500) {
    return new CustodianError('REMOTE_FAILED', { host, status, detail });
  }
  if (status === 409) {
    return new CustodianError('REMOTE_CONFLICT', { host, detail });
  }
  if (body.errorCode === 'insufficient_entitlement') {
    return new CustodianError('REMOTE_NOT_ENTITLED', { host, detail });
  }
  const member = body.errorCode === 'invalid_body' ? memberIn(words ?? '') : null;
  return member === null
    ? new CustodianError('REMOTE_REFUSED', { host, status, detail })
    : new CustodianError('REMOTE_INVALID_BODY', { host, member: remoteText(member, refusal.secrets), detail });
}

/**
 * The ManagementError of the SDK, known by its shape: its class can only be had by loading the SDK's hundreds of
 * other clients.
 */
const sdkRefusalSchema = z.object({
  statusCode: z.number(),
  body: z.unknown(),
  rawResponse: z.object({ headers: z.instanceof(Headers) }).optional(),
});

/** What the remote side answered, when that is what the SDK threw. */
export function sdkRefusal(error: unknown): Pick<Refusal, 'status' | 'body' | 'headers'> | null {
  const refusal = sdkRefusalSchema.safeParse(error).data;
  return refusal === undefined
    ? null
    : { status: refusal.statusCode, body: refusal.body, headers: refusal.rawResponse?.headers ?? null };
}

/** An error thrown by the SDK: a refusal, or what went wrong in the fetch below it. */
export function sdkError(error: unknown, context: Pick<Refusal, 'host' | 'clock' | 'secrets'>): CustodianError {
  const coded = causes(error).find((cause) => isCustodianError(cause));
  if (coded !== undefined) {
    return coded;
  }
  const refusal = sdkRefusal(error);
  if (refusal !== null) {
    return refusalError({ ...context, ...refusal });
  }
  if (causes(error).some((cause) => cause instanceof SyntaxError)) {
    return new CustodianError('REMOTE_MALFORMED', { host: context.host, detail: { code: 'not-json' } });
  }
  return networkError(error, context.host);
}

/** Its reason: in the body, or in the challenge alone (RFC 6750 §3). */
function wordsOf(
  { message, error_description: description, error }: z.infer<typeof errorBodySchema>,
  { body, headers }: Pick<Refusal, 'body' | 'headers'>,
): string | null {
  const challenge = /\berror_description="([\x20-\x21\x23-\x7e]{1,1000})"/.exec(headers?.get('www-authenticate') ?? '');
  const said = [message, description, challenge?.[1], error, plainWords(body)];
  return said.find((words) => words !== undefined && words !== null && words.trim() !== '') ?? null;
}

/** What a plain server says in a line of text; a page in HTML says nothing to a person. */
function plainWords(body: unknown): string | null {
  return typeof body === 'string' && /^\s*[^\s<]/.test(body) ? body : null;
}

/** `null` when the refusal is about something else. */
function missingScopes(
  { errorCode, message = '' }: z.infer<typeof errorBodySchema>,
  { headers, secrets }: Pick<Refusal, 'headers' | 'secrets'>,
): { scopes: RemoteText | null } | null {
  // RFC 6750 §3.1, for servers that say it by the header alone.
  const challenge = headers?.get('www-authenticate') ?? '';
  const told = /\berror="?insufficient_scope\b/.test(challenge);
  if (errorCode !== 'insufficient_scope' && !told) {
    return null;
  }
  const named = /\bscope="([\x20-\x7e]{1,200}?)"/.exec(challenge)?.[1]?.split(' ') ?? [];
  const scopes = [...(message.match(/[a-z_]+:[a-z_]+/g) ?? []), ...named];
  return { scopes: scopes.length === 0 ? null : remoteText(scopes.join(', '), secrets) };
}

/** The member of the body that the schema does not take, as its message names it. */
function memberIn(message: string): string | null {
  const named =
    /(?:Additional properties not allowed|Missing required property): ([^'"(]+?)(?: on property|['"(.]|$)/.exec(
      message,
    ) ?? / on property ([^\s'"(]+)/.exec(message);
  return named?.[1]?.trim().replace(/[.,]$/, '') ?? null;
}

function comeBackAt({ headers, clock }: Refusal): string {
  const now = clock.now().getTime();
  const resetSeconds = Number(headers?.get('x-ratelimit-reset') ?? Number.NaN);
  const retryAfter = headers?.get('retry-after') ?? '';
  // RFC 9110 §10.2.3: Retry-After is a number of seconds or a date.
  const after = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  const known = [resetSeconds * 1000, after].find((at) => at > now && at - now <= LONGEST_WAIT_MS);
  return new Date(known ?? now + DEFAULT_WAIT_MS).toISOString();
}
