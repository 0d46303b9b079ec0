// The window as a whole: theme, custodian, and the screen for where we are.
import { MantineProvider } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Custodian } from './bridge.ts';
import { Shell } from './components/frame/shell.tsx';
import { styleNonce } from './csp.ts';
import { AddTenantScreen } from './screens/add-tenant.tsx';
import { AuditScreen } from './screens/audit.tsx';
import { BackupScreen } from './screens/backup.tsx';
import { BenchScreen } from './screens/bench.tsx';
import { ConsumersScreen } from './screens/consumers.tsx';
import { DueScreen } from './screens/due.tsx';
import { ExportScreen } from './screens/export.tsx';
import { ExportTenantScreen } from './screens/export-tenant.tsx';
import { HomeScreen } from './screens/home.tsx';
import { InspectScreen } from './screens/inspect.tsx';
import { KeyScreen } from './screens/key.tsx';
import { KeysScreen } from './screens/keys.tsx';
import { OwnKeysScreen } from './screens/own-keys.tsx';
import { PoliciesScreen } from './screens/policies.tsx';
import { PolicyScreen } from './screens/policy.tsx';
import { PlanScreen } from './screens/plan.tsx';
import { PublishScreen } from './screens/publish.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { TenantSettingsScreen } from './screens/tenant-settings.tsx';
import { BulkJobsProvider } from './state/bulk-jobs.tsx';
import { CustodianProvider } from './state/custodian.tsx';
import { InspectionProvider } from './state/inspection.tsx';
import { listenForHistoryKeys, parseRoute, useHash, type Route } from './state/route.ts';
import { cssVariables, followsTheWindow, theme } from './styles/theme.ts';
import { words } from './words/words.ts';

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
    case 'backup':
      return <BackupScreen />;
    case 'due':
      return <DueScreen />;
    case 'inspect':
      return <InspectScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'policies':
      return <PoliciesScreen />;
    case 'policy':
      return <PolicyScreen key={route.name} name={route.name} />;
    case 'bench':
      return <BenchScreen key={route.tenant} tenant={route.tenant} />;
    case 'keys':
      return <KeysScreen key={route.tenant} tenant={route.tenant} />;
    case 'own-keys':
      return <OwnKeysScreen key={route.tenant} tenant={route.tenant} />;
    case 'publish':
      return <PublishScreen key={route.tenant} tenant={route.tenant} />;
    case 'consumers':
      return <ConsumersScreen key={route.tenant} tenant={route.tenant} />;
    case 'tenant-settings':
      return <TenantSettingsScreen key={route.tenant} tenant={route.tenant} />;
    case 'plan':
      return (
        <PlanScreen
          key={`${route.tenant}/${route.ring}/${route.order}`}
          tenant={route.tenant}
          ring={route.ring}
          order={route.order}
        />
      );
    case 'key':
      return <KeyScreen key={`${route.tenant}/${route.kid}`} tenant={route.tenant} kid={route.kid} />;
    case 'export-tenant':
      return <ExportTenantScreen key={route.tenant} tenant={route.tenant} format={route.format} />;
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
