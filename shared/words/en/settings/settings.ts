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
    lead: 'Off. This app never asks anybody whether there is a newer version.',
    asks: 'Checks for updates',
    asksMeans: 'Never, and there is no switch for it: an app that holds signing keys changes when you change it.',
    howTo: 'How to get one',
    howToMeans:
      'From where you got this one. Compare its checksum or signature with what the publisher names, close Key Custodian, install it over the old one.',
    kept: 'What stays',
    keptMeans:
      'Keychain and data folder stay as they are. A newer version opens the data folder of an older one; going back may not work, so keep a copy of the folder first.',
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
};
