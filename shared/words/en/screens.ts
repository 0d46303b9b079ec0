// What the ways to the screens are called: in rail and tabs, in the palette, in the native menu.
import type { ScreenWords } from '../../screens.ts';

export const screens: ScreenWords = {
  home: { palette: { title: 'Tenants', note: 'Overview' }, menu: '&Tenants' },
  'add-tenant': { way: 'Add tenant', palette: { title: 'Add a tenant', note: '' }, menu: 'Add &Tenant…' },
  due: { way: 'Due', palette: { title: 'Due', note: 'What is coming, for all tenants' }, menu: '&Due' },
  policies: {
    way: 'Policies',
    palette: { title: 'Policies', note: 'Numbers that tenants share' },
    menu: '&Policies',
  },
  inspect: {
    way: 'Inspect a file',
    palette: { title: 'Inspect a file', note: 'What is it?' },
    menu: '&Inspect a File…',
  },
  audit: { way: 'Audit', palette: { title: 'Audit', note: 'Every change' }, menu: '&Audit' },
  backup: { way: 'Backup', palette: { title: 'Backup', note: 'If you lose this machine' }, menu: '&Backup' },
  settings: { palette: { title: 'Settings', note: 'Appearance, watch, this machine' }, menu: '&Settings' },
  'new-policy': { palette: { title: 'Create a policy', note: '' } },
  keys: { way: 'Keys' },
  publish: {
    way: 'Publish',
    // As one searches for it: “publish acme”.
    palette: ({ tenant }) => ({ title: `Publish ${tenant}`, note: 'Preview, push, prove' }),
  },
  'own-keys': {
    way: 'Tenant’s keys',
    palette: ({ tenant }) => ({ title: `Own keys of ${tenant}`, note: 'The tenant signs with these' }),
  },
  consumers: {
    way: 'Consumers',
    palette: ({ tenant }) => ({ title: `Consumers of ${tenant}`, note: 'Who verifies, and what they confirmed' }),
  },
  'export-tenant': {
    palette: ({ tenant }) => ({
      title: `Export many keys of ${tenant}`,
      note: 'Sets, lists, everything at once',
    }),
  },
  bench: {
    way: 'Tokens',
    palette: ({ tenant }) => ({ title: `Token bench of ${tenant}`, note: 'Read and sign tokens' }),
  },
  'tenant-settings': {
    way: 'Settings',
    palette: ({ tenant }) => ({ title: `Settings of ${tenant}`, note: 'Addresses, policy, rehearsal' }),
  },
  plan: { palette: ({ tenant, ring }) => ({ title: `Plan a rotation of ${tenant}`, note: `Ring ${ring}` }) },
};
