// Whatever has a state says it by shape and by word; no two states look or read alike.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiffTable } from '../../../../renderer/publishing/components/diff-table.tsx';
import { EnvironmentBadge } from '../../../../renderer/parts/environment-badge.tsx';
import { ProofView } from '../../../../renderer/publishing/components/proof-section.tsx';
import { StateBadge } from '../../../../renderer/parts/state-badge.tsx';
import { ENVIRONMENTS, KEY_STATES } from '../../../../shared/domain/limits.ts';
import type { DiffKind } from '../../../../shared/domain/published-set/publication.ts';
import type { Proof } from '../../../../shared/domain/evidence/proof.ts';
import { renderPart } from '../render-part.tsx';

const drawing = (element: Element | null): string => element?.querySelector('svg')?.innerHTML ?? '';

test('the states of a key', () => {
  const badges = KEY_STATES.map((state) => renderPart(<StateBadge state={state} />));
  expect(badges.map((badge) => badge.textContent)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Next'),
      expect.stringContaining('Current'),
      expect.stringContaining('Previous'),
      expect.stringContaining('Revoked'),
      expect.stringContaining('Replaced'),
    ]),
  );
  expect(new Set(badges.map(drawing)).size).toBe(KEY_STATES.length);
});

test('the three environments', () => {
  const badges = ENVIRONMENTS.map((environment) => renderPart(<EnvironmentBadge environment={environment} />));
  expect(new Set(badges.map((badge) => badge.querySelector('.badge')?.textContent)).size).toBe(3);
  expect(new Set(badges.map(drawing)).size).toBe(3);
});

test('the five kinds of difference', () => {
  const kinds: DiffKind[] = ['added', 'kept', 'removed', 'foreign', 'altered'];
  renderPart(
    <DiffTable
      diff={kinds.map((kind) => ({
        kind,
        kid: kind === 'foreign' ? null : `kid-${kind}`,
        kty: 'RSA',
        alg: kind === 'foreign' ? null : 'RS256',
        thumbprint: null,
        state: kind === 'foreign' ? null : 'current',
      }))}
    />,
  );
  const [, ...rows] = screen.getAllByRole('row');
  expect(rows.map((row) => row.querySelector('.badge')?.textContent)).toEqual([
    'Added',
    'Kept',
    'Removed',
    'Foreign',
    'Altered',
  ]);
  expect(new Set(rows.map(drawing)).size).toBe(5);
  const foreign = rows[3];
  expect(foreign && within(foreign).getByText('without kid')).toBeTruthy();
  expect(foreign && within(foreign).getByText('not ours')).toBeTruthy();
});

test('nothing to compare is said, not shown as an empty table', () => {
  renderPart(<DiffTable diff={[]} />);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText(/nothing to compare/)).toBeTruthy();
});

test('the four steps of a proof: passed, failed, not reached', () => {
  const proof: Proof = {
    ok: false,
    at: '2026-11-22T05:30:00.000Z',
    jwksUrl: 'https://login.acme.example/.well-known/jwks.json',
    kid: 'kid-1',
    jwksSha256: 'ab'.repeat(32),
    cacheControl: null,
    steps: [
      { step: 'fetched', ok: true, detail: '2 keys' },
      { step: 'listed', ok: false, detail: 'kid-1 is not in the set' },
    ],
  };
  renderPart(<ProofView proof={proof} />);
  const steps = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(steps.map((step) => step.querySelector('svg')?.getAttribute('aria-label'))).toEqual([
    'passed',
    'failed',
    'skipped',
    'skipped',
  ]);
  expect(screen.getByText('Not proven')).toBeTruthy();
  expect(screen.getByText('kid-1 is not in the set')).toBeTruthy();
});
