// The English words of what the desktop draws for us: menu, tray, notifications, dialogs, the window for passphrases. They
// are the measure for every other language.
const passphrase = {
  heading: 'This file is protected',
  label: 'Passphrase',
  use: 'It is used once to open the file, goes to the main process only, and is not kept.',
  submit: 'Open',
};

export const en = {
  cannotStart: 'Key Custodian cannot start',
  /** Said to the packaged program, on the terminal too. */
  foreignSwitch: (given: string) => ({
    message: `Key Custodian does not take ${given}: among the switches of Chromium are some that open the window to other programs.`,
    advice: /^--?no-sandbox$/.test(given)
      ? 'Start it without. An AppImage adds this one by itself where the system keeps user namespaces from programs: use the package (.deb or .rpm) there.'
      : 'Start it without. Nothing was opened.',
  }),
  /** Asked when the window is closed while the page says that something runs. */
  leaving: {
    message: 'Work on many tenants is still running',
    detail: 'Closing ends it. What was done stays done; the tenants that were not reached stay as they are.',
    stay: 'Keep Running',
    leave: 'Close',
  },
  alarmAt: (tenant: string) => `Alarm at ${tenant}`,
  compromisedAt: (tenant: string) => `ALARM at ${tenant}: compromised key still public`,
  due: {
    of: (tenant: string, what: string) => `${tenant}: ${what}`,
    andMore: (more: number) => `and ${more} more due`,
  },
  /** Some time before it locks because nobody used it. */
  locking: { title: 'Key Custodian locks soon', body: 'Use its window to keep it open.' },
  newVersion: (version: string) => ({
    title: `Key Custodian ${version} is there`,
    body: 'What is new, and how to get it, stands in the settings. Nothing was downloaded.',
  }),
  tray: {
    open: 'Open Key Custodian',
    more: (count: number) => `${count} more…`,
    nothing: 'Nothing is due',
    lock: 'Lock',
    unlock: 'Unlock…',
    backup: 'Backup…',
    quit: 'Quit',
    summary(due: number, alarms: number, compromised: number) {
      const parts = [
        ...(compromised > 0 ? ['COMPROMISED KEY STILL PUBLIC'] : []),
        ...(alarms > 0 ? [`${alarms} with an alarm`] : []),
        ...(due > 0 ? [`${due} due`] : []),
      ];
      return `Key Custodian: ${parts.join(', ') || 'nothing is due'}`;
    },
  },
  /** An ampersand stands before the letter that opens the entry. */
  menu: {
    lock: '&Lock or Unlock',
    file: '&File',
    answer: 'Answer a &Request…',
    close: 'Close',
    quit: '&Quit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select All',
    view: '&View',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Toggle Full Screen',
    go: '&Go',
    palette: '&Find or Do…',
    window: '&Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    help: '&Help',
    shortcuts: '&Keyboard Shortcuts',
    about: 'About Key Custodian',
    services: 'Services',
    hide: 'Hide Key Custodian',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quitMac: 'Quit Key Custodian',
  },
  dialog: {
    cancel: 'Cancel',
    chooseFiles: 'Choose files with private keys',
    chooseFile: 'Choose a file',
    keyFiles: 'Keys and certificates',
    allFiles: 'All files',
    passphraseOf: (file: string) => `${file} opens with a passphrase.`,
    passphraseWrong: (file: string) => `That passphrase does not open ${file}. Try once more.`,
    packages: 'Packages and release documents',
    backups: 'Backups',
    shareFile: 'A sheet, a text or a PNG picture of a share',
    sheet: {
      message: (number: number, of: number, holder: string) => `Share ${number} of ${of}, for ${holder}`,
      detail:
        'Print it, or save it where only its holder gets at it. The backup counts when every sheet was handed over; ' +
        'with “Cancel” none is made.',
      print: 'Print…',
      saveIt: 'Save as a File…',
      notPrinted: 'It was not printed.',
    },
    whichKey: 'Which key?',
    severalKeys: (file: string) => `${file} holds several private keys.`,
    onlyChosen: 'Only the chosen one is imported.',
    /** In place of a file's name. */
    clipboard: 'Clipboard',
    theDataFolder: 'the data folder',
    save: 'Save',
    nameFolder: 'Name the folder to make',
    openToOthers: (file: string) => `Other users of this machine may read ${file}.`,
    noPermissions:
      'Its disk keeps no permissions, as most sticks do not. The protection of the file alone keeps the key.',
  },
  /** The window that confirms, whose page has no words but these and those of the question. */
  confirmation: {
    heading: 'Key Custodian asks',
    cancel: 'Cancel',
    more: 'There is more below. An answer counts once you have seen it all.',
    environment: { development: 'Development', staging: 'Staging', production: 'Production' },
  },
  /** A secret is asked for in a window of its own, whose page has no words but these. */
  secret: {
    passphrase,
    newPassphrase: {
      ...passphrase,
      heading: 'A passphrase for this file',
      use: 'It protects the file, goes to the main process only, and is not kept: nobody can look it up later.',
      submit: 'Encrypt',
    },
    vault: {
      heading: 'Vault passphrase',
      label: 'Passphrase',
      message: 'The keys and secrets in the keychain open with it.',
      wrong: 'That was not the vault passphrase. Try once more.',
      use: 'It goes to the main process only, and is not kept.',
      submit: 'Go On',
    },
    newVault: {
      heading: 'A vault passphrase',
      label: 'Passphrase',
      message: 'Keys and secrets are sealed under it before the keychain has them. Take five random words or more.',
      use: 'Nobody can look it up: without it, the keys come back from a backup alone.',
      submit: 'Set It',
    },
    credential: (name: string) => ({
      heading: name,
      label: name,
      use: 'It goes to the main process only, is kept in the keychain, and is never shown again.',
      submit: 'Save',
    }),
    share: {
      heading: 'A share of the backup',
      label: 'Words or code',
      use: 'It goes to the main process only and is not kept. The first four letters of each word are enough.',
      submit: 'Next',
    },
    fromFile: 'From a file or picture…',
    again: 'Confirm passphrase',
    cancel: 'Cancel',
    empty: (label: string) => `Type the ${label.toLowerCase()}.`,
    differ: 'The two are not the same.',
    short: (least: number) => `Short: whoever gets the file can guess it. Take ${least} characters or more.`,
  },
};
