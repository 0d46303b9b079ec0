// What has to be typed: reasons, which are recorded, and names, so that no slip can do it.
import type { Field } from '../question.ts';
import type { DialogWords } from '../../../shared/words/words.ts';

export const reasonField = ({ confirmation: { field } }: DialogWords): Field => ({
  name: 'reason',
  label: field.reason,
  hint: field.recorded,
  exactly: null,
});

/** For whoever reads it elsewhere too. */
export const optionalReasonField = ({ confirmation: { field } }: DialogWords, hint: string): Field => ({
  name: 'reason',
  label: field.reason,
  hint,
  exactly: null,
  optional: true,
});

/** Why somebody goes past a guard. */
export const overrideField = ({ confirmation: { field } }: DialogWords, label: string = field.early): Field => ({
  name: 'override',
  label,
  hint: field.recorded,
  exactly: null,
});

/** A text to repeat. */
const exactly = (label: string, text: string): Field => ({ name: 'name', label, hint: text, exactly: text });

export const nameField = ({ confirmation: { field } }: DialogWords, tenant: string): Field =>
  exactly(field.name, tenant);

export const kidField = ({ confirmation: { field } }: DialogWords, kid: string): Field => exactly(field.kid, kid);

export const phraseField = ({ confirmation: { field } }: DialogWords, phrase: string): Field =>
  exactly(field.phrase, phrase);
