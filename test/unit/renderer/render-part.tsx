// Renders one component under the theme, without transitions or portals. It asks the main process for nothing.
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Custodian } from '../../../renderer/bridge.ts';
import { CustodianProvider } from '../../../renderer/state/custodian.tsx';

const nobody: Custodian = {
  call: (channel) => Promise.reject(new Error(`${channel} was not expected`)),
  on: () => () => undefined,
};

export function renderPart(part: ReactNode): HTMLElement {
  return render(
    <MantineProvider env="test">
      <CustodianProvider custodian={nobody}>{part}</CustodianProvider>
    </MantineProvider>,
  ).container;
}
