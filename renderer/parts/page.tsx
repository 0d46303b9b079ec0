// The frame of a screen: a heading that takes the focus on arrival, what belongs beside it, and the content.
import { useEffect, useRef, type ReactNode } from 'react';
import { shortKid } from '../text/hex.ts';
import { words } from '../text/words.ts';
import './page.css';

interface PageProps {
  title: string;
  /** A kid that belongs to the title. */
  kid?: string;
  /** Beside the title. */
  badge?: ReactNode;
  /** Under the title. */
  lead?: ReactNode;
  /** Above the title: the way back. */
  crumbs?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, kid, badge, lead, crumbs, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = words.shell.windowTitle(kid === undefined ? title : `${title} ${shortKid(kid)}`);
  }, [title, kid]);

  // A new screen begins at its heading, for the keyboard as for the eye.
  useEffect(() => {
    heading.current?.closest('main')?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="page">
      {crumbs}
      <div className="page-head">
        <div className="page-title">
          <div className="row row-wrap">
            <h1 ref={heading} tabIndex={-1}>
              {title}
              {kid !== undefined && <span className="mono page-kid"> {kid}</span>}
            </h1>
            {badge}
          </div>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="row row-wrap push-end">{actions}</div>}
      </div>
      <div className="stack">{children}</div>
    </div>
  );
}
