// The settings of one tenant.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const tenantSettings = {
  title: 'Settings',
  lead: 'Its clocks, plans and due dates follow at once. Keys and what is published stay as they are.',
  identity: { title: 'Identity', lead: 'Certificates and records bear it, so it cannot be changed.' },
  domain: 'Domain',
  environment: 'Environment',
  endpoint: 'Endpoint',
  cacheSeen: 'Longest cache seen',
  noCacheSeen: 'no Cache-Control was seen at its public key set yet',
  cache: <Header>(duration: string, header: Header) => phrase`${duration} (${header})`,
  saved: (tenant: string) => `Saved the settings of ${tenant}`,
  addresses: { title: 'Addresses', lead: 'A change takes effect with the next push, proof or check from outside.' },
  customDomain: {
    label: 'Custom domain',
    means: 'The only one where a tenant publishes custom keys.',
    example: 'e.g. login.acme.example',
  },
  changes: (settings: number) =>
    settings === 0 ? 'Nothing is changed' : `${count(settings, 'setting')} changed, not saved yet`,
  save: 'Save settings',
  nothingToSave: 'Nothing to save',
  saving: 'Saving',
  policy: { title: 'Policy', lead: 'The numbers behind every clock, plan and due date of this tenant.' },
  allPolicies: 'All policies',
  livesBy: 'Policy',
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
