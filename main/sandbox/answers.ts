// The answers of the sandbox: success as JSON, and the error bodies in the two shapes of the real tenant (Management
// API: statusCode, error, message, errorCode; token endpoint: the OAuth pair of RFC 6749 §5.2).
import { STATUS_CODES } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The connection ends too early: without an answer, or in the middle of it. */
  cut?: 'unanswered' | 'halfway';
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

export function text(contentType: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': contentType }, body };
}

export const noContent = (): Answer => ({ status: 204, headers: {}, body: '' });

export function managementError(status: number, message: string, more: Record<string, unknown> = {}): Answer {
  return json(status, { statusCode: status, error: STATUS_CODES[status] ?? 'Error', message, ...more });
}

export const notFound = (message = 'Not Found'): Answer => managementError(404, message);

export function invalidBody(status: number, problem: string): Answer {
  return managementError(status, `Payload validation error: '${problem}'.`, { errorCode: 'invalid_body' });
}

export const invalidToken = (): Answer =>
  managementError(401, 'Invalid token', { attributes: { error: 'Invalid token' } });

export function insufficientScope(needed: readonly string[]): Answer {
  const quantity = needed.length === 1 ? 'any' : 'all';
  return managementError(403, `Insufficient scope, expected ${quantity} of: ${needed.join(',')}`, {
    errorCode: 'insufficient_scope',
  });
}

export const insufficientEntitlement = (): Answer =>
  managementError(403, 'This feature is not part of the subscription of the tenant.', {
    errorCode: 'insufficient_entitlement',
  });

export const tooManyRequests = (): Answer =>
  managementError(429, 'Global limit has been reached', { errorCode: 'too_many_requests' });

/** RFC 6749 §5.2. */
export function oauthError(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}
