import type { en } from '../../en/page.ts';

export const controls: typeof en.controls = {
  showMore: { firstOf: (shown, all) => `Die ersten ${shown} von ${all}.`, verb: 'Mehr zeigen' },
  copy: {
    verb: (what) => `${what} kopieren`,
    refused: 'Zwischenablage nicht verfügbar',
    copied: (what) => `Kopiert: ${what}`,
    notCopied: (what) => `Nicht kopiert, die Zwischenablage ist nicht verfügbar: ${what}`,
    details: 'Einzelheiten',
  },
  cancel: {
    verb: (what) => `${what} abbrechen`,
    asked: 'Wird angehalten …',
    stopping: (what) => `Wird angehalten: ${what}`,
    notStopped: (what) => `Ließ sich nicht anhalten: ${what}`,
    sent: 'Es wurde gesendet und lässt sich nicht zurücknehmen. Das Ergebnis steht noch aus.',
    stopped: 'Sie haben es angehalten; es wurde nichts geändert.',
    reading: 'Lesen',
    waitingFor: (name) => `Warten auf eine Antwort von ${name}`,
  },
  typeName: (tenant) => `Geben Sie den Namen des Mandanten ein: ${tenant}`,
  secondOfficer: {
    save: 'Bitte um Freigabe speichern …',
    saved: (file: string, picture: boolean) =>
      `${file}${picture ? ' und ein Bild davon daneben' : ''}: Geben Sie sie einer zweiten Person.`,
    take: 'Antwort übernehmen …',
    taken: 'Übernommen. Tun Sie jetzt dasselbe noch einmal.',
    takeThis: 'Übernehmen',
    answer: 'Bitte um Freigabe beantworten …',
    answerThis: 'Beantworten …',
    answering: 'Wartet auf Ihre Antwort',
    answered: {
      granted: (file: string) => `Freigegeben: ${file}`,
      refused: (file: string) => `Abgelehnt: ${file}`,
    },
    giveBack: (picture: boolean) =>
      `${picture ? 'Ein Bild davon liegt daneben. ' : ''}Geben Sie sie der Person, die gebeten hat.`,
  },
  wayOut: { tenant: 'Zu den Einstellungen des Mandanten', app: 'Zu den Einstellungen' },
  askedElsewhere: 'Key Custodian fragt noch einmal, in einem eigenen Fenster.',
  unitOf: (label) => `Einheit für „${label}“`,
  units: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
};
