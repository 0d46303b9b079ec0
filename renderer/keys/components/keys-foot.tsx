// What the tenant needs next, at the foot of its rings: the one thing that is due, and never a rotation merely because a key is
// ready for it.
import { Button } from '@mantine/core';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { type NextDue, nextDue } from '../../../shared/domain/tenant/next-due.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { useDue } from '../../fleet/state/queries.ts';
import { useProvenAt } from '../../publishing/state/queries.ts';
import { FootBar } from '../../parts/foot-bar.tsx';
import { begin } from '../../state/intent.ts';
import { useNow } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { dayOf } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';

const said = words.nextDue;

export function KeysFoot({ view }: { view: TenantView }) {
  const { name } = view.tenant;
  const now = useNow();
  const { data } = useDue();
  const events = data?.filter(({ tenant }) => tenant === name) ?? [];
  const provenAt = useProvenAt(name);
  if (data === undefined || provenAt === undefined) {
    return null;
  }
  const due = nextDue(view, { events, provenAt, now: new Date(now).toISOString() });
  return due === null ? (
    <FootBar title={said.nothing} tenant={view.tenant}>
      {comingLine(events)}
    </FootBar>
  ) : (
    <FootBar title={said.title[due.act]} tenant={view.tenant} action={<DueButton tenant={name} due={due} />}>
      {said.means[due.act]}
    </FootBar>
  );
}

function comingLine([first]: readonly ForecastEvent[]): string | null {
  return first === undefined ? null : said.next(words.shared.forecast[first.kind].title, first.ring, dayOf(first.at));
}

function DueButton({ tenant, due }: { tenant: string; due: NextDue }) {
  if (due.act === 'publish.push' || due.act === 'publish.verify') {
    return (
      <Button component="a" href={hrefOf({ screen: 'publish', tenant })}>
        {said.go[due.act]}
      </Button>
    );
  }
  const about = { tenant, ring: '', kid: '', ...due };
  return (
    <Button onClick={() => begin(due.act, about)}>
      {words.windowActs[due.act].title({ ...about, kid: shortKid(about.kid) })}
    </Button>
  );
}
