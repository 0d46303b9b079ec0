// Where an imported key goes, and by which id: what every import asks, wherever it begins.
import { Radio, TextInput } from '@mantine/core';
import type { SchemaForm } from '../../state/schema-form.ts';
import { words } from '../../words/words.ts';

const said = words.importing;

const PLACES = ['next', 'current', 'previous'] as const;

export interface ImportValues {
  place: (typeof PLACES)[number];
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
        label={said.place}
        value={form.values.place}
        onChange={(value) => form.set('place', PLACES.find((place) => place === value) ?? 'next')}
      >
        <div className="stack-tight radio-list">
          {PLACES.map((place) => (
            <Radio key={place} value={place} label={said.places[place].name} description={said.places[place].means} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={said.kid}
        description={said.kidMeans}
        value={form.values.kid}
        error={form.problems.kid}
        onChange={(event) => form.set('kid', event.currentTarget.value)}
      />
    </>
  );
}
