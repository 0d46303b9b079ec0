// The settings of the app, and of one tenant.
import type { ReactNode } from 'react';

export const settings = {
  title: 'Settings',
  lead: 'They hold for this data folder. Each tenant and each policy has settings of its own.',
  window: { title: 'Window', lead: 'How Key Custodian looks on this machine.' },
  appearance: 'Appearance',
  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  keychain: {
    title: 'Keychain',
    lead: 'The private halves and the credentials of tenants are kept there, and nowhere else.',
    backup: 'What is lost with this machine',
  },
  policies: {
    title: 'Policies',
    lead: 'When keys are due, how long waits are, and when private halves are erased follow from policies, not from settings.',
    own: 'Policies',
    ownMeans: 'Make one, and see which tenants live by it.',
    tenant: 'Of one tenant',
    tenantMeans: 'Chosen in the settings of the tenant; without one it follows the default of its environment.',
    link: 'All policies',
  },
  updates: {
    title: 'Updates',
    lead: 'Off. This app never asks anybody whether there is a newer version.',
    asks: 'Asks for new ones',
    asksMeans: 'Never, and there is no switch for it: an app that holds signing keys changes when you change it.',
    howTo: 'How to get one',
    howToMeans:
      'From where you got this one. Compare its checksum or signature with what the publisher names, close Key Custodian, install it over the old one.',
    kept: 'What stays',
    keptMeans:
      'Keychain and data folder stay as they are. A newer version opens the data folder of an older one; the way back is not sure, so keep a copy of the folder first.',
  },
  about: {
    title: 'This app',
    lead: 'It sends nothing but what you push, prove and watch.',
    showFolder: 'Show the data folder',
    version: 'Version',
    runsOn: 'Runs on',
    folder: 'Data folder',
    inFolder: 'In it',
    inFolderMeans: 'Public facts and the audit chain. A copy of it alone opens nothing.',
  },
};

export const tenantSettings = {
  title: 'Settings',
  lead: 'Its clocks, plans and due dates follow at once. Keys and what is published stay as they are.',
  identity: { title: 'Identity', lead: 'Certificates and records bear it, so it cannot be changed.' },
  domain: 'Domain',
  environment: 'Environment',
  endpoint: 'Endpoint',
  cacheSeen: 'Widest cache seen',
  noCacheSeen: 'no Cache-Control was seen at its public key set yet',
  cache: (duration: string, header: ReactNode) => (
    <>
      {duration} ({header})
    </>
  ),
  saved: (tenant: string) => `Saved the settings of ${tenant}`,
  addresses: { title: 'Addresses', lead: 'A change takes effect with the next push, proof or look from outside.' },
  customDomain: {
    label: 'Custom domain',
    means: 'The only one where a tenant publishes custom keys.',
    example: 'e.g. login.acme.example',
  },
  save: 'Save settings',
  nothingToSave: 'Nothing to save',
  saving: 'Saving',
  policy: { title: 'Policy', lead: 'The numbers behind every clock, plan and due date of this tenant.' },
  allPolicies: 'All policies',
  livesBy: 'Lives by',
  defaultOf: (environment: string) => `Default of ${environment.toLowerCase()}`,
  rehearsal: {
    title: 'Rehearsal',
    wanted: 'A plan runs here only after the same order was run to its end there.',
    harmless: 'Production tenants need one; elsewhere it does no harm.',
    on: 'Rehearse on',
    addFirst: 'Add a tenant in development first.',
    onMeans: 'A tenant in development.',
  },
};
