// Names that a person understands and that every file system takes.
import { expect, it } from 'vitest';
import {
  fileLabel,
  nameProblem,
  slug,
  tenantSlug,
  uniqueLabels,
} from '../../../../shared/domain/exports/file-names.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';

it.each([
  ['Büro Süd / 1', 'buro-sud-1'],
  ['Acme', 'acme'],
  ['--a__b--', 'a-b'],
  ['-é\u0301-', 'e'],
  ['../../etc', 'etc'],
  ['日本', ''],
  ['x'.repeat(80), 'x'.repeat(60)],
  ['CON', 'con-name'],
  ['lpt1', 'lpt1-name'],
  ['com0', 'com0-name'],
  ['aux', 'aux-name'],
  ['prn', 'prn-name'],
  ['aux1', 'aux1'],
  ['lpt', 'lpt'],
  ['my con', 'my-con'],
  ['console', 'console'],
])('%s is called %s', (name, wanted) => {
  expect(slug(name)).toBe(wanted);
});

it('calls a tenant of no Latin letter a tenant, and a ring of none a ring', () => {
  expect(tenantSlug({ ...aTenant, name: '日本' })).toBe('tenant');
  expect(tenantSlug({ ...aTenant, name: 'Acme' })).toBe('acme');
  const key = aKey({ state: 'current', kid: 'a' });
  expect([...uniqueLabels([{ ...aRing, name: '日本' }], [key]).values()]).toEqual(['ring-current-a']);
});

it.each([
  ['keys.pem', null],
  ['a.b c', null],
  ['a/b', 'name-characters'],
  [String.raw`a\b`, 'name-characters'],
  ['a\nb', 'name-characters'],
  ['a:b', 'name-characters'],
  ['keys.', 'name-end'],
  ['keys ', 'name-end'],
  ['.keys', null],
  ['x'.repeat(255), null],
  ...Array.from('<>:"/|?*', (sign): [string, string] => [`a${sign}b`, 'name-characters']),
  ['nul', 'name-of-device'],
  ['NUL.pem', 'name-of-device'],
  ['COM1', 'name-of-device'],
  ['com².txt', 'name-of-device'],
  ['LPT9', 'name-of-device'],
  ['lpt³', 'name-of-device'],
  ['com10', null],
  ['lpta', null],
  ['x.nul', null],
  ['nul-1', null],
  ['nullable.pem', null],
  ['my con', null],
  ['ä'.repeat(255), null],
  ['x'.repeat(256), 'name-too-long'],
])('%j as a name of a file', (name, problem) => {
  expect(nameProblem(name)?.code ?? null).toBe(problem);
});

it('labels keys by the ring that they are in, and by none where it is gone', () => {
  const keys = ['ring', 'second', 'gone'].map((ringId) => aKey({ state: 'current', kid: 'a', ringId }));
  const rings = [aRing, { ...aRing, id: 'second', name: 'Second' }];
  expect([...uniqueLabels(rings, keys).values()]).toEqual([
    `${aRing.name}-current-a`,
    'second-current-a',
    'ring-current-a',
  ]);
});

it('labels a key by its state and the beginning of its kid', () => {
  expect(fileLabel(aKey({ state: 'next', kid: 'a/b:c-d_efgh' }))).toBe('next-a_b_c-d_');
});

it('gives each key a label that no other has, also where capital letters do not count', () => {
  const keys = ['ABCDEFGH-1', 'abcdefgh-2', 'abcdefgh-3', 'other'].map((kid) => aKey({ state: 'previous', kid }));
  expect([...uniqueLabels([aRing], keys).values()]).toEqual([
    `${aRing.name}-previous-ABCDEFGH`,
    `${aRing.name}-previous-abcdefgh-2`,
    `${aRing.name}-previous-abcdefgh-3`,
    `${aRing.name}-previous-other`,
  ]);
});
