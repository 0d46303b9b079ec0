import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkError } from '../../../main/ports/network-error.ts';
import { refusalError } from '../../../main/tenant/remote-errors.ts';
import { type CustodianError, isCustodianError } from '../../../shared/errors.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';

const withCode = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('a broken connection', () => {
  it.each([
    ['ENOTFOUND', { code: 'no-such-host' }],
    ['ECONNRESET', { code: 'cut' }],
    ['EPIPE', { code: 'cut' }],
    ['EAI_AGAIN', { code: 'name-service-silent' }],
    ['ENETUNREACH', { code: 'no-network' }],
    ['ENETDOWN', { code: 'no-network' }],
    ['EHOSTUNREACH', { code: 'no-route' }],
    ['Z_DATA_ERROR', { code: 'answer-damaged' }],
    ['ESTRANGE', { code: 'system', name: 'ESTRANGE' }],
  ])('%s is told as %j', (code, detail) => {
    expect(networkError(withCode(code), 'h.example')).toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      facts: { host: 'h.example', detail },
    });
  });

  it.each([
    ['CERT_HAS_EXPIRED', { code: 'tls-expired' }],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', { code: 'tls-untrusted', name: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', { code: 'tls-untrusted', name: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
    ['ERR_TLS_CERT_ALTNAME_INVALID', { code: 'tls-other-name' }],
    ['EPROTO', { code: 'tls-failed', name: 'EPROTO' }],
    ['CERT_NOT_YET_VALID', { code: 'tls-not-yet-valid' }],
    [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      { code: 'tls-client-refused', name: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' },
    ],
  ])('%s is a matter of trust: %j', (code, detail) => {
    expect(networkError(withCode(code), 'h.example')).toMatchObject({
      code: 'REMOTE_TLS',
      facts: { host: 'h.example', detail },
    });
  });

  it('without a code is told all the same', () => {
    expect(networkError('odd', 'h.example').facts.detail).toEqual({ code: 'no-connection' });
  });
});

describe('a refusal', () => {
  const clock = steppingClock('2026-11-22T08:00:00.000Z');
  const of = (status: number, body: unknown, headers: Record<string, string> = {}): CustodianError =>
    refusalError({ host: 'h', status, body, headers: new Headers(headers), clock, secrets: [] });
  const invalid = (problem: string): unknown => ({
    errorCode: 'invalid_body',
    message: `Payload validation error: '${problem}`,
  });

  it.each([
    ["Additional properties not allowed: d'.", 'd'],
    ["Additional properties not allowed: d, p, q on property keys[0]'.", 'd, p, q'],
    ["Missing required property: kty' on property keys[0].", 'kty'],
    ["Missing required property: keys'.", 'keys'],
    ["Expected type string but found type null' on property keys[1].kid (Key id).", 'keys[1].kid'],
    ["String is too short (0 chars), minimum 1' on property name.", 'name'],
  ])('of the body names the member: %s', (problem, member) => {
    expect(of(400, invalid(problem))).toMatchObject({ code: 'REMOTE_INVALID_BODY', facts: { member } });
  });

  it('of the body that names no member is told in its own words', () => {
    const detail = "Payload validation error: 'Invalid request payload JSON format'.";
    expect(of(400, invalid("Invalid request payload JSON format'."))).toMatchObject({
      code: 'REMOTE_REFUSED',
      facts: { status: 400, detail },
    });
  });

  it.each<[number, unknown, Record<string, string>, object]>([
    [
      401,
      { message: 'Expired token received' },
      {},
      { code: 'REMOTE_UNAUTHORISED', facts: { detail: 'Expired token received' } },
    ],
    [
      401,
      '<html>',
      { 'www-authenticate': 'Bearer error="invalid_token", error_description="The access token expired"' },
      { code: 'REMOTE_UNAUTHORISED', facts: { detail: 'The access token expired' } },
    ],
    [
      403,
      { errorCode: 'insufficient_scope', message: 'Insufficient scope, expected all of: create:a_b,update:a_b' },
      {},
      { code: 'REMOTE_SCOPE_MISSING', facts: { scopes: 'create:a_b, update:a_b' } },
    ],
    [
      403,
      '',
      { 'www-authenticate': 'Bearer realm="x", error="insufficient_scope", scope="jwks.write jwks.read"' },
      { code: 'REMOTE_SCOPE_MISSING', facts: { scopes: 'jwks.write, jwks.read' } },
    ],
    [
      403,
      '',
      { 'www-authenticate': 'Bearer error=insufficient_scope' },
      { code: 'REMOTE_SCOPE_MISSING', facts: { scopes: null } },
    ],
    [403, { message: 'No.' }, {}, { code: 'REMOTE_REFUSED', facts: { status: 403, detail: 'No.' } }],
    [
      403,
      { errorCode: 'insufficient_entitlement', message: 'Upgrade.' },
      {},
      { code: 'REMOTE_NOT_ENTITLED', facts: { detail: 'Upgrade.' } },
    ],
    [404, { message: 'Not Found' }, {}, { code: 'REMOTE_REFUSED', facts: { status: 404 } }],
    [
      409,
      { message: 'A key is being changed.' },
      {},
      { code: 'REMOTE_CONFLICT', facts: { detail: 'A key is being changed.' } },
    ],
    [412, '', {}, { code: 'REMOTE_CHANGED' }],
    [
      429,
      { errorCode: 'too_many_requests' },
      { 'x-ratelimit-reset': String(Date.parse('2026-11-23T07:00:00Z') / 1000), 'retry-after': '60' },
      { code: 'REMOTE_RATE_LIMITED', facts: { until: '2026-11-23T07:00:00.000Z' } },
    ],
    [
      429,
      {},
      { 'x-ratelimit-reset': String(Date.parse('2026-11-23T07:00:00Z')), 'retry-after': '99999999999' },
      { code: 'REMOTE_RATE_LIMITED', facts: { until: '2026-11-22T08:01:00.000Z' } },
    ],
    [429, {}, { 'retry-after': '60' }, { code: 'REMOTE_RATE_LIMITED', facts: { until: '2026-11-22T08:01:00.000Z' } }],
    [500, {}, {}, { code: 'REMOTE_FAILED', facts: { status: 500 } }],
    [503, '<html>', {}, { code: 'REMOTE_FAILED', facts: { status: 503, detail: null } }],
  ])('%i %j %j', (status, body, headers, expected) => {
    expect(of(status, body, headers)).toMatchObject(expected);
  });
});

describe('the detail of a refusal', () => {
  const clock = steppingClock();

  it('is short, printable and free of the secrets of the request, whatever the body holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ minLength: 8, unit: 'grapheme-ascii' }),
        fc.integer({ min: 404, max: 499 }).filter((status) => ![409, 412, 429].includes(status)),
        (text, secret, status) => {
          const body = { message: `${text}${secret}${text}` };
          const error = refusalError({ host: 'h', status, body, headers: null, clock, secrets: [secret] });
          expect(error.code).toBe('REMOTE_REFUSED');
          const detail = isCustodianError(error, 'REMOTE_REFUSED') ? (error.facts.detail ?? '') : '';
          expect(detail.length).toBeLessThanOrEqual(200);
          expect(detail).not.toMatch(/\p{C}/u);
          expect(detail).not.toContain(secret);
        },
      ),
    );
  });

  it('survives bodies of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const error = refusalError({ host: 'h', status: 400, body, headers: null, clock, secrets: [] });
        expect(error.code).toBe('REMOTE_REFUSED');
      }),
    );
  });
});
