// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CopyButton } from '../../../../renderer/parts/copy-button.tsx';
import { Shell } from '../../../../renderer/frame/shell.tsx';
import { BulkJobsProvider } from '../../../../renderer/fleet/state/bulk-jobs.tsx';
import { InspectionProvider } from '../../../../renderer/inspect/state/inspection.tsx';
import { makeFakeBridge } from '../fake-bridge.ts';
import { renderPart } from '../render-part.tsx';

const live = () => [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent).join(' ');

test('copying goes through the main process; the live region says what really happened', async () => {
  const bridge = makeFakeBridge();
  renderPart(
    <InspectionProvider>
      <BulkJobsProvider>
        <Shell route={{ screen: 'audit' }}>
          <CopyButton value="h3ogA9" what="kid" />
        </Shell>
      </BulkJobsProvider>
    </InspectionProvider>,
    bridge,
  );
  const copies = () => bridge.made.filter(({ channel }) => channel === 'clipboard.copy').map(({ args }) => args);
  bridge.failNext('clipboard.copy', { code: 'INTERNAL', facts: { reference: 'Error' } });
  await userEvent.click(screen.getByRole('button', { name: 'Copy kid' }));
  expect(await screen.findByText('Not copied: the clipboard refused kid')).toBeTruthy();
  expect(live()).not.toContain('Copied kid');

  await userEvent.click(screen.getByRole('button', { name: 'Copy kid' }));
  expect(await screen.findByText('Copied kid')).toBeTruthy();
  expect(copies()).toEqual([{ text: 'h3ogA9' }, { text: 'h3ogA9' }]);
});

test('the theme is kept by the main process', async () => {
  const { openWindow } = await import('../render-window.tsx');
  const { user, argsOf } = await openWindow('#/settings');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(argsOf('preferences.write')).toEqual([{ theme: 'dark' }]);
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Dark' })).toHaveProperty('checked', true));
  expect(globalThis.localStorage).toHaveLength(0);
});
