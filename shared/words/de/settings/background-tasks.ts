import type { en } from '../../en/page.ts';

export const backgroundTasks: typeof en.backgroundTasks = {
  title: 'Hintergrundaufgaben',
  lead: 'Nichts davon geschieht, solange die App geschlossen ist.',
  watch: {
    word: 'Veröffentlichte Schlüsselsätze überwachen',
    means:
      'Alle 15 Minuten, ein Mandant nach dem anderen, solange der Schlüsselbund offen ist. Ein fremder Schlüssel löst einen Alarm aus.',
  },
  remind: {
    word: 'Über den Desktop erinnern',
    means: 'An alles Fällige und jeden Alarm einmal. Die Mitteilung nennt Mandant und Schlüssel.',
  },
};
