import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkError, refusalError } from '../../../main/tenant/remote-errors.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';

const withCode = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('a broken connection', () => {
  it.each([
    ['ENOTFOUND', 'no such host name'],
    ['ECONNRESET', 'the connection was cut'],
    ['UND_ERR_SOCKET', 'the connection was cut'],
    ['CERT_HAS_EXPIRED', 'its TLS certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its TLS certificate is not trusted: DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its TLS certificate is not trusted: UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'its TLS certificate is for another name'],
    ['EPROTO', 'TLS failed: EPROTO'],
    ['ESTRANGE', 'ESTRANGE'],
  ])('%s is told as "%s"', (code, detail) => {
    expect(networkError(withCode(code), 'h.example')).toMatchObject({
      code: 'REMOTE_UNREACHABLE',
      facts: { host: 'h.example', detail },
    });
  });

  it('without a code is told all the same', () => {
    expect(networkError('odd', 'h.example').facts.detail).toBe('no connection');
  });
});

describe('the detail of a refusal', () => {
  const clock = steppingClock();

  it('is short, printable and free of the secrets of the request, whatever the body holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ minLength: 8, unit: 'grapheme-ascii' }),
        fc.integer({ min: 404, max: 499 }).filter((status) => status !== 412 && status !== 429),
        (text, secret, status) => {
          const body = { message: `${text}${secret}${text}` };
          const error = refusalError({ host: 'h', status, body, headers: null, clock, secrets: [secret] });
          expect(error.code).toBe('REMOTE_REFUSED');
          const detail = 'detail' in error.facts ? error.facts.detail : '';
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
