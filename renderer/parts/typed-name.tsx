// The second lock before what cannot be taken back: the tenant's name, typed.
import { words } from '../text/words.ts';
import { PlainText } from './plain-text.tsx';

interface TypedNameProps {
  tenant: string;
  value: string;
  disabled?: boolean;
  onChange: (name: string) => void;
}

export function TypedName({ tenant, value, disabled = false, onChange }: TypedNameProps) {
  return (
    <PlainText
      label={words.controls.typeName(tenant)}
      withAsterisk
      maw={520}
      disabled={disabled}
      value={value}
      onChange={onChange}
    />
  );
}
