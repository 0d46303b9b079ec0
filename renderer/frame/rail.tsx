// The rail: who we are, the tenants by environment, what else there is, and how keychain and sandbox are.
import { IconSearch } from '@tabler/icons-react';
import { openOverlay } from './overlay.ts';
import { hrefOf } from '../state/route.ts';
import { RAIL_SCREENS, type RailScreen, type Route, wayOf } from '../../shared/screens.ts';
import { screenFile } from '../screen-files.ts';
import { modified } from './shortcuts.ts';
import { words } from '../text/words.ts';
import { Brand } from './brand.tsx';
import { MachineState } from './machine-state.tsx';
import { TenantList } from './tenant-list.tsx';
import './rail.css';

const RAIL = words.shell.rail;

export function Rail({ route }: { route: Route }) {
  const here = wayOf(route.screen);
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
        {RAIL_SCREENS.map((name) => (
          <RailLink key={name} name={name} here={here === name} />
        ))}
      </nav>
      <MachineState />
    </aside>
  );
}

function RailLink({ name, here }: { name: RailScreen; here: boolean }) {
  const { icon: Icon, End } = screenFile(name).rail ?? {};
  return (
    <a className="rail-link" href={hrefOf({ screen: name })} {...(here ? { 'aria-current': 'page' } : {})}>
      {Icon && <Icon size={16} aria-hidden />}
      {words.shared.screens[name].way}
      {End && <End />}
    </a>
  );
}
