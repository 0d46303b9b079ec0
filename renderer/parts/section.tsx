// A titled panel of a page. `useId` ties title and region together for screen readers.
import { useId, type ReactNode } from 'react';
import './section.css';

interface SectionProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="panel section" aria-labelledby={id}>
      <div className="section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <p className="section-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="row row-wrap push-end">{actions}</div>}
      </div>
      <div className="section-body">{children}</div>
    </section>
  );
}
