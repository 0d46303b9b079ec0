// One line of text in a form whose rules are those of a contract schema.
import { PlainText } from './plain-text.tsx';

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
    <PlainText
      label={label}
      description={description}
      {...(placeholder === undefined ? {} : { placeholder })}
      withAsterisk={required}
      aria-required={required}
      value={form.values[field]}
      error={form.problems[field]}
      onChange={(text) => form.set(field, text)}
    />
  );
}
