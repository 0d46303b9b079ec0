// What the tenant needs next, at the foot of its rings: the one thing that is due, and never a rotation merely because a key is
// ready for it.
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { FootBar } from '../../parts/foot-bar.tsx';
import { DueButton } from '../../tenants/components/due-button.tsx';
import { useNextDue } from '../../tenants/state/next-due.ts';
import { dayOf } from '../../text/dates.ts';
import { words } from '../../text/words.ts';

const said = words.nextDue;

export function KeysFoot({ view }: { view: TenantView }) {
  const known = useNextDue(view);
  if (known === undefined) {
    return null;
  }
  const { due, events } = known;
  return due === null ? (
    <FootBar title={said.nothing} tenant={view.tenant}>
      {comingLine(events)}
    </FootBar>
  ) : (
    <FootBar
      title={said.title[due.act]}
      tenant={view.tenant}
      action={<DueButton tenant={view.tenant.name} due={due} />}
    >
      {said.means[due.act]}
    </FootBar>
  );
}

function comingLine([first]: readonly ForecastEvent[]): string | null {
  return first === undefined ? null : said.next(words.shared.forecast[first.kind].title, first.ring, dayOf(first.at));
}
