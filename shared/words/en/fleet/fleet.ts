// The overview of all tenants, and what belongs to one tenant in it: its row, its place in the rail, its alarm.
import { amountOf, count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const fleet = {
  title: 'Tenants',
  lead: 'The tenants whose keys are in custody here.',
  add: 'Add tenant',
  shownOf: (shown: number, all: number) => `${amountOf(shown)} of ${count(all, 'tenant')}`,
  noMatch: {
    title: 'No tenant matches',
    text: 'Fewer words or a wider choice show more.',
    showAll: 'Show all tenants',
  },
  choices: {
    name: 'Tenants',
    find: 'Find tenants',
    findBy: 'Find by name or domain',
    environment: 'Environment',
    allEnvironments: 'All environments',
    order: 'Order',
    sort: { name: 'By name', due: 'What is due first', published: 'Longest unpublished first' },
  },
  trouble: {
    name: 'Only with',
    alarm: 'Alarm',
    drift: 'Set changed',
    overdue: 'Overdue',
    soon: 'Due soon',
    unpublished: 'Not pushed',
  },
  tenantsIn: (environment: string) => `Tenants in ${environment.toLowerCase()}`,
  row: {
    select: (tenant: string) => `Select ${tenant}`,
    keys: {
      next: (amount: number) => `${amount} next`,
      current: (amount: number) => `${amount} current`,
      previous: (amount: number) => `${amount} previous`,
      revoked: (amount: number) => `${amount} revoked`,
    },
    published: <Day>(day: Day) => phrase`Published ${day}`,
    unpublished: 'Not pushed',
    moreDue: (amount: number) => `${amount} more due`,
    andMore: (when: string, more: number) => (more > 0 ? `${when}, and ${more} more` : when),
    nothingDue: 'Nothing due',
  },
  drift: {
    compromised: 'ALARM: compromised key public',
    exposed: 'Alarm: private key public',
    alarm: 'Alarm: foreign or revoked key',
    changed: 'Set was changed',
    unknown: 'Could not be checked',
    alarmTitle: (keys: number) => `Alarm: ${count(keys, 'key')} published that should not be.`,
    see: 'See what was found and what to do',
  },
  rail: {
    none: 'No tenants yet.',
    find: 'Find a tenant',
    noMatch: (search: string) => `No tenant matches “${search}”.`,
  },
  menu: {
    name: (tenant: string) => `More for ${tenant}`,
    exportMany: 'Export many keys',
    remove: 'Remove tenant…',
  },
  removal: {
    title: (tenant: string) => `Remove ${tenant}?`,
    verb: 'Remove tenant',
    working: 'Removing the tenant and its keys',
    done: (tenant: string) => `Removed ${tenant}`,
    text: 'Its rings go, and so do the private keys in the keychain. This is possible only while none of its keys was published, used or imported. The audit log keeps its entries.',
    typeName: (tenant: string) => `Type the tenant’s name: ${tenant}`,
  },
};
