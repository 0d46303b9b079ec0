// The second lock before what cannot be taken back: the tenant's name, typed.
import { TextInput } from '@mantine/core';
import { words } from '../text/words.ts';

interface TypedNameProps {
  tenant: string;
  value: string;
  disabled?: boolean;
  onChange: (name: string) => void;
}

export function TypedName({ tenant, value, disabled = false, onChange }: TypedNameProps) {
  return (
    <TextInput
      label={words.controls.typeName(tenant)}
      withAsterisk
      maw={520}
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
