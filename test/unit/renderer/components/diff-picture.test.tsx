// The set before and after as a picture: every kind by its own line, sign and word.
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiffPicture } from '../../../../renderer/publishing/components/diff-picture.tsx';
import { setPicture } from '../../../../renderer/publishing/state/set-picture.ts';
import type { DiffEntry, DiffKind, PublicationPreview } from '../../../../shared/domain/published-set/publication.ts';
import { renderPart } from '../render-part.tsx';

const entry = (kind: DiffKind, kid: string | null): DiffEntry => ({
  kind,
  kid,
  kty: 'RSA',
  alg: 'RS256',
  thumbprint: null,
  state: kind === 'foreign' ? null : 'current',
});

const previewWith = (diff: DiffEntry[], kids: string[]): PublicationPreview => ({
  hash: '',
  body: '{}',
  kids,
  diff,
  upToDate: false,
  jwksUrl: '',
  act: 'push',
  findings: [],
  exposed: [],
  sinceLastPush: [],
  places: { used: 4, planned: 4, limit: 10 },
  warnings: [],
  waits: [],
  foreign: [],
});

test('each kind of difference has a line, a sign and a word of its own; places are those after the push', () => {
  const kinds: DiffKind[] = ['kept', 'added', 'altered', 'foreign', 'removed'];
  const page = renderPart(
    <DiffPicture
      preview={previewWith(
        kinds.map((kind) => entry(kind, kind)),
        ['kept', 'added', 'altered', 'foreign'],
      )}
    />,
  );
  expect(screen.getByRole('img', { name: /^Picture of the set: 4 keys now, 4 after/ })).toBeTruthy();
  const ways = [...page.querySelectorAll('.sets-way')];
  expect(ways.map((way) => [way.getAttribute('data-kind'), way.textContent?.trim()])).toEqual([
    ['kept', 'stays'],
    ['added', 'is added'],
    ['altered', 'is put back'],
    ['foreign', 'stays, not ours'],
    ['removed', 'is removed'],
  ]);
  expect(new Set(ways.map((way) => way.querySelector('svg')?.innerHTML)).size).toBe(5);
  expect([...page.querySelectorAll('.sets-place')].map((place) => place.textContent)).toEqual([
    'position 1',
    'position 2',
    'position 3',
    'position 4',
  ]);
  expect([...page.querySelectorAll('.sets-gap')].map((gap) => gap.textContent)).toEqual([
    'not there yet',
    'no longer there',
  ]);
});

test('where there is no room for all, those that stay as they are give way', () => {
  const diff = [entry('kept', 'a'), entry('kept', 'b'), entry('added', 'c'), entry('removed', null)];
  const { rows, left } = setPicture({ diff, kids: ['a', 'b', 'c'] }, 3);
  expect(rows.map((row) => [row.entry.kid, row.place])).toEqual([
    ['c', 3],
    [null, null],
    ['a', 1],
  ]);
  expect(left).toBe(1);
});

test('an empty comparison has no picture', () => {
  renderPart(<DiffPicture preview={previewWith([], [])} />);
  expect(screen.queryByRole('img')).toBeNull();
});
