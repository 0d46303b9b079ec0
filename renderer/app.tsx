// The window as a whole: theme, custodian, and the screen for where we are.
import { MantineProvider } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import type { Custodian } from './bridge.ts';
import { Shell } from './frame/shell.tsx';
import { styleNonce } from './csp.ts';
import { screenFile } from './screen-files.ts';
import { BulkJobsProvider } from './fleet/state/bulk-jobs.tsx';
import { CustodianProvider } from './state/custodian.tsx';
import { InspectionProvider } from './inspect/state/inspection.tsx';
import { listenForHistoryKeys, useRoute } from './state/route.ts';
import { guardTheAddress } from './state/unsaved.ts';
import { cssVariables, followsTheWindow, theme } from './styles/theme.ts';
import { words } from './text/words.ts';

interface AppProps {
  custodian: Custodian | null;
  client?: QueryClient;
}

export function App({ custodian, client }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={followsTheWindow}
      getStyleNonce={styleNonce}
    >
      {custodian ? (
        <CustodianProvider custodian={custodian} client={client}>
          <InspectionProvider>
            <BulkJobsProvider>
              <Window />
            </BulkJobsProvider>
          </InspectionProvider>
        </CustodianProvider>
      ) : (
        <p>{words.shell.onlyInApp}</p>
      )}
    </MantineProvider>
  );
}

function Window() {
  const route = useRoute();
  useEffect(listenForHistoryKeys, []);
  // Before any effect of `useRoute`, so that its listener is the first.
  useLayoutEffect(guardTheAddress, []);
  return <Shell route={route}>{screenFile(route.screen).show(route)}</Shell>;
}
