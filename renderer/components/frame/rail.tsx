// The rail: who we are, the tenants by environment, what else there is, and how keychain and sandbox are.
import {
  IconCalendarDue,
  IconFileSearch,
  IconHistory,
  IconLifebuoy,
  IconPlus,
  IconScale,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { countDue } from '../../state/due.ts';
import { openOverlay } from '../../state/overlay.ts';
import { useDue } from '../../state/queries.ts';
import { hrefOf, type Route } from '../../state/route.ts';
import { countsLine } from '../../text/due-words.ts';
import { amountOf } from '../../text/hex.ts';
import { modified } from '../../text/shortcuts.ts';
import { words } from '../../words/words.ts';
import { Brand } from './brand.tsx';
import { MachineState } from './machine-state.tsx';
import { TenantList } from './tenant-list.tsx';
import './rail.css';

const RAIL = words.shell.rail;

export function Rail({ route }: { route: Route }) {
  return (
    <aside className="rail" aria-label={RAIL.label}>
      <div className="rail-brand">
        <Brand />
      </div>
      <button type="button" className="rail-find" onClick={() => openOverlay('palette')}>
        <IconSearch size={15} aria-hidden />
        {RAIL.find}
        <kbd aria-hidden>{modified('K')}</kbd>
      </button>
      <nav aria-label={RAIL.tenants} className="rail-tenants">
        <TenantList selected={'tenant' in route ? route.tenant : null} />
      </nav>
      <nav aria-label={RAIL.tools} className="rail-tools">
        <RailLink
          route={{ screen: 'add-tenant' }}
          here={route.screen === 'add-tenant'}
          icon={<IconPlus size={16} aria-hidden />}
        >
          {RAIL.addTenant}
        </RailLink>
        <RailLink
          route={{ screen: 'due' }}
          here={route.screen === 'due'}
          icon={<IconCalendarDue size={16} aria-hidden />}
          end={<DueCount />}
        >
          {RAIL.due}
        </RailLink>
        <RailLink
          route={{ screen: 'policies' }}
          here={route.screen === 'policies' || route.screen === 'policy'}
          icon={<IconScale size={16} aria-hidden />}
        >
          {RAIL.policies}
        </RailLink>
        <RailLink
          route={{ screen: 'inspect' }}
          here={route.screen === 'inspect'}
          icon={<IconFileSearch size={16} aria-hidden />}
        >
          {RAIL.inspect}
        </RailLink>
        <RailLink
          route={{ screen: 'audit' }}
          here={route.screen === 'audit'}
          icon={<IconHistory size={16} aria-hidden />}
        >
          {RAIL.audit}
        </RailLink>
        <RailLink
          route={{ screen: 'backup' }}
          here={route.screen === 'backup'}
          icon={<IconLifebuoy size={16} aria-hidden />}
        >
          {RAIL.backup}
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
