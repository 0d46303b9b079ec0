// The band above every screen of one tenant: who it is, how much is at stake, and the ways within it.
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { hasOwnKeys } from '../../../shared/domain/tenant/own-keys.ts';
import { useTenant } from '../../state/queries.ts';
import { hrefOf, type Route } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { KeptForeignKeys } from './kept-foreign.tsx';
import { DriftAlarm } from './drift-alarm.tsx';
import { EnvironmentBadge } from '../parts/environment-badge.tsx';
import { Failure } from '../parts/failure.tsx';
import { Page } from '../parts/page.tsx';
import { TenantMenu } from './tenant-menu.tsx';
import './tenant-frame.css';

const BAND = words.shell.band;

type Place = 'keys' | 'publish' | 'own-keys' | 'consumers' | 'bench' | 'settings';

interface TenantFrameProps {
  tenant: string;
  here: Place;
  children: (view: TenantView) => ReactNode;
}

export function TenantFrame({ tenant, here, children }: TenantFrameProps) {
  const { data: view, error, refetch } = useTenant(tenant);
  if (view) {
    return (
      <>
        <Band tenant={view.tenant} here={here} />
        {here !== 'publish' && <DriftAlarm drift={view.drift} />}
        <KeptForeignKeys kept={view.keptForeign} />
        {children(view)}
      </>
    );
  }
  if (error !== null) {
    return (
      <Page title={tenant}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return (
    <div className="page" aria-busy>
      <Skeleton height={56} mb={24} />
      <Skeleton height={320} radius="lg" />
    </div>
  );
}

function Band({ tenant, here }: { tenant: Tenant; here: Place }) {
  return (
    <div className="band" data-environment={tenant.environment}>
      <div className="band-who">
        <div className="row">
          <span className="band-name">{tenant.name}</span>
          <EnvironmentBadge environment={tenant.environment} />
        </div>
        <Domains tenant={tenant} />
      </div>
      <nav className="band-ways" aria-label={BAND.label}>
        <WayLink route={{ screen: 'keys', tenant: tenant.name }} here={here === 'keys'} word={BAND.keys} />
        <WayLink route={{ screen: 'publish', tenant: tenant.name }} here={here === 'publish'} word={BAND.publish} />
        {hasOwnKeys(tenant.endpoint) && (
          <WayLink route={{ screen: 'own-keys', tenant: tenant.name }} here={here === 'own-keys'} word={BAND.ownKeys} />
        )}
        <WayLink
          route={{ screen: 'consumers', tenant: tenant.name }}
          here={here === 'consumers'}
          word={BAND.consumers}
        />
        <WayLink route={{ screen: 'bench', tenant: tenant.name }} here={here === 'bench'} word={BAND.bench} />
        <WayLink
          route={{ screen: 'tenant-settings', tenant: tenant.name }}
          here={here === 'settings'}
          word={BAND.settings}
        />
      </nav>
      <TenantMenu tenant={tenant} />
    </div>
  );
}

function Domains({ tenant: { domain, customDomain } }: { tenant: Tenant }) {
  return (
    <p className="band-domains">
      {customDomain === null ? (
        <span>{domain}</span>
      ) : (
        BAND.publishesAt(<span>{domain}</span>, <span>{customDomain}</span>)
      )}
    </p>
  );
}

function WayLink({ route, here, word }: { route: Route; here: boolean; word: string }) {
  return (
    <a className="way" href={hrefOf(route)} {...(here ? { 'aria-current': 'page' } : {})}>
      {word}
    </a>
  );
}
