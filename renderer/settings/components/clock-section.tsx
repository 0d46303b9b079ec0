// The clock of this machine, by which every wait is measured, and the way out when it was wrong or a server's is.
import { Button } from '@mantine/core';
import type { AppStatus } from '../../../shared/acts/app.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useIntent } from '../../state/intent.ts';
import { useNow } from '../../state/now.ts';
import { dayAndTimeInZone } from '../../text/dates.ts';
import { words } from '../../text/words.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';

const said = words.settings.clock;

export function ClockSection({ clock, onStated }: Pick<AppStatus, 'clock'> & { onStated: () => void }) {
  const now = useNow();
  const state = useCommand('clock.state');
  useIntent(['clock.state'], {}, () => void stateClock());

  /** The main process asks for the reason, beside the page. */
  async function stateClock(server?: string) {
    const outcome = await state.run(server === undefined ? {} : { server });
    if (outcome.done) {
      announce(said.done(outcome.result.corrected.length));
      onStated();
    }
  }

  return (
    <Section title={said.title} lead={said.lead}>
      <div className="stack">
        {clock === null ? (
          <p className="small numbers">{said.now(dayAndTimeInZone(new Date(now).toISOString()))}</p>
        ) : (
          <Notice tone="danger" title={words.shared.clockDiffers(clock)}>
            <p className="numbers">{said.now(dayAndTimeInZone(new Date(now).toISOString()))}</p>
            <p>{said.wrong}</p>
          </Notice>
        )}
        <ComeIntoView news={state.error !== null || state.result !== undefined}>
          <Failure error={state.error} />
          {state.result && (
            <Notice tone="good" role="status" title={said.done(state.result.corrected.length)}>
              <p>{said.recorded}</p>
            </Notice>
          )}
        </ComeIntoView>
        <div className="row row-wrap">
          <Button variant="default" size="xs" disabled={state.busy} onClick={() => void stateClock()}>
            {said.isRight}
          </Button>
          {clock !== null && (
            <Button variant="default" size="xs" disabled={state.busy} onClick={() => void stateClock(clock.host)}>
              {said.otherIsWrong(clock.host)}
            </Button>
          )}
          <Working channel="clock.state" busy={state.busy} label={words.credentials.answer} />
        </div>
        <p className="quiet small">{said.means}</p>
      </div>
    </Section>
  );
}
