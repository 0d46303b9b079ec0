// One line of text that nothing completes or corrects.
import { TextInput, type TextInputProps } from '@mantine/core';

interface PlainTextProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
}

export function PlainText({ onChange, ...more }: PlainTextProps) {
  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      {...more}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
