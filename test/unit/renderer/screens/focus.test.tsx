// The focus is never lost: after a dialog it is where it was before, or as near to it as there is something left.
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

test('a dialog gives the focus back to the button that opened it', async () => {
  const { user } = await openWindow('#/tenant/acme');
  const opener = await screen.findByRole('button', { name: 'Add ring…' });
  opener.focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement).not.toBe(opener));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('a button that is closed after its work leaves the focus to the heading of its section', async () => {
  const { user } = await openWindow('#/tenant/rehearsal/publish');
  (await screen.findByRole('button', { name: 'Push to rehearsal' })).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Nothing to push' });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('3. Prove'));
});
