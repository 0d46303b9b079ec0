export const languageChoice = {
  title: 'Language',
  note: 'Of the window, the menus and the reminders. Exported files, the audit log and the command line speak English.',
  auto: 'System default',
};
