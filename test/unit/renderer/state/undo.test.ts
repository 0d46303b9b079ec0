// What the undoing of a push would do is its difference, read backwards.
import { expect, test } from 'vitest';
import { undoOf } from '../../../../renderer/publishing/state/undo.ts';
import type { DiffEntry, DiffKind } from '../../../../shared/domain/published-set/publication.ts';

const entry = (kind: DiffKind, kid: string | null): DiffEntry => ({
  kind,
  kid,
  kty: 'RSA',
  alg: 'RS256',
  thumbprint: kid === null ? 'print' : null,
  state: null,
});

test('what came goes, what went comes back, what was put right is as it was', () => {
  const diff = [
    entry('added', 'fresh'),
    entry('kept', 'same'),
    entry('removed', null),
    entry('foreign', 'theirs'),
    entry('altered', 'ours'),
  ];
  expect(undoOf({ diff, places: { used: 4, planned: 4, limit: 10 } })).toEqual({
    leave: ['fresh'],
    comeBack: ['print'],
    changeBack: ['ours'],
    wasEmpty: false,
  });
});

test('where there was nothing, everything goes', () => {
  expect(undoOf({ diff: [entry('added', 'fresh')], places: { used: 0, planned: 1, limit: 10 } })).toMatchObject({
    wasEmpty: true,
  });
});
