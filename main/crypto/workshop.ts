// The port `KeyWorkshop`: every operation that touches private material, each in a file of its own.
import type { KeyWorkshop } from '../ports/workshop.ts';
import { certificateFor } from './certificate-reply.ts';
import { certify } from './certify.ts';
import { clientIdentity } from './client-identity.ts';
import { generateKey } from './generate.ts';
import { protect } from './hand-over/protect.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { publicHalf } from './public-half.ts';
import { publicJwk } from './public-jwk.ts';
import { readPrivateKey } from './read-private-key.ts';
import { request } from './request.ts';
import { signToken } from './sign.ts';
import { openDocument, signDocument } from './signed-document.ts';
import { verifySignature } from './verify.ts';

export function createKeyWorkshop(): KeyWorkshop {
  return {
    generate: generateKey,
    read: readPrivateKey,
    inspect: inspectFile,
    certify,
    request,
    certificateFor,
    clientIdentity,
    protect,
    publicHalf,
    publicJwk,
    sign: signToken,
    signDocument,
    openDocument,
    verify: verifySignature,
  };
}
