// Text from outside made fit to be shown. A terminal obeys control characters, and bidirectional marks, invisible
// characters and line separators make any screen show something else than what is there. They are shown, not dropped:
// an officer sees that a name is odd, and two names that differ look different.

/** Controls, formats, surrogates, private and unassigned ones; line and paragraph separators; what is never drawn. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** One line: whatever cannot be seen stands as `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** The same for text whose line ends are ours. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** JSON of the same meaning in which nothing of this kind stands as itself. */
export function visibleJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
