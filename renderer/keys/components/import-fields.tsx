// Where an imported key goes, and by which id: what every import asks, wherever it begins.
import { Radio, TextInput } from '@mantine/core';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { isUnused, keyIn } from '../../../shared/domain/key-ring/lane.ts';
import type { SchemaForm } from '../../state/schema-form.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { allowedArgs, AllowFields, type AllowValues, NOTHING_ALLOWED } from './allow-fields.tsx';

const said = words.importing;

const PLACES = ['next', 'current', 'previous'] as const;

export interface ImportValues extends AllowValues {
  place: (typeof PLACES)[number];
  kid: string;
}

export const BLANK_IMPORT: ImportValues = { place: 'next', kid: '', ...NOTHING_ALLOWED };

/** The first key of an empty ring signs at once; a ring whose next key is known outside takes one that signed elsewhere. */
export function blankImport(ring: RingView): ImportValues {
  return keyIn('current', ring.keys) === null ? { ...BLANK_IMPORT, place: 'current' } : openPlace(BLANK_IMPORT, ring);
}

/** The same with a place that the ring has for a key, once it is known which ring it is. */
export function openPlace<V extends ImportValues>(values: V, ring: RingView | undefined): V {
  const closed = ring === undefined ? {} : closedPlaces(ring);
  const place = [values.place, ...PLACES].find((one) => closed[one] === undefined);
  return place === undefined ? values : { ...values, place };
}

/** What the contract calls the two. */
export const importArgs = ({ place, kid, ...allowed }: ImportValues) => ({
  as: place,
  ...allowedArgs(allowed),
  ...(kid.trim() === '' ? {} : { kid: kid.trim() }),
});

/** Why a key cannot go there now. */
function closedPlaces({ keys }: RingView): Partial<Record<ImportValues['place'], string>> {
  const [next, current] = [keyIn('next', keys), keyIn('current', keys)];
  return {
    ...(next === null || isUnused(next) ? {} : { next: words.ring.act.announcedAlready(shortKid(next.kid)) }),
    ...(current === null || isUnused(current) ? {} : { current: said.currentInUse(shortKid(current.kid)) }),
  };
}

/** Any form that has these fields among others. */
interface ImportForm {
  values: ImportValues;
  problems: SchemaForm<ImportValues, unknown>['problems'];
  set: ((field: 'place', value: ImportValues['place']) => void) &
    ((field: 'kid', value: string) => void) &
    ((field: keyof AllowValues, value: boolean) => void);
}

interface ImportFieldsProps {
  form: ImportForm;
  /** The ring, once it is known: what cannot work there is closed from the start. */
  ring?: RingView | undefined;
}

export function ImportFields({ form, ring }: ImportFieldsProps) {
  const closed = ring === undefined ? {} : closedPlaces(ring);
  return (
    <>
      <Radio.Group
        label={said.place}
        value={form.values.place}
        onChange={(value) => form.set('place', PLACES.find((place) => place === value) ?? 'next')}
      >
        <div className="stack-tight radio-list">
          {PLACES.map((place) => (
            <Radio
              key={place}
              value={place}
              label={said.places[place].name}
              description={closed[place] ?? said.places[place].means}
              disabled={closed[place] !== undefined}
            />
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
      <AllowFields form={form} />
    </>
  );
}
