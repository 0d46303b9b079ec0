// What is read out and typed by another: the end of a long value, in groups that a voice can carry. Enough that no other value
// is taken for it by chance or by choice (64 bits of a hash), short enough that people do it.
const TYPED = 16;
const GROUP = 4;

/** The part that is read out and typed. */
export const readOut = (value: string): string => value.slice(-TYPED);

/** As it is shown to whoever reads: `9f86 d081 884c 7d65`. */
export const inGroups = (part: string): string => part.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? '';

/**
 * Blanks are how people write groups, and colons those of a fingerprint, which is the same in capitals. In a kid capitals and colons
 * are another kid. Whoever types all of it has typed the part too.
 */
export function isReadBack(value: string, typed: string): boolean {
  const said = bare(typed);
  const given = FINGERPRINT.test(value) ? said.replaceAll(':', '').toLowerCase() : said;
  return given === bare(readOut(value)) || given === bare(value);
}

/** SHA-256 in lower-case hex. */
const FINGERPRINT = /^[0-9a-f]{64}$/;

const bare = (text: string): string => text.replaceAll(/\s/g, '');
