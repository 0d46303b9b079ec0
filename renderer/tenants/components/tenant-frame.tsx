// The band above every screen of one tenant: who it is, how much is at stake, and the ways within it.
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KeptForeign } from '../../../shared/domain/published-set/foreign.ts';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { isAt, type ScreenName, TAB_SCREENS, wayOf } from '../../../shared/screens.ts';
import { EnvironmentBadge } from '../../parts/environment-badge.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';
import { When } from '../../parts/when.tsx';
import { useTenant } from '../../state/queries.ts';
import { hrefOf, useRoute } from '../../state/route.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { ArchivedNotice } from './archived.tsx';
import { DriftAlarm } from './drift-alarm.tsx';
import { TenantMenu } from './tenant-menu.tsx';
import './tenant-frame.css';

const BAND = words.shell.band;

interface TenantFrameProps {
  tenant: string;
  children: (view: TenantView) => ReactNode;
}

export function TenantFrame({ tenant, children }: TenantFrameProps) {
  const here = wayOf(useRoute().screen);
  const { data: view, error, refetch } = useTenant(tenant);
  if (view) {
    return (
      <>
        <Band tenant={view.tenant} here={here} />
        <ArchivedNotice tenant={view.tenant} />
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

function Band({ tenant, here }: { tenant: Tenant; here: ScreenName }) {
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
        {TAB_SCREENS.filter((name) => isAt(name, tenant.endpoint)).map((name) => (
          <a
            key={name}
            className="way"
            href={hrefOf({ screen: name, tenant: tenant.name })}
            {...(here === name ? { 'aria-current': 'page' } : {})}
          >
            {words.shared.screens[name].way}
          </a>
        ))}
      </nav>
      <TenantMenu tenant={tenant} />
    </div>
  );
}

function Domains({ tenant: { domain, customDomain, furtherDomains } }: { tenant: Tenant }) {
  return (
    <p className="band-domains">
      {customDomain === null ? (
        <span>{domain}</span>
      ) : (
        say(BAND.publishesAt(<span>{domain}</span>, <span>{[customDomain, ...furtherDomains].join(', ')}</span>))
      )}
    </p>
  );
}

/**
 * Keys of others that somebody decided to keep. No screen of the tenant lets them be forgotten: their tokens are
 * accepted.
 */
function KeptForeignKeys({ kept }: { kept: readonly KeptForeign[] }) {
  return kept.length === 0 ? null : (
    <ul className="band-kept" aria-label={words.watch.kept.label}>
      {kept.map(({ name, material, by, at, reason }) => (
        <li key={`${name} ${material}`}>
          <RemoteName name={name} /> {say(words.watch.kept.line(by, <When at={at} />, reason))}
        </li>
      ))}
    </ul>
  );
}
