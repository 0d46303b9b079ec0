// What has to be typed: reasons, which are recorded, and names, so that no slip can do it.
import type { Field } from '../question.ts';
import type { DialogWords } from '../../../shared/words/dialogs.ts';

export const reasonField = ({ confirmation: { field } }: DialogWords): Field => ({
  name: 'reason',
  label: field.reason,
  hint: field.recorded,
  exactly: null,
});

/** Why somebody goes past a guard. */
export const overrideField = ({ confirmation: { field } }: DialogWords, label: string = field.early): Field => ({
  name: 'override',
  label,
  hint: field.recorded,
  exactly: null,
});

export const nameField = ({ confirmation: { field } }: DialogWords, tenant: string): Field => ({
  name: 'name',
  label: field.name,
  hint: tenant,
  exactly: tenant,
});

export const kidField = ({ confirmation: { field } }: DialogWords, kid: string): Field => ({
  name: 'name',
  label: field.kid,
  hint: kid,
  exactly: kid,
});

export const phraseField = ({ confirmation: { field } }: DialogWords, phrase: string): Field => ({
  name: 'name',
  label: field.phrase,
  hint: phrase,
  exactly: phrase,
});
