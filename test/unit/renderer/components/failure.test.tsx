import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { remoteText } from '../../../../main/tenant/remote-text.ts';
import { WireFailure } from '../../../../renderer/bridge.ts';
import { Failure } from '../../../../renderer/parts/failure.tsx';
import { renderPart } from '../render-part.tsx';

test('says what happened, what to do, and the code, and is read out at once', () => {
  renderPart(
    <Failure
      error={
        new WireFailure({
          code: 'REMOTE_SCOPE_MISSING',
          facts: { host: 'acme.eu', scopes: remoteText('update:custom_signing_keys', []) },
        })
      }
    />,
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('acme.eu refused: the credentials lack the scope update:custom_signing_keys.');
  expect(alert.textContent).toContain('Grant the scope to the application there.');
  expect(alert.textContent).toContain('REMOTE_SCOPE_MISSING');
  expect(screen.getByRole('button', { name: 'Copy details' })).toBeTruthy();
});

test('an error without a code is named by its kind only', () => {
  renderPart(<Failure error={new RangeError('/home/officer/private')} />);
  expect(screen.getByRole('alert').textContent).toContain('RangeError');
  expect(screen.getByRole('alert').textContent).not.toContain('/home/officer');
});

test('no error, nothing drawn', () => {
  renderPart(<Failure error={null} />);
  expect(screen.queryByRole('alert')).toBeNull();
});
