// A certificate and its private key for TLS client authentication, as two PEM files: judged before they are kept, so that a
// pair that does not belong together, or is over, is told now and not by a failed handshake.
import { X509Certificate } from 'node:crypto';
import type { InputProblem } from '../../shared/problems/input.ts';
import { CustodianError } from '../../shared/errors.ts';
import { certificateName } from '../../shared/domain/key-ring/certificate-name.ts';
import type { ClientIdentity } from '../ports/reading.ts';
import { certifiedKey } from './certificate-structure.ts';
import { signatureFlaw } from './judge-key.ts';
import { keyShape } from './key-shape.ts';
import { type OpenedKey, openShape } from './open-shape.ts';
import { textOf } from './layers/text-of.ts';
import { pemBlocks } from './pem-blocks.ts';
import { unreadable } from '../encoding/unreadable.ts';
import { erasing } from '../ports/secret.ts';

/** Throws INPUT_INVALID, KEY_UNREADABLE, KEY_ENCRYPTED or KEY_CERTIFICATE_MISMATCH. */
export function clientIdentity(certificate: Uint8Array, key: Uint8Array, now: Date): ClientIdentity {
  const chain = certificatesIn(certificate);
  const [own] = chain;
  if (own === undefined) {
    throw invalid({ code: 'no-pem-certificate' });
  }
  const { privateKey, spki } = privateKeyIn(key);
  const subject = certificateName(own);
  if (certifiedKey(own.raw)?.equals(spki) !== true) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject });
  }
  const endsAt = new Date(own.validTo);
  if (endsAt <= now) {
    throw invalid({ code: 'ended', at: endsAt.toISOString() });
  }
  return {
    certificate: chain.map(String).join(''),
    key: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    subject,
    endsAt: endsAt.toISOString(),
  };
}

/** The certificate itself first, then its chain, as TLS sends them. */
function certificatesIn(file: Uint8Array): X509Certificate[] {
  const blocks = pemBlocks(textOf(file).text).blocks.filter(({ label }) => label === 'CERTIFICATE');
  return blocks.map(({ der }) => {
    try {
      return new X509Certificate(der ?? Buffer.alloc(0));
    } catch {
      throw invalid({ code: 'certificate-damaged' });
    }
  });
}

/** Through the same door as keys for custody, so that window and command line open the same files. */
function privateKeyIn(file: Uint8Array): OpenedKey {
  const block = pemBlocks(textOf(file).text).blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) {
    throw unreadable({ code: 'no-pem-private-key' });
  }
  if (block.label.startsWith('ENCRYPTED') || block.headers.includes('ENCRYPTED')) {
    throw new CustodianError('KEY_ENCRYPTED', { format: { code: 'client-key' } });
  }
  using der = erasing(block.der ?? Buffer.alloc(0));
  const shape = keyShape(der);
  if (shape.form === 'unsupported') {
    throw new CustodianError('KEY_UNSUPPORTED', { kind: shape.kind });
  }
  if (shape.form !== 'private') {
    throw unreadable({ code: 'key-damaged' });
  }
  using pkcs8 = erasing(shape.pkcs8);
  const opened = openShape({ ...shape, pkcs8 });
  if (signatureFlaw(opened) !== null) {
    throw unreadable({ code: 'cannot-sign' });
  }
  return opened;
}

const invalid = (problem: InputProblem): CustodianError =>
  new CustodianError('INPUT_INVALID', { field: 'clientCertificate', problem });
