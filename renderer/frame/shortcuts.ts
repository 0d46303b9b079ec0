// The keys that the window understands, as they are printed on this machine's keyboard.
import { menuScreens, SCREENS } from '../../shared/screens.ts';
import { words } from '../text/words.ts';

// oxlint-disable-next-line typescript/no-unnecessary-condition -- Node 20 has no navigator
const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

const WORDS = words.shortcuts;

/** Keys that are called so in every language. */
export const KEYS = { enter: 'Enter', escape: 'Esc' };

/** `Ctrl+K`, on a Mac `⌘K`. */
export const modified = (key: string): string => (MAC ? `⌘${key}` : `${WORDS.control}+${key}`);

const withAlt = (key: string): string => (MAC ? `⌥${key}` : `Alt+${key}`);

interface Shortcut {
  keys: string;
  does: string;
}

const screensIn = (menu: 'file' | 'go'): Shortcut[] =>
  menuScreens(menu).map((name) => ({
    keys: modified(SCREENS[name].menu.key),
    does: words.shared.screens[name].palette.title,
  }));

export const SHORTCUTS: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: WORDS.groups.anywhere,
    shortcuts: [
      { keys: modified('K'), does: WORDS.find },
      { keys: modified(KEYS.enter), does: WORDS.due },
      { keys: modified('L'), does: WORDS.lock },
      { keys: '?', does: WORDS.show },
      { keys: withAlt('←'), does: WORDS.back },
      { keys: withAlt('→'), does: WORDS.forward },
    ],
  },
  {
    title: WORDS.groups.places,
    shortcuts: screensIn('go'),
  },
  {
    title: WORDS.groups.beginnings,
    shortcuts: screensIn('file'),
  },
  {
    title: WORDS.groups.dialogs,
    shortcuts: [
      { keys: KEYS.enter, does: WORDS.act },
      { keys: KEYS.escape, does: WORDS.cancel },
    ],
  },
];
