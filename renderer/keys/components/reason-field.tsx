// Why something is done, in words for the audit log.
import { Textarea } from '@mantine/core';
import { words } from '../../text/words.ts';

interface ReasonFieldProps {
  form: {
    values: { reason: string };
    problems: Partial<Record<string, string>>;
    set: (field: 'reason', reason: string) => void;
  };
  description?: string;
  /** Takes the focus when its dialog opens. */
  first?: boolean;
}

export function ReasonField({ form, description, first = false }: ReasonFieldProps) {
  return (
    <Textarea
      label={words.common.reason}
      description={description}
      withAsterisk
      rows={2}
      maxLength={500}
      value={form.values.reason}
      error={form.problems['reason']}
      onChange={(event) => form.set('reason', event.currentTarget.value)}
      {...(first && { 'data-autofocus': true })}
    />
  );
}
