// What is not as it was sealed.

/** What was changed outside of this program. */
export const ALTERED_PARTS = ['seal', 'schema', 'entries', 'records'] as const;
export type AlteredPart = (typeof ALTERED_PARTS)[number];

/** One thing that is not as it was sealed. What is not known is `null`. */
export interface StateDifference {
  part: AlteredPart;
  /** The tenant's name, or its id where the record with its name is gone. */
  tenant: string | null;
  table: string | null;
  /** The kid, name or id of the row. */
  row: string | null;
  how: 'changed' | 'added' | 'removed';
}
