// The settings of the app.
import { count } from '../numbers.ts';

export const settings = {
  title: 'Settings',
  lead: 'They hold for this data folder. Each tenant and each policy has settings of its own.',
  window: { title: 'Window', lead: 'How Key Custodian looks on this machine.' },
  appearance: 'Appearance',
  theme: { auto: 'System default', light: 'Light', dark: 'Dark' },
  keychain: {
    title: 'Keychain',
    lead: 'The private keys and the credentials of tenants are kept there, and nowhere else.',
    backup: 'If you lose this machine',
  },
  clock: {
    title: 'Clock',
    lead: 'Every wait is measured by the clock of this machine. It is compared with every answer that comes from outside.',
    now: (at: string) => `Here it is ${at}.`,
    wrong:
      'Until they agree, nothing that is seen outside is dated. Correct the clock of this machine first, if it is wrong.',
    isRight: 'The clock is right now…',
    otherIsWrong: (host: string) => `The clock of ${host} is wrong…`,
    means:
      'Say so after the clock was wrong: what was recorded with a later date counts as done now. Nothing becomes possible earlier by it. A reason is asked for and recorded.',
    done: (keys: number) =>
      keys === 0 ? 'Recorded: the clock is right now' : `Recorded: the dates of ${count(keys, 'key')} count from now`,
    recorded: 'The statement and its reason stand in the audit chain.',
  },
  policies: {
    title: 'Policies',
    lead: 'When keys are due, how long waits are, and when private keys are erased follow from policies, not from settings.',
    own: 'Policies',
    ownMeans: 'Create one, and see which tenants use it.',
    tenant: 'Of one tenant',
    tenantMeans: 'Chosen in the settings of the tenant; without one it follows the default of its environment.',
    link: 'All policies',
  },
  updates: {
    title: 'Updates',
    lead: 'Nothing is ever installed by the app. What it says of a release is what its publisher signed.',
    allow: 'Look for newer versions once a day',
    allowMeans: (host: string) => `Asks ${host} while the app is open. Nothing about this machine is sent.`,
    noKey:
      'This program was built without the key of a publisher, as a checkout is. It cannot verify a release, and asks nobody.',
    look: 'Look now…',
    take: 'Verify a downloaded package…',
    takeMeans: 'On a machine without network too: bring the package and key-custodian.release in one folder.',
    standing: {
      newer: (version: string, installed: string) => `Version ${version} is there; this one is ${installed}`,
      same: (version: string) => `Version ${version} is the newest, and it is this one`,
      older: (version: string, installed: string) => `That is version ${version}, older than this one, ${installed}`,
    },
    signed: 'Signed by the publisher',
    issued: 'Issued',
    expires: 'Holds until',
    news: 'What is new',
    packages: 'Packages',
    bytes: (size: string) => `${size} MB`,
    verified: (file: string) => `${file} is the published package`,
    digest: 'SHA-256 of the package',
    command: 'To install it',
    commandMeans: 'Make a backup and close the app first. Then type this in the folder of the package.',
    open: 'Make a backup and close the app first. Then open the package.',
    show: 'Show the package',
    kept: 'What stays',
    keptMeans:
      'Keychain and data folder. Before a newer version changes the form of the registry it copies it; an older version does not open the changed one.',
  },
  about: {
    title: 'This app',
    lead: 'It sends nothing but what you push, prove and watch.',
    showFolder: 'Show the data folder',
    version: 'Version',
    program: 'Program',
    programIs: { product: 'Installed', checkout: 'A checkout of the sources, to develop and to rehearse with' },
    dataOf: 'Data',
    dataAre: {
      product: 'Those of the installed Key Custodian, with its entries in the keychain',
      checkout: 'The checkout’s own, with keychain entries of their own. An installed Key Custodian is not touched.',
    },
    runsOn: 'Runs on',
    folder: 'Data folder',
    inFolder: 'In it',
    inFolderMeans: 'Public facts and the audit chain. A copy of it alone opens nothing.',
  },
  licences: {
    title: 'Licences',
    lead: 'Key Custodian is licensed under Apache-2.0. It contains the following work of others.',
    open: 'Show the licences',
    find: 'Find a work or licence',
    found: (shown: number, all: number) => `${shown} of ${all}`,
    none: 'Nothing of that name.',
    noText: 'Its package carries no text of its licence.',
    engine:
      'The notices of Electron and Chromium are in the files LICENSE.electron.txt and LICENSES.chromium.html of the program.',
  },
};
