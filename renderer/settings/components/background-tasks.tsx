// What the app does of its own accord while it is open: watching the published sets, and reminding through the desktop.
import { Switch } from '@mantine/core';
import { usePreference } from '../state/preferences.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';

export function BackgroundTasks() {
  return (
    <Section title={words.backgroundTasks.title} lead={words.backgroundTasks.lead}>
      <div className="stack">
        <Habit name="watch" />
        <Habit name="remind" />
      </div>
    </Section>
  );
}

function Habit({ name }: { name: 'watch' | 'remind' }) {
  const { value, choose, busy, error } = usePreference(name);
  return (
    <>
      <Switch
        label={words.backgroundTasks[name].word}
        description={words.backgroundTasks[name].means}
        checked={value ?? false}
        disabled={value === null || busy}
        onChange={(event) => void choose(event.currentTarget.checked)}
      />
      <Failure error={error} />
    </>
  );
}
