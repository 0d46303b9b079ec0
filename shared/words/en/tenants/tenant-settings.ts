// The settings of one tenant.
import { count } from '../numbers.ts';
import { phrase } from '../../phrase.ts';

export const tenantSettings = {
  title: 'Settings',
  lead: 'Whatever changes here takes effect at once. Its consequences are shown before you save.',
  identity: {
    title: 'Identity',
    lead: 'Its address, how careful to be with it, and what its tokens name.',
  },
  domain: {
    label: 'Domain',
    means: 'The canonical one. Certificates are issued to it.',
    example: 'e.g. acme.eu.auth0.com',
  },
  environment: 'Environment',
  endpoint: 'Endpoint',
  cacheSeen: 'Longest cache seen',
  noCacheSeen: 'no Cache-Control was seen at its public key set yet',
  cache: <Header>(duration: string, header: Header) => phrase`${duration} (${header})`,
  saved: (tenant: string) => `Saved the settings of ${tenant}`,
  addresses: { title: 'Addresses', lead: 'A change takes effect with the next push, proof or check from outside.' },
  customDomain: {
    label: 'Custom domain',
    means: 'The first one where it publishes custom keys.',
    example: 'e.g. login.acme.example',
  },
  furtherDomains: {
    label: 'Further custom domains',
    means: 'Publish the same set; each is proven and watched. One after the other, with commas.',
    example: 'e.g. id.acme.example, sso.acme.example',
  },
  issuer: {
    label: 'Issuer',
    means: 'What its tokens name as iss. Without one: https:// and the domain.',
    example: 'e.g. https://id.acme.example/realms/acme',
  },
  brings: 'Consequences',
  changes: (settings: number) =>
    settings === 0 ? 'Nothing is changed' : `${count(settings, 'setting')} changed, not saved yet`,
  save: 'Save settings',
  nothingToSave: 'Nothing to save',
  saving: 'Saving',
  policy: { title: 'Policy', lead: 'The numbers behind every clock, plan and due date of this tenant.' },
  allPolicies: 'All policies',
  usesPolicy: 'Policy',
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
