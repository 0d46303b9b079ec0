// Keys: brought in, taking turns, and retired; and the certificates around them.
import type {
  AcceptedReply,
  CertificateFacts,
  ReissueArgs,
  ReplyArgs,
  RequestArgs,
} from '../../../shared/domain/key-ring/certificates.ts';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { DestroyArgs } from '../../../shared/contract/keys.ts';
import type { RevokeArgs, RotateAndRevokeArgs, WithdrawArgs } from '../../../shared/contract/rotation.ts';
import type { SignedJws } from '../../../shared/contract/tokens.ts';
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TokenReading } from '../../../shared/domain/token/token.ts';
import type { Ports } from '../../ports/ports.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import { acceptCertificate, reissueCertificate, requestCertificate } from '../keys/certificates.ts';
import { type FileSecrets, importKey, type KeyInFile, lookIntoFile, NO_SECRETS } from '../keys/import.ts';
import { inspectFile, overwriteFile } from '../exports/inspect.ts';
import { abortRotation, certificateOf, generateNext, rotateRing } from '../keys/keys.ts';
import { destroyKey, keepKey, revokeKey, rotateAndRevoke, withdrawKey } from '../keys/retire.ts';
import { claimsToSign, signToken } from '../keys/sign.ts';
import { readToken } from '../keys/token-bench.ts';
import type { Turns } from './turn.ts';

export interface KeyActs {
  generateNext(args: ParsedArgsOf<'key.generate'>): Promise<RingView>;
  /** `file` and `secrets` are overwritten before this settles. */
  importKey(args: ParsedArgsOf<'key.import'>, file: Uint8Array, secrets?: FileSecrets): Promise<RingView>;
  /** What importing it would bring in; changes nothing. `file` and `secrets` are overwritten before this settles. */
  lookIntoFile(args: ParsedArgsOf<'key.import'>, file: Uint8Array, secrets: FileSecrets): Promise<KeyInFile>;
  /** Says what a file is and changes nothing. `file` and `secrets` are overwritten before this settles. */
  inspectFile(file: Uint8Array, secrets: FileSecrets): Promise<FoundFile>;
  rotateRing(args: ParsedArgsOf<'key.rotate'>): Promise<RingView>;
  abortRotation(args: ParsedArgsOf<'key.abortRotation'>): Promise<RingView>;
  revokeKey(args: RevokeArgs): Promise<RingView>;
  withdrawKey(args: WithdrawArgs): Promise<RingView>;
  rotateAndRevoke(args: RotateAndRevokeArgs): Promise<RingView>;
  destroyKey(args: DestroyArgs): Promise<RingView>;
  keepKey(args: ParsedArgsOf<'key.keep'>): Promise<RingView>;
  certificateOf(args: ParsedArgsOf<'key.certificate'>): CertificateFacts;
  reissueCertificate(args: ReissueArgs): Promise<RingView>;
  acceptCertificate(args: ReplyArgs, file: Uint8Array): Promise<AcceptedReply>;
  /** A PKCS#10 request in PEM. */
  requestCertificate(args: RequestArgs): Promise<FormattedFile>;
  /** Throws what signing these claims now would refuse. */
  checkClaims(args: Pick<ParsedArgsOf<'token.sign'>, 'claims' | 'ttl'>): void;
  signToken(args: ParsedArgsOf<'token.sign'>): Promise<SignedJws>;
  readToken(args: ParsedArgsOf<'token.read'>): Promise<TokenReading>;
}

export function keyActs(ports: Ports, { inTurn }: Turns): KeyActs {
  return {
    generateNext: (args) => inTurn((acting) => generateNext(acting, args)),
    importKey: (args, file, secrets = NO_SECRETS) =>
      inTurn((acting) => importKey(acting, args, file, secrets)).finally(() => overwriteFile(file, secrets)),
    lookIntoFile: (args, file, secrets) =>
      lookIntoFile(ports, args, file, secrets).finally(() => overwriteFile(file, secrets)),
    inspectFile: (file, secrets) => inspectFile(ports, file, secrets),
    rotateRing: (args) => inTurn((acting) => rotateRing(acting, args)),
    abortRotation: (args) => inTurn((acting) => abortRotation(acting, args)),
    revokeKey: (args) => inTurn((acting) => revokeKey(acting, args)),
    withdrawKey: (args) => inTurn((acting) => withdrawKey(acting, args)),
    rotateAndRevoke: (args) => inTurn((acting) => rotateAndRevoke(acting, args)),
    destroyKey: (args) => inTurn((acting) => destroyKey(acting, args)),
    keepKey: (args) => inTurn((acting) => keepKey(acting, args)),
    certificateOf: (args) => certificateOf(ports, args),
    reissueCertificate: (args) => inTurn((acting) => reissueCertificate(acting, args)),
    acceptCertificate: (args, file) => inTurn((acting) => acceptCertificate(acting, args, file)),
    requestCertificate: (args) => inTurn((acting) => requestCertificate(acting, args)),
    checkClaims: (args) => void claimsToSign(ports, args),
    signToken: (args) => inTurn((acting) => signToken(acting, args)),
    readToken: (args) => readToken(ports, args),
  };
}
