// The rail: who we are, the tenants by environment, what else there is, and how keychain and sandbox are.
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { hrefOf, type Route } from '../state/route.ts';
import { Brand } from './brand.tsx';
import { MachineState } from './machine-state.tsx';
import { TenantList } from './tenant-list.tsx';
import './rail.css';

export function Rail({ route }: { route: Route }) {
  return (
    <aside className="rail" aria-label="Tenants and tools">
      <div className="rail-brand">
        <Brand />
      </div>
      <nav aria-label="Tenants" className="rail-tenants">
        <TenantList selected={'tenant' in route ? route.tenant : null} />
      </nav>
      <nav aria-label="Tools" className="rail-tools">
        <RailLink
          route={{ screen: 'add-tenant' }}
          here={route.screen === 'add-tenant'}
          icon={<IconPlus size={16} aria-hidden />}
        >
          Add tenant
        </RailLink>
        <RailLink
          route={{ screen: 'audit' }}
          here={route.screen === 'audit'}
          icon={<IconHistory size={16} aria-hidden />}
        >
          Audit
        </RailLink>
      </nav>
      <MachineState />
    </aside>
  );
}

interface RailLinkProps {
  route: Route;
  here: boolean;
  icon: React.ReactNode;
  children: string;
}

function RailLink({ route, here, icon, children }: RailLinkProps) {
  return (
    <a className="rail-link" href={hrefOf(route)} {...(here ? { 'aria-current': 'page' } : {})}>
      {icon}
      {children}
    </a>
  );
}
