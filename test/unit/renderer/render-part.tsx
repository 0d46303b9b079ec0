// Renders one component under the theme, without transitions or portals.
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';

afterEach(cleanup);

export function renderPart(part: ReactNode): HTMLElement {
  return render(<MantineProvider env="test">{part}</MantineProvider>).container;
}
