// What the palette calls the acts that it can begin, and by which other words they are found.
import type { WindowActWords } from '../../window-acts.ts';

export const windowActs: WindowActWords = {
  'key.rotate': { title: ({ ring }) => `Rotate ring ${ring}…`, also: 'rotation next current roll over' },
  'key.rotateAndRevoke': {
    title: ({ ring }) => `Emergency: rotate and revoke ring ${ring}…`,
    also: 'leak leaked stolen exposed compromised incident',
  },
  'key.abortRotation': {
    title: ({ ring }) => `Take the last rotation of ring ${ring} back…`,
    also: 'undo abort roll back',
  },
  'key.generate': { title: ({ ring }) => `Generate the next key of ring ${ring}…`, also: 'create make new key' },
  'key.import': { title: ({ ring }) => `Import a key into ring ${ring}…`, also: 'bring own key file pem p12 jwk' },
  'ring.retire': { title: ({ ring }) => `Retire ring ${ring}…`, also: 'end close ring' },
  'key.revoke': { title: ({ kid }) => `Revoke key ${kid}…`, also: 'compromised take down for good' },
  'key.withdraw': { title: ({ kid }) => `Withdraw next key ${kid}…`, also: 'cancel take down' },
  'key.destroy': { title: ({ kid }) => `Erase key ${kid}…`, also: 'destroy delete private key' },
  'certificate.reissue': {
    title: ({ kid }) => `Reissue the certificate of ${kid}…`,
    also: 'reissue renew expired x509 csr request',
  },
  'export.private': {
    title: ({ kid }) => `Hand over private key ${kid}…`,
    also: 'export private p12 pkcs8 recipient backup',
  },
  'publish.push': { title: ({ tenant }) => `Push to ${tenant}…`, also: 'publish preview send upload jwks' },
  'publish.verify': { title: ({ tenant }) => `Prove ${tenant} from outside…`, also: 'verify check probe token' },
  'key.importMany': {
    title: ({ tenant }) => `Import many keys into ${tenant}…`,
    also: 'bulk several files folder migrate bring',
  },
  'ring.add': { title: ({ tenant }) => `Add a ring to ${tenant}…`, also: 'new ring algorithm' },
  'consumer.add': { title: ({ tenant }) => `Register a consumer of ${tenant}…`, also: 'verifier application service' },
  'credentials.store': {
    title: ({ tenant }) => `Give credentials for ${tenant}…`,
    also: 'client secret token scope login auth0',
  },
  'tenant.remove': { title: ({ tenant }) => `Remove ${tenant}…`, also: 'delete tenant' },
  'approval.answer': {
    title: () => 'Answer a request…',
    also: 'approve refuse grant second officer four eyes approval yes no',
  },
  'audit.verify': { title: () => 'Verify the audit chain', also: 'check log integrity' },
  'clock.state': { title: () => 'The clock of this machine is right now…', also: 'time wrong date doctor' },
  'vault.lock': { title: () => 'Lock, or unlock', also: 'vault passphrase close secure away' },
  'vault.passphrase': { title: () => 'Set or change the vault passphrase…', also: 'seal encrypt keychain lock' },
};
