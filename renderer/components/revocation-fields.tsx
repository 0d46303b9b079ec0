// Why a key is revoked: in words, and whether its private half may be in other hands, and since when.
import { Radio, Textarea, TextInput } from '@mantine/core';
import type { RevocationValues } from '../state/revocation-form.ts';
import type { SchemaForm } from '../state/schema-form.ts';
import './command-dialog.css';

interface FieldsProps {
  form: Pick<SchemaForm<RevocationValues, unknown>, 'values' | 'set'> & {
    problems: Partial<Record<string, string>>;
  };
}

export function CompromiseFields({ form, question }: FieldsProps & { question: string }) {
  const { compromised, since } = form.values;
  return (
    <>
      <Radio.Group
        label={question}
        value={compromised ? 'compromised' : 'routine'}
        onChange={(value) => form.set('compromised', value === 'compromised')}
      >
        <div className="stack-tight radio-list">
          <Radio value="routine" label="Routine" description="Its last tokens have expired, or it was replaced." />
          <Radio value="compromised" label="Compromised" description="The private half may be in other hands." />
        </div>
      </Radio.Group>
      {compromised && (
        <TextInput
          type="datetime-local"
          label="Since when, at the earliest?"
          description="In your time zone. Leave blank if nobody knows. Tokens signed later prove nothing."
          value={since}
          error={form.problems['compromisedSince']}
          onChange={(event) => form.set('since', event.currentTarget.value)}
        />
      )}
    </>
  );
}

export function ReasonField({ form }: FieldsProps) {
  return (
    <Textarea
      label="Reason"
      description="Goes into the audit log, in your own words."
      withAsterisk
      rows={2}
      maxLength={500}
      value={form.values.reason}
      error={form.problems['reason']}
      onChange={(event) => form.set('reason', event.currentTarget.value)}
    />
  );
}
