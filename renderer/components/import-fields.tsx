// Where an imported key goes, and by which id: what every import asks, wherever it begins.
import { Radio, TextInput } from '@mantine/core';
import type { SchemaForm } from '../state/schema-form.ts';

const PLACES = [
  { value: 'next', label: 'Next', description: 'Publish it and rotate when verifiers know it. The usual way.' },
  {
    value: 'current',
    label: 'Current',
    description: 'It signs at once. Only while the current key was never published or used.',
  },
  { value: 'previous', label: 'Previous', description: 'It signs no more, but its tokens should still verify.' },
] as const;

export interface ImportValues {
  place: (typeof PLACES)[number]['value'];
  kid: string;
}

export const BLANK_IMPORT: ImportValues = { place: 'next', kid: '' };

/** What the contract calls the two. */
export const importArgs = ({ place, kid }: ImportValues) => ({
  as: place,
  ...(kid.trim() === '' ? {} : { kid: kid.trim() }),
});

/** Any form that has these fields among others. */
interface ImportForm {
  values: ImportValues;
  problems: SchemaForm<ImportValues, unknown>['problems'];
  set: ((field: 'place', value: ImportValues['place']) => void) & ((field: 'kid', value: string) => void);
}

export function ImportFields({ form }: { form: ImportForm }) {
  return (
    <>
      <Radio.Group
        label="Import it as"
        value={form.values.place}
        onChange={(value) => form.set('place', PLACES.find((place) => place.value === value)?.value ?? 'next')}
      >
        <div className="stack-tight radio-list">
          {PLACES.map((place) => (
            <Radio key={place.value} {...place} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label="Key id (kid)"
        description="Optional. Leave blank for the RFC 7638 thumbprint; give the id that verifiers already know to keep it."
        value={form.values.kid}
        error={form.problems.kid}
        onChange={(event) => form.set('kid', event.currentTarget.value)}
      />
    </>
  );
}
