// Renders one component under the theme and over a fake bridge, without transitions or portals.
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { custodianOver } from '../../../renderer/bridge.ts';
import { CustodianProvider } from '../../../renderer/state/custodian.tsx';
import { makeFakeBridge, type FakeBridge } from './fake-bridge.ts';

export function renderPart(part: ReactNode, bridge: FakeBridge = makeFakeBridge()): HTMLElement {
  return render(
    <MantineProvider env="test">
      <CustodianProvider custodian={custodianOver(bridge)}>{part}</CustodianProvider>
    </MantineProvider>,
  ).container;
}
