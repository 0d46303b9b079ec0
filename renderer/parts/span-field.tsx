// A length of time in a form.
import { NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { TIME_UNITS, type Span } from './span.ts';
import { words } from '../text/words.ts';

const { units: UNITS, unitOf } = words.controls;

interface SpanFieldProps<F extends string> {
  form: {
    values: Record<F, Span>;
    problems: Partial<Record<string, string>>;
    set: (field: F, value: Span) => void;
  };
  field: F;
  label: string;
  description: string;
}

export function SpanField<F extends string>({ form, field, label, description }: SpanFieldProps<F>) {
  const id = useId();
  const span = form.values[field];
  const set = (change: Partial<Span>) => form.set(field, { ...span, ...change });
  return (
    <TextInput
      id={id}
      label={label}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      rightSection={
        <NativeSelect
          aria-label={unitOf(label)}
          variant="unstyled"
          size="xs"
          value={span.unit}
          data={TIME_UNITS.map((unit) => ({ value: unit, label: UNITS[unit] }))}
          onChange={(event) =>
            set({ unit: TIME_UNITS.find((unit) => unit === event.currentTarget.value) ?? span.unit })
          }
        />
      }
      rightSectionWidth={100}
      value={span.amount}
      error={form.problems[field]}
      onChange={(event) => set({ amount: event.currentTarget.value })}
    />
  );
}
