// The schema of the registry as the steps that made it, in the order of their numbers. A step that has shipped is never
// edited: the seal covers the text of every statement with its spaces. What all of them make can be read in schema.sql.
/// <reference types="vite/types/importMeta.d.ts" />

/** Read when the program is built, so that nothing beside the program can change them. */
const steps = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export const MIGRATIONS: readonly string[] = Object.keys(steps)
  .toSorted()
  .map((file) => steps[file] ?? '');
