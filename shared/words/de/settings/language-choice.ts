import type { en } from '../../en/page.ts';

export const languageChoice: typeof en.languageChoice = {
  title: 'Sprache',
  note: 'Für Fenster, Menüs und Erinnerungen. Exportierte Dateien, das Protokoll und die Kommandozeile sprechen Englisch.',
  auto: 'Wie das System',
};
