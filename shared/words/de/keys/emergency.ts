import { amountOf, count } from '../numbers.ts';
import type { en } from '../../en/page.ts';
import { phrase } from '../../phrase.ts';

export const emergency: typeof en.emergency = {
  title: (ring, tenant) => `Notfall: Schlüssel in „${ring}“ von ${tenant} wechseln und sperren`,
  verb: 'Jetzt wechseln und sperren',
  working: 'Der neue nächste Schlüssel wird erzeugt',
  done: (revoked, current) => `${revoked} gesperrt; jetzt signiert ${current}`,
  stops: (kid) => `${kid} signiert nicht mehr und wird endgültig gesperrt, in einem Zug.`,
  means: (kid) =>
    `${kid} signiert sofort. Keine Wartezeit wird eingehalten: Gültige Token des alten Schlüssels werden abgelehnt, sobald die Änderung die Prüfer erreicht; Benutzer werden also abgemeldet. Gehen Sie diesen Weg, wenn der alte Schlüssel offengelegt ist.`,
  nextToo: {
    label: (kid) => `Auch der nächste Schlüssel ${kid} ist vielleicht offengelegt`,
    means:
      'Beide werden gesperrt, und ein jetzt erzeugter signiert sofort. Kein Prüfer kennt ihn, bis Sie übertragen haben.',
    noNext:
      'Es gibt keinen nächsten Schlüssel; ein jetzt erzeugter signiert also sofort. Kein Prüfer kennt ihn, bis Sie übertragen haben.',
  },
  freshKey: 'ein neuer Schlüssel',
  question: 'Wurde der private Schlüssel offengelegt?',
  picture: {
    after: 'Nach der Übertragung, im ungünstigsten Fall.',
    chosen: 'Berechnet für die Prüfer aus der Richtlinie des Mandanten.',
    catalogue: 'Berechnet für alle hier bekannten Prüfer; wählen Sie Ihre in der Richtlinie.',
    allRefuseOld: 'Alle lehnen den alten Schlüssel ab.',
    allAcceptOld: 'Alle nehmen den alten Schlüssel vielleicht noch an.',
    someAcceptOld: (some, all) =>
      `${some} von ${count(all, 'Prüfer', 'Prüfern')} nehmen den alten Schlüssel vielleicht noch an:`,
    allRefuseNew: 'Alle lehnen den neuen Schlüssel vielleicht ab.',
    someRefuseNew: (some, all) =>
      `${some} von ${count(all, 'Prüfer', 'Prüfern')} lehnen den neuen Schlüssel vielleicht ab:`,
  },
  after: {
    title: 'Hier gesperrt. Jetzt muss es die Welt erfahren.',
    push: {
      title: '1. Jetzt übertragen',
      means: (kid) => `Bis dahin nimmt jeder Prüfer weiter Token von ${kid} an.`,
      link: (tenant) => `Vorschau ansehen und an ${tenant} übertragen`,
    },
    prove: {
      title: '2. Nachweisen',
      means:
        'Auf derselben Seite: Ein neues Token wird angenommen, und der gesperrte Schlüssel ist nicht mehr zu sehen. Von da an sagt die Uhr am Schlüssel, bis wann er überall abgelehnt wird.',
    },
    tell: {
      title: '3. Benachrichtigen, wer den Schlüssel von Hand hält',
      means:
        'Fest hinterlegte Zertifikate, eingebettete Schlüsselsätze und Firmware erfahren von einer Übertragung nichts. Schicken Sie das neue Zertifikat, und bitten Sie darum, die Caches zu leeren.',
      sinceWhen: 'Teilen Sie mit, seit wann Token des alten Schlüssels nichts mehr beweisen.',
    },
    erase: {
      title: '4. Löschen, was übrig ist',
      means: (page) =>
        phrase`Kopien außerhalb dieses Rechners: Sicherungen, Geheimnisse in Build-Systemen, alte Server. Der private Schlüssel hier kann ${page('auf der Seite des Schlüssels gelöscht')} werden, wenn ihn niemand als Beleg braucht.`,
    },
    pushNow: 'Jetzt übertragen',
  },
  holders: {
    title: (times) =>
      `Dieser private Schlüssel wurde ${times === 1 ? 'einmal' : `${amountOf(times)}-mal`} ausgehändigt. Fragen und benachrichtigen Sie:`,
    entry: (to, format, at, number) => phrase`${to}: ${format}, ${at}, Nummer ${number}`,
    perhapsNotWritten: 'vielleicht nicht geschrieben',
  },
};
