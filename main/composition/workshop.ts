// The port `KeyWorkshop`: every operation that touches private material, each in a file of its own.
import type { KeyWorkshop } from '../ports/workshop.ts';
import { certificateFor } from '../reading/certificate-reply.ts';
import { certify } from '../key-store/software/certify.ts';
import { clientIdentity } from '../reading/client-identity.ts';
import { generateKey } from '../key-store/software/generate.ts';
import { protect } from '../key-store/software/hand-over/protect.ts';
import { inspectFile } from '../reading/inspect/inspect-file.ts';
import { publicHalf } from '../key-store/software/public-half.ts';
import { publicJwk } from '../formats/public-jwk.ts';
import { readPrivateKey } from '../reading/read-private-key.ts';
import { request } from '../key-store/software/request.ts';
import { signToken } from '../key-store/software/sign.ts';
import { signDocument } from '../key-store/software/sign-document.ts';
import { openDocument } from '../reading/signed-document.ts';
import { verifySignature } from '../reading/verify.ts';

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
