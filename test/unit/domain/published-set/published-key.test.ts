import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRemoteKey } from '../../../../shared/domain/published-set/published-key.ts';

describe('a key of a remote set', () => {
  it('has the thumbprint of RFC 7638 §3.1', () => {
    const raw = {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    };
    expect(toRemoteKey(raw)).toEqual({
      kid: '2011-04-29',
      kty: 'RSA',
      alg: 'RS256',
      thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
      raw,
    });
  });

  it('is taken as it is, whatever it holds, but for private members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => {
        const key = toRemoteKey(raw);
        expect(key.raw === raw).toBe(key.exposed === undefined);
        expect([null, raw['kid']]).toContain(key.kid);
      }),
    );
  });
});
