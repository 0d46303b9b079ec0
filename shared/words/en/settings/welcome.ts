// The first run: what the app is for, and what a newcomer does next.
export const welcome = {
  title: 'Your signing keys, in your own hands',
  lead: 'Key Custodian holds the keys that sign your tenants’ tokens, away from the tenants themselves.',
  addFirst: 'Add your first tenant',
  former: {
    title: 'Looking for tenants that were here before?',
    means: (folder: string) =>
      `There are data in ${folder}, where an installed Key Custodian keeps them and a checkout used to. This checkout now has its own. To open those, start it with --product.`,
  },
  sandboxMeans: 'The sandbox is a tenant inside the app to rehearse on, where nothing leaves this machine.',
};
