// The port `Reading`: each way of reading in a file of its own, with the libraries that it needs, loaded when it is asked for.
import type { Reading } from '../ports/reading.ts';

export const createReading = (): Reading => ({
  privateKey: async (...given) => (await import('./read-private-key.ts')).readPrivateKey(...given),
  keysIn: async (...given) => (await import('./keys-in.ts')).keysIn(...given),
  inspect: async (...given) => (await import('./inspect/inspect-file.ts')).inspectFile(...given),
  publicContent: async (...given) => (await import('./public-content.ts')).publicContent(...given),
  comparedFile: async (...given) => (await import('./compared-file.ts')).comparedFile(...given),
  certificateFor: async (...given) => (await import('./certificate-reply.ts')).certificateFor(...given),
  clientIdentity: async (...given) => (await import('./client-identity.ts')).clientIdentity(...given),
  openDocument: async (...given) => (await import('./signed-document.ts')).openDocument(...given),
  verify: async (...given) => (await import('./verify.ts')).verifySignature(...given),
  textIn: async (...given) => (await import('./text-in.ts')).textIn(...given),
  share: async (...given) => (await import('./backup/shares.ts')).readShare(...given),
  combine: async (...given) => (await import('./backup/shares.ts')).combineShares(...given),
  async *backup(...given) {
    yield* (await import('./backup/open.ts')).openBackup(...given);
  },
});
