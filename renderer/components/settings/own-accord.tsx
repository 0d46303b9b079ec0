// What the app does of its own accord while it is open: watching the published sets, and reminding through the desktop.
import { Switch } from '@mantine/core';
import type { Preferences } from '../../../shared/model.ts';
import { useCommand } from '../../state/commands.ts';
import { usePreferences } from '../../state/queries.ts';
import { words } from '../../words/words.ts';
import { Failure } from '../parts/failure.tsx';
import { Section } from '../parts/section.tsx';

type Habit = Exclude<keyof Preferences, 'theme' | 'language' | 'firstSteps'>;

export function OwnAccord() {
  const { data: preferences, error, refetch } = usePreferences();
  const write = useCommand('preferences.write');

  async function choose(habit: Habit, on: boolean) {
    await write.run({ [habit]: on });
    await refetch();
  }

  return (
    <Section title={words.ownAccord.title} lead={words.ownAccord.lead}>
      <div className="stack">
        {(['watch', 'remind'] as const).map((habit) => (
          <Switch
            key={habit}
            label={words.ownAccord[habit].word}
            description={words.ownAccord[habit].means}
            checked={preferences?.[habit] ?? false}
            disabled={preferences === undefined || write.busy}
            onChange={(event) => void choose(habit, event.currentTarget.checked)}
          />
        ))}
        <Failure error={error ?? write.error} />
      </div>
    </Section>
  );
}
