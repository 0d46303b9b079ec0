// When two names are one. People write them in either case, and systems in one of two ways to write an accent (Unicode NFC and
// NFD), which nobody can tell apart by looking.

/** For comparison alone; names are kept as they were given. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');

export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** The one that bears exactly this name, else one whose name is the same: of two that were both taken earlier, each is found. */
export const named = <T extends { name: string }>(all: readonly T[], name: string): T | undefined =>
  all.find((one) => one.name === name) ?? all.find((one) => sameName(one.name, name));
