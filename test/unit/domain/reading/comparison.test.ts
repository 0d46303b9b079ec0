// Two files side by side: what is the same, what is on one side only, and what tells two keys apart.
import { describe, expect, it } from 'vitest';
import {
  type ComparedCertificate,
  type ComparedFile,
  type ComparedKey,
  compared,
} from '../../../../shared/domain/reading/comparison.ts';
import type { FoundFact } from '../../../../shared/domain/reading/inspection.ts';

const fact = (value: string, name: FoundFact['name'] = 'Subject'): FoundFact => ({ name, value });
const certificate = (sha256: string, ...facts: FoundFact[]): ComparedCertificate => ({ sha256, facts });
const key = (spkiSha256: string, part: Partial<ComparedKey> = {}): ComparedKey => ({
  spkiSha256,
  kid: null,
  isPrivate: false,
  facts: [],
  certificates: [],
  ...part,
});
const file = (...keys: ComparedKey[]): ComparedFile => ({
  kind: 'public key',
  format: { code: 'jwk-set' },
  keys,
  closed: 0,
  asks: false,
});
const certified = (...names: string[]) => file(key('a', { certificates: names.map((name) => certificate(name)) }));

describe('the verdict', () => {
  it.each([
    ['nothing-to-compare', file(), file(key('a'))],
    ['nothing-to-compare', file(key('a')), file()],
    ['different', file(key('a')), file(key('b'))],
    ['some-keys', file(key('a'), key('b')), file(key('a'))],
    ['some-keys', file(key('a')), file(key('b'), key('a'))],
    ['same', file(key('a'), key('b')), file(key('b'), key('a'))],
    ['same', certified('c'), certified('c')],
    ['same-keys', certified('c'), certified('d')],
    ['same-keys', file(key('a'), key('b')), file(key('a', { certificates: [certificate('c')] }), key('b'))],
  ] as const)('%s', (verdict, first, second) => {
    expect(compared(first, second).verdict).toBe(verdict);
  });
});

describe('the certificates of a key that both have', () => {
  it.each([
    ['none', [], []],
    ['same', ['c'], ['c']],
    ['same', ['c', 'd'], ['d', 'c']],
    ['some', ['c', 'd'], ['d']],
    ['some', ['d'], ['c', 'd']],
    ['others', ['c'], ['d']],
    ['only-first', ['c'], []],
    ['only-second', [], ['c']],
  ] as const)('%s: %j and %j', (relation, first, second) => {
    expect(compared(certified(...first), certified(...second)).inBoth.map(({ certificates }) => certificates)).toEqual([
      relation,
    ]);
  });
});

describe('what differs', () => {
  it('in a key that both have: its name, and the certificates that only one of them has', () => {
    const shared = certificate('s', fact('shared'));
    const [first, second] = ['one', 'two'].map((kid) =>
      file(key('a', { kid, certificates: [shared, certificate(kid, fact(kid), fact('same', 'Issuer'))] })),
    );
    expect(compared(first ?? file(), second ?? file()).inBoth[0]?.differences).toEqual([
      { name: 'kid', first: 'one', second: 'two' },
      { name: 'Subject', first: 'one', second: 'two' },
    ]);
    const bare = compared(file(key('a', { kid: 'one' })), file(key('a', { kid: 'one' }))).inBoth[0];
    expect(bare?.differences).toEqual([]);
  });

  it('between two keys, one on each side: in the order of the first, and what only one of them says', () => {
    const first = file(key('a', { kid: 'one', facts: [fact('x'), fact('same', 'Issuer')] }));
    const second = file(
      key('b', {
        facts: [fact('unused')],
        certificates: [certificate('c', fact('same', 'Issuer'), fact('9', 'Serial'))],
      }),
    );
    const { differences, onlyFirst, onlySecond, inBoth } = compared(first, second);
    expect(differences).toEqual([
      { name: 'kid', first: 'one', second: null },
      { name: 'Subject', first: 'x', second: null },
      { name: 'Serial', first: null, second: '9' },
    ]);
    expect([onlyFirst, onlySecond, inBoth]).toEqual([first.keys, second.keys, []]);
  });

  it('is not among the keys of one side alone when both have the key', () => {
    const { onlyFirst, onlySecond, inBoth } = compared(file(key('a'), key('b')), file(key('c'), key('a')));
    const names = [onlyFirst, onlySecond, inBoth.map((both) => both.key)].map((keys) =>
      keys.map(({ spkiSha256 }) => spkiSha256),
    );
    expect(names).toEqual([['b'], ['c'], ['a']]);
  });

  it('is not said between more keys than two', () => {
    const more = compared(file(key('a', { kid: 'one' })), file(key('b'), key('c')));
    expect([more.differences, more.onlySecond.length]).toEqual([[], 2]);
    expect(compared(file(key('b'), key('c')), file(key('a', { kid: 'one' }))).differences).toEqual([]);
  });

  it('is told with what each file is, and how many keys are in it', () => {
    const { keys: _, ...told } = file();
    expect(compared(file(key('a'), key('b')), file())).toMatchObject({
      first: { ...told, count: 2 },
      second: { ...told, count: 0 },
    });
  });
});
