// The commands, as the list of them says it, and where each is loaded from: help names them all without loading one.
import type { Command } from 'commander';
import type { Context } from './context.ts';

interface Row {
  description: string;
  /** Behind the name in the list, where the command takes something by itself. */
  takes?: string;
  load: () => Promise<(context: Context) => Command>;
}

export const COMMANDS: Readonly<Record<string, Row>> = {
  tenant: {
    description: 'identity tenants whose signing keys are in custody',
    load: async () => (await import('./commands/tenant.ts')).tenantCommand,
  },
  ring: {
    description: 'key rings: one algorithm each',
    load: async () => (await import('./commands/ring.ts')).ringCommand,
  },
  key: {
    description: 'signing keys of a tenant',
    load: async () => (await import('./commands/key.ts')).keyCommand,
  },
  plan: {
    description: 'guided rotations: applications first, or rotate first',
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  consumer: {
    description: 'who verifies the tokens of a tenant, and what they confirmed',
    load: async () => (await import('./commands/consumer.ts')).consumerCommand,
  },
  policy: {
    description: 'shared numbers: when to rotate, how long to wait',
    load: async () => (await import('./commands/policy.ts')).policyCommand,
  },
  fleet: {
    description: 'all tenants at once',
    load: async () => (await import('./commands/fleet.ts')).fleetCommand,
  },
  export: {
    description: 'write a file in any format; an existing file is never overwritten',
    takes: '[options] <tenant>',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  handover: {
    description: 'the ledger of private keys that left',
    load: async () => (await import('./commands/hand-over.ts')).handOverCommand,
  },
  inspect: {
    description: 'say what a file is, without importing it',
    takes: '[options] <file>',
    load: async () => (await import('./commands/inspect.ts')).inspectCommand,
  },
  compare: {
    description: 'hold two keys, certificates or sets against each other',
    takes: '[options] <first> <second>',
    load: async () => (await import('./commands/compare.ts')).compareCommand,
  },
  convert: {
    description: 'write the public keys of any file in another format',
    takes: '[options] <file>',
    load: async () => (await import('./commands/convert.ts')).convertCommand,
  },
  find: {
    description: 'find a fingerprint, thumbprint, pin or kid, in any notation',
    takes: '[options] <text>',
    load: async () => (await import('./commands/find.ts')).findCommand,
  },
  publish: {
    description: 'publish the public keys, and prove it from outside',
    load: async () => (await import('./commands/publish.ts')).publishCommand,
  },
  remote: {
    description: 'the keys with which the tenant itself signs',
    load: async () => (await import('./commands/remote.ts')).remoteCommand,
  },
  audit: {
    description: 'the chain of everything that was done',
    load: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  evidence: {
    description: 'what was done for a tenant, for others to check without this program',
    takes: '[options]',
    load: async () => (await import('./commands/evidence.ts')).evidenceCommand,
  },
  ceremony: {
    description: 'a key ceremony: script, steps with read-backs, signed minutes',
    load: async () => (await import('./commands/ceremony.ts')).ceremonyCommand,
  },
  approve: {
    description: 'four eyes: ask a second officer, answer, and who they are',
    load: async () => (await import('./commands/approve.ts')).approveCommand,
  },
  backup: {
    description: 'everything in one encrypted file, and back from it',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  passphrase: {
    description: 'the passphrase under which keys lie in the keychain',
    load: async () => (await import('./commands/passphrase.ts')).passphraseCommand,
  },
  unlock: {
    description: 'give the passphrase, for the commands of some minutes',
    takes: '[options]',
    load: async () => (await import('./commands/unlock.ts')).unlockCommand,
  },
  lock: {
    description: 'end that, and lock an open window',
    load: async () => (await import('./commands/unlock.ts')).lockCommand,
  },
  network: {
    description: 'authorities and proxies of a company network',
    load: async () => (await import('./commands/network.ts')).networkCommand,
  },
  sandbox: {
    description: 'a rehearsal tenant on this machine',
    load: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  },
  update: {
    description: 'whether there is a newer version, and whether a package is the one that was published',
    load: async () => (await import('./commands/update.ts')).updateCommand,
  },
  doctor: {
    description: 'check keychain, registry and audit chain; repair what a crash left',
    takes: '[options]',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
};
