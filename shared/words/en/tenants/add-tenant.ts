// Adding a tenant: the form, the sandbox as the safe beginning, and the sandbox when it is away.
export const addTenant = {
  title: 'Add a tenant',
  lead: 'A tenant gets a key ring for RS256 at once, with a current and a next key generated on this machine.',
  verb: 'Add tenant',
  /** At the foot, with the name as far as it is typed. */
  foot: (name: string) => (name === '' ? 'A new tenant' : `New tenant: ${name}`),
  working: 'Generating the first two keys',
  added: (tenant: string) => `Added ${tenant}`,
  fields: {
    endpoint: 'Where do its public keys go?',
    environment: 'Environment',
    environmentUnsaid: 'Choose how careful to be with it: others use this endpoint.',
    name: { label: 'Name', description: 'Display name.' },
    domain: {
      label: 'Domain',
      description: 'The canonical one. Certificates are issued to it.',
      placeholder: 'e.g. acme.eu.auth0.com',
    },
    customDomain: {
      label: 'Custom domain',
      description: 'The only one where a tenant publishes custom keys.',
      placeholder: 'e.g. login.acme.example',
    },
  },
  /** The name of the tenant that is made for rehearsals. */
  rehearsal: 'Rehearsal',
  tryIt: 'Try it on the sandbox',
  sandbox: {
    runsAt: (address: string) => `The sandbox runs at ${address}.`,
    tryAgain: 'Try again; it may have been started just now.',
    away: 'The sandbox does not run.',
    awayMeans: 'This tenant lives in it, on this machine. Nothing is lost while it is off.',
    startAndTry: 'Start the sandbox and try again',
    starting: 'Starting the sandbox',
  },
};
