// What can be done about a tenant, a ring or a key, where it stands: by the right button, by the menu key, by Shift+F10. It
// offers what the palette knows about the thing, so neither of them knows more.
import { Menu, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { About } from '../../shared/window-acts.ts';
import { useFleetRings } from '../fleet/state/queries.ts';
import { aboutOf } from '../parts/about.ts';
import { useCopy } from '../parts/copy-button.tsx';
import { useTenants } from '../state/queries.ts';
import { shortKid } from '../text/hex.ts';
import { words } from '../text/words.ts';
import { follow } from './follow.ts';
import { entriesAbout } from './palette.ts';
import './context-menu.css';

const said = words.palette.menu;

interface Asked {
  about: About;
  /** Where in the window. */
  left: number;
  top: number;
}

export function ContextMenu() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    function onContextMenu(event: MouseEvent) {
      const { target } = event;
      const about = target instanceof Element && !hasItsOwn(target) ? aboutOf(target) : null;
      if (about !== null) {
        event.preventDefault();
        setAsked({ about, left: event.clientX, top: event.clientY });
      }
    }
    window.addEventListener('contextmenu', onContextMenu);
    return () => window.removeEventListener('contextmenu', onContextMenu);
  }, []);
  return asked && <OpenMenu key={JSON.stringify(asked)} {...asked} onClose={() => setAsked(null)} />;
}

/** A field has a menu of its own, and a dialog is asked first. */
const hasItsOwn = (target: Element): boolean => target.closest('input, textarea, [role="dialog"]') !== null;

function OpenMenu({ about, left, top, onClose }: Asked & { onClose: () => void }) {
  const { data: tenants = [] } = useTenants();
  const { data: rings } = useFleetRings(true);
  const { copy } = useCopy();
  const name = about.kid || about.ring || about.tenant;
  const called = about.kid === '' ? name : shortKid(name);
  const entries = rings === undefined ? [] : entriesAbout(about, tenants, rings);
  return (
    <Menu
      opened={entries.length > 0}
      onClose={onClose}
      position="bottom-start"
      width={300}
      hideDetached={false}
      // It opens on its first item: what Mantine would focus instead is no part of a menu.
      withInitialFocusPlaceholder={false}
      returnFocus
    >
      <Menu.Target>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- nobody presses it: the menu says of it that it is open */}
        <span role="button" tabIndex={-1} className="menu-place" style={{ left, top }}>
          <VisuallyHidden>{said.about(called)}</VisuallyHidden>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry, index) => (
          <Menu.Item key={entry.id} onClick={() => follow(entry)}>
            {index === 0 ? said.open(called) : entry.title}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void copy(name, called)}>{words.controls.copy.verb(called)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
