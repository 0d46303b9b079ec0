// The port `Reading`: each way of reading in a file of its own.
import type { Reading } from '../ports/reading.ts';
import { openBackup } from './backup/open.ts';
import { certificateFor } from './certificate-reply.ts';
import { clientIdentity } from './client-identity.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { readPrivateKey } from './read-private-key.ts';
import { openDocument } from './signed-document.ts';
import { verifySignature } from './verify.ts';

export const createReading = (): Reading => ({
  privateKey: readPrivateKey,
  inspect: inspectFile,
  certificateFor,
  clientIdentity,
  openDocument,
  verify: verifySignature,
  backup: openBackup,
});
