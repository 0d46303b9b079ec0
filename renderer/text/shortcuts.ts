// The keys that the window understands, as they are printed on this machine's keyboard.
import { words } from '../words/words.ts';

// oxlint-disable-next-line typescript/no-unnecessary-condition -- Node 20 has no navigator
const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

const WORDS = words.shortcuts;

/** Keys that are called so in every language. */
export const KEYS = { enter: 'Enter', escape: 'Esc' };

/** `Ctrl+K`, on a Mac `⌘K`. */
export const modified = (key: string): string => (MAC ? `⌘${key}` : `${WORDS.control}+${key}`);

const withAlt = (key: string): string => (MAC ? `⌥${key}` : `Alt+${key}`);

export interface Shortcut {
  keys: string;
  does: string;
}

export const SHORTCUTS: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: WORDS.groups.anywhere,
    shortcuts: [
      { keys: modified('K'), does: WORDS.find },
      { keys: '?', does: WORDS.show },
      { keys: withAlt('←'), does: WORDS.back },
      { keys: withAlt('→'), does: WORDS.forward },
    ],
  },
  {
    title: WORDS.groups.places,
    shortcuts: [
      { keys: modified('1'), does: WORDS.tenants },
      { keys: modified('2'), does: WORDS.due },
      { keys: modified('3'), does: WORDS.policies },
      { keys: modified('4'), does: WORDS.audit },
      { keys: modified(','), does: WORDS.settings },
    ],
  },
  {
    title: WORDS.groups.beginnings,
    shortcuts: [
      { keys: modified('N'), does: WORDS.addTenant },
      { keys: modified('O'), does: WORDS.inspect },
    ],
  },
  {
    title: WORDS.groups.dialogs,
    shortcuts: [
      { keys: KEYS.enter, does: WORDS.act },
      { keys: KEYS.escape, does: WORDS.cancel },
    ],
  },
];
