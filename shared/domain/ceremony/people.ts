// Who takes part in a key ceremony. One who hears and writes down must be another than one who does and reads out, so nobody has
// two parts.
import { folded } from '../names.ts';
import { z } from 'zod';
import { nameSchema } from '../../fields.ts';
import { because } from '../../problems/input.ts';

export const ROLES = ['administrator', 'custodian', 'witness', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const peopleSchema = z
  .strictObject({
    /** Leads through the script and keeps the minutes. */
    administrator: nameSchema,
    /** Do the acts. */
    custodians: z.array(nameSchema).min(1).max(10),
    /** Hears what is read out, and types it. */
    witness: nameSchema,
    /** Looks at the state of the machine; the witness does where there is none. */
    auditor: nameSchema.optional(),
  })
  .refine((people) => new Set(namesOf(people).map(folded)).size === namesOf(people).length, {
    path: ['witness'],
    error: because('person-twice'),
  });
export type People = z.output<typeof peopleSchema>;

interface Named {
  administrator: string;
  custodians: string[];
  witness: string;
  auditor?: string | undefined;
}

const namesOf = (people: Named): string[] => ROLES.flatMap((role) => inRole(people, role));

/** In the order in which they were named. */
export function inRole({ administrator, custodians, witness, auditor }: Named, role: Role): string[] {
  switch (role) {
    case 'administrator':
      return [administrator];
    case 'custodian':
      return custodians;
    case 'witness':
      return [witness];
    case 'auditor':
      return auditor === undefined ? [] : [auditor];
  }
}

/** Whose part it is: the witness's where nobody has it. */
export const partOf = (people: People, role: Role): Role => (inRole(people, role).length === 0 ? 'witness' : role);

/** Who does what falls to a part. */
export const standsFor = (people: People, role: Role): string => inRole(people, partOf(people, role)).join(', ');
