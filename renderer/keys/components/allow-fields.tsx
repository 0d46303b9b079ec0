// What an import takes only when an officer says so: the same two options as on the command line.
import { Checkbox } from '@mantine/core';
import { words } from '../../text/words.ts';

const said = words.importing.allow;

export interface AllowValues {
  smallExponent: boolean;
  longWork: boolean;
}

export const NOTHING_ALLOWED: AllowValues = { smallExponent: false, longWork: false };

/** As the contract calls them; only what is allowed is said. */
export const allowedArgs = ({ smallExponent, longWork }: AllowValues) => ({
  ...(smallExponent ? { allowSmallExponent: true } : {}),
  ...(longWork ? { allowLongWork: true } : {}),
});

interface AllowForm {
  values: AllowValues;
  set: (field: keyof AllowValues, value: boolean) => void;
}

export function AllowFields({ form }: { form: AllowForm }) {
  return (
    <>
      {(['smallExponent', 'longWork'] as const).map((field) => (
        <Checkbox
          key={field}
          label={said[field].label}
          description={said[field].means}
          checked={form.values[field]}
          onChange={(event) => form.set(field, event.currentTarget.checked)}
        />
      ))}
    </>
  );
}
