// The keys that the window understands, as they are printed on this machine's keyboard.

const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

/** `Ctrl+K`, on a Mac `⌘K`. */
export const modified = (key: string): string => (MAC ? `⌘${key}` : `Ctrl+${key}`);

const withAlt = (key: string): string => (MAC ? `⌥${key}` : `Alt+${key}`);

export interface Shortcut {
  keys: string;
  does: string;
}

export const SHORTCUTS: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: modified('K'), does: 'Find a tenant, ring or key, or do something' },
      { keys: '?', does: 'Show these shortcuts' },
      { keys: withAlt('←'), does: 'Back' },
      { keys: withAlt('→'), does: 'Forward' },
    ],
  },
  {
    title: 'Places',
    shortcuts: [
      { keys: modified('1'), does: 'Tenants' },
      { keys: modified('2'), does: 'Due' },
      { keys: modified('3'), does: 'Policies' },
      { keys: modified('4'), does: 'Audit' },
      { keys: modified(','), does: 'Settings' },
    ],
  },
  {
    title: 'Beginnings',
    shortcuts: [
      { keys: modified('N'), does: 'Add a tenant' },
      { keys: modified('O'), does: 'Inspect a file' },
    ],
  },
  {
    title: 'In dialogs',
    shortcuts: [
      { keys: 'Enter', does: 'Do it, when everything asked for is there' },
      { keys: 'Esc', does: 'Cancel' },
    ],
  },
];
