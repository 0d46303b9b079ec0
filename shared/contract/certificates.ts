// New certificates for a key; the schemas are in shared/domain/key-ring/certificates.ts.
import { type AcceptedReply, reissueSchema, replySchema, requestSchema } from '../domain/key-ring/certificates.ts';
import type { RingView } from '../domain/key-ring/ring.ts';
import { call, type Calls } from './call.ts';
import type { SavedFile } from './saved-file.ts';

export const certificateCalls = {
  'certificate.reissue': call<RingView>()(reissueSchema),
  /** Saves a PKCS#10 request. */
  'certificate.request': call<SavedFile>()(requestSchema),
  /** Takes the authority's reply from a file of the officer's choice. `null` when the dialog was closed. */
  'certificate.accept': call<AcceptedReply | null>()(replySchema),
} satisfies Calls;
