// Finding by words: in any order, in any case, as parts of other words.

/** Every word of `text` occurs somewhere in the parts; of no words, all do. */
export function holdsWords(text: string, parts: readonly string[]): boolean {
  const all = parts.join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
