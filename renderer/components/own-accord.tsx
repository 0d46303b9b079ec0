// What the app does of its own accord while it is open: watching the published sets, and reminding through the desktop.
import { Switch } from '@mantine/core';
import type { Preferences } from '../../shared/model.ts';
import { useCommand } from '../state/commands.ts';
import { usePreferences } from '../state/queries.ts';
import { Failure } from './failure.tsx';
import { Section } from './section.tsx';

type Habit = Exclude<keyof Preferences, 'theme' | 'firstSteps'>;

const HABITS: Record<Habit, { word: string; means: string }> = {
  watch: {
    word: 'Watch the published sets',
    means: 'Every 15 minutes, one tenant after the other, while the keychain is open. A foreign key raises an alarm.',
  },
  remind: {
    word: 'Remind through the desktop',
    means: 'Each due thing and each alarm once. Tenant and key are named in the notification.',
  },
};

export function OwnAccord() {
  const { data: preferences, error, refetch } = usePreferences();
  const write = useCommand('preferences.write');

  async function choose(habit: Habit, on: boolean) {
    await write.run({ [habit]: on });
    await refetch();
  }

  return (
    <Section title="Of its own accord" lead="Nothing of this happens while the app is closed.">
      <div className="stack">
        {(['watch', 'remind'] as const).map((habit) => (
          <Switch
            key={habit}
            label={HABITS[habit].word}
            description={HABITS[habit].means}
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
