// The first run: what the app is for, and what a newcomer does next.
export const welcome = {
  title: 'Your signing keys, in your own hands',
  lead: 'Key Custodian holds the keys that sign your tenants’ tokens, away from the tenants themselves.',
  hold: {
    title: '1. Hold',
    text: 'Private keys are made on this machine and stay in its keychain. They are never shown, logged or sent.',
  },
  publish: {
    title: '2. Publish',
    text: 'Public keys go to the tenant after you have seen exactly what will change, byte for byte.',
  },
  prove: {
    title: '3. Prove',
    text: 'A probe token is verified from outside, as your applications would, before you trust a rotation.',
  },
  addFirst: 'Add your first tenant',
  sandboxMeans: 'The sandbox is a tenant inside the app to rehearse on, where nothing leaves this machine.',
};
