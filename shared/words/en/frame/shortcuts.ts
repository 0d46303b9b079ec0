// The list of keyboard shortcuts.
export const shortcuts = {
  title: 'Keyboard shortcuts',
  /** As it is printed on the keyboard. */
  control: 'Ctrl',
  groups: { anywhere: 'Anywhere', places: 'Places', beginnings: 'Create', dialogs: 'In dialogs' },
  due: 'Go to what is due on this screen',
  find: 'Find a tenant, ring or key, or do something',
  lock: 'Lock, or unlock',
  show: 'Show these shortcuts',
  back: 'Back',
  forward: 'Forward',
  act: 'Do it, when everything asked for is there',
  cancel: 'Cancel',
};
