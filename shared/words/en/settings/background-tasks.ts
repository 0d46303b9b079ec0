// What the app does without being asked.
export const backgroundTasks = {
  title: 'Background tasks',
  lead: 'None of this happens while the app is closed.',
  watch: {
    word: 'Watch the published sets',
    means: 'Every 15 minutes, one tenant after the other, while the keychain is open. A foreign key raises an alarm.',
  },
  remind: {
    word: 'Remind through the desktop',
    means: 'Each due thing and each alarm once. Tenant and key are named in the notification.',
  },
};
