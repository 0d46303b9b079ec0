// The command palette: its field, and the places and acts that it offers.
export const palette = {
  label: 'Find or do',
  field: 'Find a tenant, ring or key, or do something',
  placeholder: 'Find a tenant, ring or kid, or do something',
  found: 'What was found',
  none: 'Nothing is called that. A kid is found by its beginning.',
  help: { choose: 'choose', go: 'go', close: 'close' },
  kind: { key: 'Key', tenant: 'Tenant', ring: 'Ring', act: 'Do', place: 'Go' },
  places: {
    tenants: { title: 'Tenants', note: 'Overview' },
    due: { title: 'Due', note: 'What is coming, for all tenants' },
    policies: { title: 'Policies', note: 'The numbers that tenants live by' },
    audit: { title: 'Audit', note: 'Every change' },
    backup: { title: 'Backup', note: 'What is lost with this machine, and what to do' },
    settings: { title: 'Settings', note: 'Appearance, watch, this machine' },
  },
  acts: {
    addTenant: { title: 'Add a tenant', note: '' },
    inspect: { title: 'Inspect a file', note: 'What is it?' },
    makePolicy: { title: 'Make a policy', note: '' },
    rehearseTrouble: { title: 'Rehearse trouble on the sandbox', note: 'Lost answers, errors, another officer' },
    shortcuts: { title: 'Show keyboard shortcuts', note: '?' },
  },
  /** The ways of a tenant, as one searches for them: “publish acme”. */
  ofTenant: {
    publish: (tenant: string) => ({ title: `Publish ${tenant}`, note: 'Preview, push, prove' }),
    consumers: (tenant: string) => ({ title: `Consumers of ${tenant}`, note: 'Who verifies, and what they confirmed' }),
    exportMany: (tenant: string) => ({
      title: `Export many keys of ${tenant}`,
      note: 'Sets, lists, everything at once',
    }),
    bench: (tenant: string) => ({ title: `Token bench of ${tenant}`, note: 'Read and sign tokens' }),
    ownKeys: (tenant: string) => ({ title: `Own keys of ${tenant}`, note: 'With which the tenant signs' }),
    settings: (tenant: string) => ({ title: `Settings of ${tenant}`, note: 'Addresses, policy, rehearsal' }),
    plan: (tenant: string) => `Plan a rotation of ${tenant}`,
  },
  ring: (ring: string) => `Ring ${ring}`,
};
