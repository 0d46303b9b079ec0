// A sentence with places in it, which the window fills with more than text: a kid that can be copied, a moment, a link.

export interface Phrase<Place> {
  readonly parts: readonly (string | number | Place)[];
  /** Never there. It tells a sentence that leaves out a place from one that has it, so that no translation loses one. */
  readonly takes?: (place: Place) => Place;
}

type Placed<Part> = Exclude<Part, string | number>;

/** ``phrase`${domain} publishes at ${address}` ``: text and numbers are part of the sentence, anything else is a place. */
export const phrase = <const Parts extends readonly unknown[]>(
  texts: TemplateStringsArray,
  ...parts: Parts
): Phrase<Placed<Parts[number]>> => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- text, numbers, and what is neither
  parts: texts.flatMap((text, at) => [text, ...parts.slice(at, at + 1)]) as (string | Placed<Parts[number]>)[],
});
