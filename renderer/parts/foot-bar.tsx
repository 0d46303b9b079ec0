// The foot of a screen that acts: what is due, what it will do and to whom, and the one button that does it. It stands below
// whatever scrolls, so that it is in sight however long the screen is.
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import { words } from '../text/words.ts';
import { EnvironmentBadge } from './environment-badge.tsx';
import './foot-bar.css';

const Place = createContext<HTMLElement | null>(null);

/** Around what scrolls: keeps the place below it. */
export function WithFoot({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    window.addEventListener('keydown', toWhatIsDue);
    return () => window.removeEventListener('keydown', toWhatIsDue);
  }, []);
  return (
    <Place value={place}>
      {children}
      <div ref={setPlace} />
    </Place>
  );
}

/** Ctrl or Cmd with Enter: to the button, however far down the order of Tab it is. Pressing it is another key. */
function toWhatIsDue({ key, ctrlKey, metaKey }: KeyboardEvent): void {
  if (key === 'Enter' && (ctrlKey || metaKey) && document.querySelector('[role="dialog"]') === null) {
    [...document.querySelectorAll<HTMLElement>('.foot-acts a, .foot-acts button:enabled')].at(-1)?.focus();
  }
}

interface FootBarProps {
  /** What is to be done. */
  title: string;
  /** What that will do, or why it cannot be done yet. */
  children?: ReactNode;
  /** To whom it is done. */
  tenant?: Pick<Tenant, 'environment'>;
  /** The button that does it, and what may be done instead. A button of a form names the form. */
  action?: ReactNode;
}

export function FootBar({ title, children, tenant, action }: FootBarProps) {
  const place = use(Place);
  const bar = (
    <section
      className="foot-bar"
      aria-label={words.shell.foot(title)}
      {...(tenant && { 'data-environment': tenant.environment })}
    >
      <div className="foot-what">
        <h2 className="foot-title">{title}</h2>
        {children !== undefined && children !== null && <div className="quiet">{children}</div>}
      </div>
      <div className="foot-acts">
        {tenant && <EnvironmentBadge environment={tenant.environment} />}
        {action}
      </div>
    </section>
  );
  return place && createPortal(bar, place);
}
