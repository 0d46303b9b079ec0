// What can go wrong on the way to a remote endpoint, as REMOTE_* codes. A detail comes from the remote side, so it is
// cut, stripped of control characters and cleared of every secret that was part of the request.
import { z } from 'zod';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { Clock } from '../core/ports.ts';

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

const MAX_DETAIL = 200;
/** Without a word from the remote side about when to come back. */
const DEFAULT_WAIT_MS = 60_000;

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
  if (status === 401) {
    return new CustodianError('REMOTE_UNAUTHORISED', { host });
  }
  if (status === 403 && body.errorCode === 'insufficient_scope') {
    return new CustodianError('REMOTE_SCOPE_MISSING', { host, scopes: scopesIn(body.message ?? '') });
  }
  if (status === 412) {
    return new CustodianError('REMOTE_CHANGED', { host });
  }
  if (status === 429) {
    return new CustodianError('REMOTE_RATE_LIMITED', { host, until: comeBackAt(refusal) });
  }
  if (status >= 500) {
    return new CustodianError('REMOTE_FAILED', { host, status });
  }
  const detail = body.message ?? body.error_description ?? body.error ?? plainWords(refusal.body) ?? 'no reason given';
  return new CustodianError('REMOTE_REFUSED', { host, status, detail: harmless(detail, refusal.secrets) });
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
    return new CustodianError('REMOTE_MALFORMED', { host: context.host, detail: 'its answer is not JSON' });
  }
  return networkError(error, context.host);
}

/** A connection that was not made, or that broke. */
export function networkError(error: unknown, host: string): CustodianError<'REMOTE_UNREACHABLE'> {
  const codes = causes(error).flatMap((cause) =>
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  );
  const detail = codes.map(explain).find((known) => known !== null) ?? codes[0] ?? 'no connection';
  return new CustodianError('REMOTE_UNREACHABLE', { host, detail }, { cause: error });
}

const EXPLAINED: Record<string, string> = {
  ENOTFOUND: 'no such host name',
  EAI_AGAIN: 'the name service does not answer',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no network',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name',
};

function explain(code: string): string | null {
  if (/^ERR_SSL_.*ALERT_(BAD_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return `it does not accept the client certificate: ${code}`;
  }
  if (/^(DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|CERT_)/.test(code)) {
    return EXPLAINED[code] ?? `its TLS certificate is not trusted: ${code}`;
  }
  return EXPLAINED[code] ?? (/^(EPROTO|ERR_(SSL|TLS)_)/.test(code) ? `TLS failed: ${code}` : null);
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let cause = error; cause !== undefined && found.length < 10;) {
    found.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return found;
}

/** What a plain server says in a line of text; a page in HTML says nothing to a person. */
function plainWords(body: unknown): string | null {
  return typeof body === 'string' && /^\s*[^\s<]/.test(body) ? body : null;
}

function scopesIn(message: string): string {
  const scopes = message.match(/[a-z_]+:[a-z_]+/g) ?? [];
  return scopes.length === 0 ? 'that this request needs' : scopes.join(', ');
}

function comeBackAt({ headers, clock }: Refusal): string {
  const now = clock.now().getTime();
  const resetSeconds = Number(headers?.get('x-ratelimit-reset') ?? Number.NaN);
  const retryAfter = headers?.get('retry-after') ?? '';
  // RFC 9110 §10.2.3: Retry-After is a number of seconds or a date.
  const after = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  const known = [resetSeconds * 1000, after].find((at) => at > now && at < 8.64e15);
  return new Date(known ?? now + DEFAULT_WAIT_MS).toISOString();
}

function harmless(detail: string, secrets: readonly string[]): string {
  const cleared = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '…'), detail);
  return cleared.replace(/\p{C}+/gu, ' ').slice(0, MAX_DETAIL);
}
