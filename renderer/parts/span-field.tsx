// A length of time in a form.
import { Input, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { TIME_UNITS, type Span } from './span.ts';
import { words } from '../text/words.ts';
import './span-field.css';

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
    <Input.Wrapper id={id} label={label} description={description} error={form.problems[field]}>
      <div className="span-field">
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={span.amount}
          error={form.problems[field] !== undefined}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={unitOf(label)}
          value={span.unit}
          data={TIME_UNITS.map((unit) => ({ value: unit, label: UNITS[unit] }))}
          onChange={(event) =>
            set({ unit: TIME_UNITS.find((unit) => unit === event.currentTarget.value) ?? span.unit })
          }
        />
      </div>
    </Input.Wrapper>
  );
}
