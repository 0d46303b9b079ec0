// The German words of what the desktop draws for us.
import type { en } from '../en/desktop.ts';

const passphrase = {
  heading: 'Diese Datei ist geschützt',
  label: 'Passphrase',
  use: 'Sie wird einmal zum Öffnen der Datei gebraucht, geht nur an den Hauptprozess und wird nicht aufbewahrt.',
  submit: 'Öffnen',
};

export const de: typeof en = {
  foreignSwitch: (given) => ({
    message: `Key Custodian nimmt ${given} nicht an: Unter den Schaltern von Chromium sind solche, die das Fenster für andere Programme öffnen.`,
    advice: /^--?no-sandbox$/.test(given)
      ? 'Starten Sie es ohne diesen Schalter. Ein AppImage fügt ihn selbst hinzu, wo das System Programmen keine User-Namespaces gibt: Nehmen Sie dort das Paket (.deb oder .rpm).'
      : 'Starten Sie es ohne diesen Schalter. Es wurde nichts geöffnet.',
  }),
  cannotStart: 'Key Custodian kann nicht starten',
  leaving: {
    message: 'Eine Sammelarbeit läuft noch',
    detail:
      'Wenn Sie jetzt schließen, endet sie. Was getan wurde, bleibt getan; nicht erreichte Mandanten bleiben, wie sie sind.',
    stay: 'Weiterlaufen lassen',
    leave: 'Schließen',
  },
  alarmAt: (tenant) => `Alarm bei ${tenant}`,
  compromisedAt: (tenant) => `ALARM bei ${tenant}: kompromittierter Schlüssel noch öffentlich`,
  due: {
    of: (tenant, what) => `${tenant}: ${what}`,
    andMore: (more) => (more === 1 ? 'und 1 weiterer Termin fällig' : `und ${more} weitere Termine fällig`),
  },
  /** Some time before it locks because nobody used it. */
  locking: { title: 'Key Custodian sperrt sich bald', body: 'Benutzen Sie das Fenster, damit es offen bleibt.' },
  newVersion: (version: string) => ({
    title: `Key Custodian ${version} ist da`,
    body: 'Was neu ist und wie Sie die Version erhalten, steht in den Einstellungen. Geladen wurde nichts.',
  }),
  tray: {
    open: 'Key Custodian öffnen',
    more: (count) => `${count} weitere …`,
    nothing: 'Nichts ist fällig',
    lock: 'Sperren',
    unlock: 'Entsperren …',
    backup: 'Sicherung …',
    quit: 'Beenden',
    summary(due, alarms, compromised) {
      const parts = [
        ...(compromised > 0 ? ['KOMPROMITTIERTER SCHLÜSSEL NOCH ÖFFENTLICH'] : []),
        ...(alarms > 0 ? [`${alarms} mit Alarm`] : []),
        ...(due > 0 ? [`${due} fällig`] : []),
      ];
      return `Key Custodian: ${parts.join(', ') || 'nichts ist fällig'}`;
    },
  },
  menu: {
    lock: 'Sperren oder entsperren',
    file: '&Datei',
    answer: 'Bitte um &Freigabe beantworten …',
    close: 'Schließen',
    quit: '&Beenden',
    edit: '&Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    delete: 'Löschen',
    selectAll: 'Alles auswählen',
    view: '&Ansicht',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild ein/aus',
    go: '&Gehe zu',
    palette: '&Suchen oder ausführen …',
    window: '&Fenster',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
    help: '&Hilfe',
    shortcuts: '&Tastenkürzel',
    about: 'Über Key Custodian',
    services: 'Dienste',
    hide: 'Key Custodian ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quitMac: 'Key Custodian beenden',
  },
  dialog: {
    cancel: 'Abbrechen',
    chooseFiles: 'Dateien mit privaten Schlüsseln wählen',
    chooseFile: 'Datei auswählen',
    keyFiles: 'Schlüssel und Zertifikate',
    allFiles: 'Alle Dateien',
    passphraseOf: (file) => `${file} lässt sich mit einer Passphrase öffnen.`,
    passphraseWrong: (file) => `Diese Passphrase öffnet ${file} nicht. Versuchen Sie es noch einmal.`,
    packages: 'Pakete und Ausgabedokumente',
    backups: 'Sicherungen',
    shareFile: 'Ein Blatt, ein Text oder ein PNG-Bild eines Anteils',
    sheet: {
      message: (number, of, holder) => `Anteil ${number} von ${of}, für ${holder}`,
      detail:
        'Drucken Sie das Blatt, oder speichern Sie es dort, wo nur diese Person daran kommt. Die Sicherung zählt, wenn ' +
        'jedes Blatt übergeben ist; mit „Abbrechen“ entsteht keine.',
      print: 'Drucken …',
      saveIt: 'Als Datei speichern …',
      notPrinted: 'Es wurde nicht gedruckt.',
    },
    whichKey: 'Welcher Schlüssel?',
    severalKeys: (file) => `${file} enthält mehrere private Schlüssel.`,
    onlyChosen: 'Nur der ausgewählte wird importiert.',
    clipboard: 'Zwischenablage',
    theDataFolder: 'Datenordner',
    save: 'Speichern',
    nameFolder: 'Neuen Ordner benennen',
    openToOthers: (file) => `Andere Benutzer dieses Rechners können ${file} lesen.`,
    noPermissions:
      'Der Datenträger kennt keine Zugriffsrechte, wie die meisten Sticks. Allein der Schutz der Datei bewahrt den Schlüssel.',
  },
  confirmation: {
    heading: 'Key Custodian fragt',
    cancel: 'Abbrechen',
    more: 'Weiter unten steht mehr. Eine Antwort zählt erst, wenn Sie alles gesehen haben.',
    environment: { development: 'Entwicklung', staging: 'Staging', production: 'Produktion' },
  },
  secret: {
    passphrase,
    newPassphrase: {
      ...passphrase,
      heading: 'Eine Passphrase für diese Datei',
      use: 'Sie schützt die Datei, geht nur an den Hauptprozess und wird nicht aufbewahrt: Niemand kann sie später nachsehen.',
      submit: 'Verschlüsseln',
    },
    vault: {
      heading: 'Passphrase des Tresors',
      label: 'Passphrase',
      message: 'Schlüssel und Geheimnisse im Schlüsselbund öffnen sich damit.',
      wrong: 'Das war nicht die Passphrase des Tresors. Versuchen Sie es noch einmal.',
      use: 'Sie geht nur an den Hauptprozess und wird nicht aufbewahrt.',
      submit: 'Weiter',
    },
    newVault: {
      heading: 'Eine Passphrase für den Tresor',
      label: 'Passphrase',
      message:
        'Schlüssel und Geheimnisse werden damit versiegelt, bevor der Schlüsselbund sie bekommt. Nehmen Sie fünf zufällige Wörter oder mehr.',
      use: 'Niemand kann sie nachsehen: Ohne sie kommen die Schlüssel nur aus einer Sicherung zurück.',
      submit: 'Festlegen',
    },
    credential: (name) => ({
      heading: name,
      label: name,
      use: 'Die Eingabe geht nur an den Hauptprozess, wird im Schlüsselbund aufbewahrt und nie wieder angezeigt.',
      submit: 'Hinterlegen',
    }),
    share: {
      heading: 'Ein Anteil der Sicherung',
      label: 'Wörter oder Code',
      use: 'Die Eingabe geht nur an den Hauptprozess und wird nicht aufbewahrt. Die ersten vier Buchstaben jedes Wortes genügen.',
      submit: 'Weiter',
    },
    fromFile: 'Aus Datei oder Bild …',
    again: 'Passphrase bestätigen',
    cancel: 'Abbrechen',
    empty: (label) => `Geben Sie etwas in das Feld „${label}“ ein.`,
    differ: 'Die beiden Eingaben sind verschieden.',
    short: (least) => `Zu kurz: Wer die Datei bekommt, kann sie erraten. Nehmen Sie mindestens ${least} Zeichen.`,
  },
};
