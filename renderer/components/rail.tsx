// The rail: who we are, the tenants by environment, what else there is, and how keychain and sandbox are.
import { IconCalendarDue, IconFileSearch, IconHistory, IconPlus, IconScale, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { countDue } from '../state/due.ts';
import { openOverlay } from '../state/overlay.ts';
import { useDue } from '../state/queries.ts';
import { hrefOf, type Route } from '../state/route.ts';
import { countsLine } from '../text/due-words.ts';
import { amountOf } from '../text/hex.ts';
import { modified } from '../text/shortcuts.ts';
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
      <button type="button" className="rail-find" onClick={() => openOverlay('palette')}>
        <IconSearch size={15} aria-hidden />
        Find or do
        <kbd aria-hidden>{modified('K')}</kbd>
      </button>
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
          route={{ screen: 'due' }}
          here={route.screen === 'due'}
          icon={<IconCalendarDue size={16} aria-hidden />}
          end={<DueCount />}
        >
          Due
        </RailLink>
        <RailLink
          route={{ screen: 'policies' }}
          here={route.screen === 'policies' || route.screen === 'policy'}
          icon={<IconScale size={16} aria-hidden />}
        >
          Policies
        </RailLink>
        <RailLink
          route={{ screen: 'inspect' }}
          here={route.screen === 'inspect'}
          icon={<IconFileSearch size={16} aria-hidden />}
        >
          Inspect a file
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
  icon: ReactNode;
  children: string;
  /** After the word. */
  end?: ReactNode;
}

function RailLink({ route, here, icon, children, end }: RailLinkProps) {
  return (
    <a className="rail-link" href={hrefOf(route)} {...(here ? { 'aria-current': 'page' } : {})}>
      {icon}
      {children}
      {end}
    </a>
  );
}

/** How many things press, said in full to those who do not see the colour. */
function DueCount() {
  const { data: events = [] } = useDue();
  const counts = countDue(events);
  const sum = counts.overdue + counts.soon;
  return sum === 0 ? null : (
    <span className="rail-count numbers" data-overdue={counts.overdue > 0} title={countsLine(counts)}>
      {amountOf(sum)}
      <VisuallyHidden>: {countsLine(counts)}</VisuallyHidden>
    </span>
  );
}
