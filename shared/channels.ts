// The names of all IPC calls and events. They stand apart from the contract so that the preload script, which needs
// nothing but names, stays free of the schema library. The contract is checked against this list by the compiler.

export const CHANNELS = [
  'app.status',
  'preferences.read',
  'preferences.write',
  'tenant.list',
  'tenant.show',
  'tenant.add',
  'tenant.edit',
  'tenant.remove',
  'ring.add',
  'key.generate',
  'key.import',
  'file.inspect',
  'file.inspectDropped',
  'file.inspectOpened',
  'key.rotate',
  'key.abortRotation',
  'key.revoke',
  'key.rotateAndRevoke',
  'key.destroy',
  'key.keep',
  'key.certificate',
  'plan.show',
  'plan.run',
  'plan.confirm',
  'policy.list',
  'policy.set',
  'policy.preview',
  'fleet.due',
  'fleet.calendar',
  'fleet.rings',
  'export.preview',
  'export.save',
  'export.all',
  'export.private',
  'handover.list',
  'certificate.reissue',
  'certificate.request',
  'certificate.accept',
  'credentials.show',
  'credentials.store',
  'credentials.remove',
  'publish.preview',
  'publish.push',
  'publish.history',
  'publish.verify',
  'remote.keys',
  'remote.rotate',
  'remote.revoke',
  'remote.export',
  'token.read',
  'token.sign',
  'sandbox.start',
  'audit.list',
  'audit.verify',
  'clipboard.copy',
  'work.cancel',
] as const;

export type Channel = (typeof CHANNELS)[number];

export const EVENTS = ['changed', 'progress', 'navigate'] as const;

export type EventName = (typeof EVENTS)[number];

/** Where the native menu can send the window. */
export const DESTINATIONS = [
  'overview',
  'due',
  'policies',
  'inspect',
  'audit',
  'add-tenant',
  'palette',
  'shortcuts',
] as const;

export type Destination = (typeof DESTINATIONS)[number];
