// A set as it was recorded: a text that we made ourselves.

type Jwk = Readonly<Record<string, unknown>>;

/** The keys of a recorded set. */
export function keysIn(set: string | null): Jwk[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is a text that we made and recorded
  return set === null ? [] : (JSON.parse(set) as { keys: Jwk[] }).keys;
}
