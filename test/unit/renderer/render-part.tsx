// Renders one component under the theme and over a fake bridge, without transitions or portals.
import { MantineProvider } from '@mantine/core';
import { configure, cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { custodianOver } from '../../../renderer/bridge.ts';
import { CustodianProvider } from '../../../renderer/state/custodian.tsx';
import { makeFakeBridge, type FakeBridge } from './fake-bridge.ts';

// A busy machine renders late; what never comes still fails.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);

export function renderPart(part: ReactNode, bridge: FakeBridge = makeFakeBridge()): HTMLElement {
  return render(
    <MantineProvider env="test">
      <CustodianProvider custodian={custodianOver(bridge)}>{part}</CustodianProvider>
    </MantineProvider>,
  ).container;
}
