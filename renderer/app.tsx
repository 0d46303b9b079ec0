// The window as a whole: theme, custodian, and the screen for where we are.
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import type { Custodian } from './bridge.ts';
import { Shell } from './components/shell.tsx';
import { styleNonce } from './csp.ts';
import { AddTenantScreen } from './screens/add-tenant.tsx';
import { AuditScreen } from './screens/audit.tsx';
import { ExportScreen } from './screens/export.tsx';
import { HomeScreen } from './screens/home.tsx';
import { KeyScreen } from './screens/key.tsx';
import { KeysScreen } from './screens/keys.tsx';
import { PublishScreen } from './screens/publish.tsx';
import { CustodianProvider } from './state/custodian.tsx';
import { listenForHistoryKeys, parseRoute, useHash, type Route } from './state/route.ts';
import { cssVariables, theme } from './styles/theme.ts';

export function App({ custodian }: { custodian: Custodian | null }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {custodian ? (
        <CustodianProvider custodian={custodian}>
          <Window />
        </CustodianProvider>
      ) : (
        <p>This page belongs to the Key Custodian app and works only inside it.</p>
      )}
    </MantineProvider>
  );
}

function Window() {
  const route = parseRoute(useHash());
  useEffect(listenForHistoryKeys, []);
  return (
    <Shell route={route}>
      <Screen route={route} />
    </Shell>
  );
}

/** Keys make a screen start afresh when it is about another tenant or key. */
function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'add-tenant':
      return <AddTenantScreen />;
    case 'audit':
      return <AuditScreen />;
    case 'keys':
      return <KeysScreen key={route.tenant} tenant={route.tenant} />;
    case 'publish':
      return <PublishScreen key={route.tenant} tenant={route.tenant} />;
    case 'key':
      return <KeyScreen key={`${route.tenant}/${route.kid}`} tenant={route.tenant} kid={route.kid} />;
    case 'export':
      return (
        <ExportScreen
          key={`${route.tenant}/${route.kid}`}
          tenant={route.tenant}
          kid={route.kid}
          format={route.format}
        />
      );
  }
}
