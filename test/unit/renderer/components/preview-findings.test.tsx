import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PreviewFindings } from '../../../../renderer/publishing/components/preview-findings.tsx';
import { renderPart } from '../render-part.tsx';

test('what speaks against a push is named with its key, and the places are counted', () => {
  renderPart(
    <PreviewFindings
      findings={[
        { code: 'rsa-too-small', severity: 'error', kid: 'ours' },
        { code: 'unknown-member', severity: 'warning', kid: 'theirs' },
      ]}
      sinceLastPush={[{ kid: 'lost', change: 'vanished' }]}
      warnings={[{ verifier: 'rs256-only', kids: ['es'] }]}
      places={{ used: 3, planned: 4, limit: 10 }}
    />,
  );
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^lost was there after our last push/),
    'ours is an RSA key below 2048 bits.',
    expect.stringMatching(/^theirs holds a member/),
  ]);
  expect(screen.getByText('Some verifiers know RS256 alone.')).toBeTruthy();
  expect(screen.getByText('3 of 10 key slots used now, 4 after the push.')).toBeTruthy();
});
