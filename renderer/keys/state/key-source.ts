// Where the keys of a new ring come from: made here, or brought in from files.
export const KEY_SOURCES = ['made', 'brought'] as const;
export type KeySource = (typeof KEY_SOURCES)[number];
