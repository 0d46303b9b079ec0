// One tenant in the overview: who it is, how many keys stand where, what presses, and when it was last published. Drawn
// again only when something about it changed, so that typing in the search costs nothing.
import { memo } from 'react';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { LIFE_STATES } from '../../../shared/domain/limits.ts';
import { driftBadge } from '../../tenants/state/drift.ts';
import { useNow } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { dayOf, relativeTo } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { aboutAttributes } from '../../parts/about.ts';
import { RowSelect } from './row-select.tsx';
import { SeverityBadge } from './severity-badge.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import './tenant-row.css';

const said = words.fleet.row;

/** In rem, as the virtual list has to know it. */
export const TENANT_ROW_HEIGHT = 4;

interface TenantRowProps {
  summary: TenantSummary;
  /** What is overdue or soon, earliest first. */
  pressing: readonly ForecastEvent[];
  /** Its rings want another set than the one that was published last. */
  unpublished: boolean;
  chosen: boolean;
  /** `null` when there is nothing to choose between. */
  onToggle: ((name: string, range: boolean) => void) | null;
}

export const TenantRow = memo(function TenantRow({
  summary: { tenant, keys, lastPublishedAt, drift },
  pressing,
  unpublished,
  chosen,
  onToggle,
}: TenantRowProps) {
  return (
    <div className="tenant-row-frame" data-chosen={chosen} {...aboutAttributes({ tenant: tenant.name })}>
      {onToggle !== null && <RowSelect name={tenant.name} checked={chosen} onToggle={onToggle} />}
      <a className="tenant-row" href={hrefOf({ screen: 'keys', tenant: tenant.name })}>
        <span className="tenant-row-who">
          <span className="tenant-row-name">{tenant.name}</span>
          <span className="tiny quiet tenant-row-domain">{tenant.domain}</span>
        </span>
        <span className="tenant-row-states">
          {LIFE_STATES.map((state) => (
            <span key={state} className="tenant-row-state" data-none={keys[state] === 0}>
              <StateShape state={state} size={12} />
              <span className="numbers">{said.keys[state](keys[state])}</span>
            </span>
          ))}
        </span>
        <span className="tenant-row-due">
          <Pressing drift={driftBadge(drift)} events={pressing} />
        </span>
        <span className="tiny quiet tenant-row-published">
          {say(
            said.published(
              <span className="tenant-row-day">
                {lastPublishedAt === null ? words.common.never : dayOf(lastPublishedAt)}
              </span>,
            ),
          )}
          {unpublished && <span className="tenant-row-unpublished">{said.unpublished}</span>}
        </span>
      </a>
    </div>
  );
});

interface PressingProps {
  drift: ReturnType<typeof driftBadge>;
  events: readonly ForecastEvent[];
}

/** The most pressing thing in words, all others as a number. */
function Pressing({ drift, events }: PressingProps) {
  const now = useNow();
  const [first] = events;
  if (drift !== null) {
    return (
      <>
        <SeverityBadge severity={drift.alarm ? 'overdue' : 'soon'}>{drift.word}</SeverityBadge>
        {first !== undefined && <span className="tiny quiet tenant-row-more">{said.moreDue(events.length)}</span>}
      </>
    );
  }
  if (first === undefined) {
    return <span className="tiny quiet">{said.nothingDue}</span>;
  }
  return (
    <>
      <SeverityBadge severity={first.severity}>{words.shared.forecast[first.kind].title}</SeverityBadge>
      <span className="tiny quiet tenant-row-more">{said.andMore(relativeTo(first.at, now), events.length - 1)}</span>
    </>
  );
}
