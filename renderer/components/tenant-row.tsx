// One tenant in the overview: who it is, how many keys stand where, what presses, and when it was last published.
import type { TenantSummary } from '../../shared/contract.ts';
import type { ForecastEvent } from '../../shared/forecast.ts';
import { KEY_STATES } from '../../shared/limits.ts';
import { FORECAST_WORDS } from '../../shared/waiting-words.ts';
import { driftBadge } from '../state/drift.ts';
import { useNow } from '../state/now.ts';
import { hrefOf } from '../state/route.ts';
import { dayOf, relativeTo } from '../text/dates.ts';
import { STATE } from '../text/words.ts';
import { SeverityBadge } from './severity-badge.tsx';
import { StateShape } from './state-shape.tsx';
import './tenant-row.css';

/** In pixels, as the virtual list has to know it. */
export const TENANT_ROW_HEIGHT = 64;

interface TenantRowProps {
  summary: TenantSummary;
  /** What is overdue or soon, earliest first. */
  pressing: readonly ForecastEvent[];
}

export function TenantRow({ summary: { tenant, keys, lastPublishedAt, drift }, pressing }: TenantRowProps) {
  return (
    <a className="tenant-row" href={hrefOf({ screen: 'keys', tenant: tenant.name })}>
      <span className="tenant-row-who">
        <span className="tenant-row-name">{tenant.name}</span>
        <span className="tiny quiet tenant-row-domain">{tenant.domain}</span>
      </span>
      <span className="tenant-row-states">
        {KEY_STATES.map((state) => (
          <span key={state} className="tenant-row-state" data-none={keys[state] === 0}>
            <StateShape state={state} size={12} />
            <span className="numbers">
              {keys[state]} {STATE[state].word.toLowerCase()}
            </span>
          </span>
        ))}
      </span>
      <span className="tenant-row-due">
        <Pressing drift={driftBadge(drift)} events={pressing} />
      </span>
      <span className="tiny quiet tenant-row-published">
        Published <span className="tenant-row-day">{lastPublishedAt === null ? 'never' : dayOf(lastPublishedAt)}</span>
      </span>
    </a>
  );
}

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
        {first !== undefined && <span className="tiny quiet tenant-row-more">{events.length} more due</span>}
      </>
    );
  }
  if (first === undefined) {
    return <span className="tiny quiet">Nothing due</span>;
  }
  const more = events.length - 1;
  return (
    <>
      <SeverityBadge severity={first.severity}>{FORECAST_WORDS[first.kind].title}</SeverityBadge>
      <span className="tiny quiet tenant-row-more">
        {relativeTo(first.at, now)}
        {more > 0 && `, and ${more} more`}
      </span>
    </>
  );
}
