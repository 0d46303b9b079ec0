// One line of text in a form whose rules are those of a contract schema.
import { TextInput } from '@mantine/core';

interface FormTextProps<F extends string> {
  form: {
    values: Record<F, string>;
    problems: Partial<Record<string, string>>;
    set: (field: F, value: string) => void;
  };
  field: F;
  label: string;
  description: string;
  placeholder?: string;
  required?: boolean;
}

export function FormText<F extends string>({
  form,
  field,
  label,
  description,
  placeholder,
  required = false,
}: FormTextProps<F>) {
  return (
    <TextInput
      label={label}
      description={description}
      {...(placeholder === undefined ? {} : { placeholder })}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      value={form.values[field]}
      error={form.problems[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
    />
  );
}
