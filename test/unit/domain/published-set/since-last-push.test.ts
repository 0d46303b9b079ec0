import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sinceLastPush } from '../../../../shared/domain/published-set/since-last-push.ts';
import type { Publication, RemoteKey } from '../../../../shared/domain/published-set/publication.ts';
import { AT } from '../../../support/keys.ts';

interface Key {
  kid: string;
  n: string;
}

const pushed = (keys: Key[] | null): Publication => ({
  id: 'p',
  tenantId: 'tenant',
  act: 'push',
  at: AT,
  hash: 'h',
  kids: [],
  replaced: '{"keys":[]}',
  confirmedAt: AT,
  variations: [],
  sent: keys === null ? null : JSON.stringify({ keys }),
});
const there = (keys: Key[]): RemoteKey[] =>
  keys.map((key) => ({ kid: key.kid, kty: 'RSA', alg: null, thumbprint: null, raw: { ...key } }));
const since = (sent: Key[], now: Key[]) => sinceLastPush(pushed(sent), there(now)).map((one) => [one.kid, one.change]);

const key = (kid: string, n = 'n'): Key => ({ kid, n });
const someSet = fc.uniqueArray(
  fc.record({ kid: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), n: fc.constantFrom('1', '2') }),
  {
    selector: ({ kid }) => kid,
    maxLength: 6,
  },
);

describe('what others did since our last push', () => {
  it('is named for each key', () => {
    expect(since([key('a'), key('b'), key('c')], [key('c'), key('a', 'other'), key('x')])).toEqual([
      ['a', 'altered'],
      ['b', 'vanished'],
      ['x', 'appeared'],
      ['c', 'moved'],
      ['a', 'moved'],
    ]);
  });

  it('is nothing as long as it is not known what was sent', () => {
    expect(sinceLastPush(null, there([key('a')]))).toEqual([]);
    expect(sinceLastPush(pushed(null), there([key('a')]))).toEqual([]);
  });

  it('is nothing exactly when the set is as it was sent', () => {
    fc.assert(
      fc.property(someSet, someSet, (sent, now) => {
        expect(since(sent, now).length === 0).toBe(JSON.stringify(sent) === JSON.stringify(now));
      }),
    );
  });

  it('mirrors: what vanished one way appeared the other way, and what was altered stays altered', () => {
    fc.assert(
      fc.property(someSet, someSet, (one, two) => {
        const kids = (a: Key[], b: Key[], kind: string) =>
          since(a, b)
            .flatMap(([kid, change]) => (change === kind ? [kid] : []))
            .sort((left = '', right = '') => left.localeCompare(right));
        expect(kids(one, two, 'vanished')).toEqual(kids(two, one, 'appeared'));
        expect(kids(one, two, 'altered')).toEqual(kids(two, one, 'altered'));
      }),
    );
  });
});
