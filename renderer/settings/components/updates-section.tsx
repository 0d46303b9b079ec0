// Newer versions: a look where the officer allows it, and a downloaded package before it is installed. Whom it asks and which file
// it is are settled beside the page.
import { Button, Switch } from '@mantine/core';
import type { AppStatus } from '../../../shared/acts/app.ts';
import { useCommand } from '../../state/commands.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../text/words.ts';
import { usePreferences } from '../state/queries.ts';
import { ReleaseNotice } from './release-notice.tsx';

const { updates: UPDATES } = words.settings;

export function UpdatesSection({ releases }: Pick<AppStatus, 'releases'>) {
  const look = useCommand('update.look', { endsWithScreen: true });
  const take = useCommand('update.take');
  const busy = look.busy || take.busy;
  return (
    <Section title={UPDATES.title} lead={UPDATES.lead}>
      <div className="stack">
        {releases === null ? (
          <Notice tone="info" title={UPDATES.noKey} />
        ) : (
          <>
            <Allowance host={new URL(releases).host} />
            <div className="row row-wrap">
              <Button
                variant="default"
                size="xs"
                loading={look.busy}
                disabled={busy}
                onClick={() => askAfresh(() => look.run({}), take)}
              >
                {UPDATES.look}
              </Button>
              <Button
                variant="default"
                size="xs"
                loading={take.busy}
                disabled={busy}
                onClick={() => askAfresh(() => take.run({}), look)}
              >
                {UPDATES.take}
              </Button>
            </div>
            <p className="quiet small">{UPDATES.takeMeans}</p>
          </>
        )}
        <ComeIntoView news={[look, take].some(({ error, result }) => error !== null || result !== undefined)}>
          <Failure error={look.error ?? take.error} />
          {look.result && <ReleaseNotice release={look.result} verified={null} />}
          {take.result && <ReleaseNotice {...take.result} />}
        </ComeIntoView>
        <Facts>
          <Fact name={UPDATES.kept}>{UPDATES.keptMeans}</Fact>
        </Facts>
      </div>
    </Section>
  );
}

/** One answer is shown: the newest. */
function askAfresh(run: () => Promise<unknown>, other: { reset: () => void }) {
  other.reset();
  void run();
}

/** The main process asks before it is on; the switch shows what holds. */
function Allowance({ host }: { host: string }) {
  const { data: preferences, error, refetch } = usePreferences();
  const allow = useCommand('update.allow');

  async function choose(allowed: boolean) {
    await allow.run({ allowed });
    await refetch();
  }

  return (
    <>
      <Switch
        label={UPDATES.allow}
        description={UPDATES.allowMeans(host)}
        checked={preferences?.lookForReleases ?? false}
        disabled={preferences === undefined || allow.busy}
        onChange={(event) => void choose(event.currentTarget.checked)}
      />
      <Failure error={error ?? allow.error} />
    </>
  );
}
