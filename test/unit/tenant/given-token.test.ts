import { describe, expect, it } from 'vitest';
import { givenTokenSource } from '../../../main/tenant/given-token.ts';
import type { TokenSource } from '../../../main/tenant/client-credentials.ts';
import { steppingClock } from '../sandbox/open-sandbox.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown): string => `${part({ alg: 'RS256' })}.${part(claims)}.AAAA`;
const clock = steppingClock('2026-11-22T08:00:00.000Z');
const from = (token: string): TokenSource => givenTokenSource(token, { host: 'h.example', clock });
const NOW = clock.now().getTime() / 1000;

describe('a token that was given', () => {
  it('is handed on as long as it lasts and bears the scopes', async () => {
    const token = jwt({ exp: NOW + 1, scope: 'read:a update:a' });
    expect(await from(token).token(['read:a'])).toBe(token);
    expect(from(token).held()).toEqual([token]);
    from(token).forget();
    expect(await from(token).token([])).toBe(token);
  });

  it('is refused when it is over, with the instant', async () => {
    await expect(from(jwt({ exp: NOW })).token([])).rejects.toMatchObject({
      code: 'REMOTE_TOKEN_EXPIRED',
      facts: { host: 'h.example', at: '2026-11-22T08:00:00.000Z' },
    });
  });

  it('is refused without the scopes, which are named', async () => {
    await expect(from(jwt({ scope: 'read:a' })).token(['read:a', 'create:a', 'update:a'])).rejects.toMatchObject({
      code: 'REMOTE_SCOPE_MISSING',
      facts: { scopes: 'create:a, update:a' },
    });
  });

  it.each([
    ['opaque', 'opaque-token'],
    ['without claims that we know', jwt({})],
    ['with odd claims', jwt({ exp: 'soon', scope: ['read:a'] })],
    ['with an end that no calendar has', jwt({ exp: -1e300 })],
    ['no object', jwt([1])],
  ])('that is %s is just tried', async (_, token) => {
    expect(await from(token).token(['read:a'])).toBe(token);
  });
});
