// A certificate and its private key for TLS client authentication, as two PEM files: judged before they are kept, so that a
// pair that does not belong together, or is over, is told now and not by a failed handshake.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { ClientIdentity } from '../core/ports/key-material.ts';
import { fileText, pemBlocks } from './pem-blocks.ts';

/** Throws INPUT_INVALID, KEY_UNREADABLE, KEY_ENCRYPTED or KEY_CERTIFICATE_MISMATCH. */
export function clientIdentity(certificate: Uint8Array, key: Uint8Array, now: Date): ClientIdentity {
  const chain = certificatesIn(certificate);
  const [own] = chain;
  if (own === undefined) {
    throw invalid('holds no PEM certificate');
  }
  const privateKey = privateKeyIn(key);
  const subject = own.subject.split('\n').join(', ');
  if (!own.checkPrivateKey(privateKey)) {
    throw new CustodianError('KEY_CERTIFICATE_MISMATCH', { subject });
  }
  const endsAt = new Date(own.validTo);
  if (endsAt <= now) {
    throw invalid(`ended ${endsAt.toISOString()}`);
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
  const blocks = pemBlocks(fileText(file)).blocks.filter(({ label }) => label === 'CERTIFICATE');
  return blocks.map(({ der }) => {
    try {
      return new X509Certificate(der ?? Buffer.alloc(0));
    } catch {
      throw invalid('holds a damaged certificate');
    }
  });
}

function privateKeyIn(file: Uint8Array): KeyObject {
  const text = fileText(file);
  const block = pemBlocks(text).blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) {
    throw new CustodianError('KEY_UNREADABLE', { problem: 'it holds no PEM private key' });
  }
  if (block.label.startsWith('ENCRYPTED') || block.headers.includes('ENCRYPTED')) {
    throw new CustodianError('KEY_ENCRYPTED', { format: 'client key' });
  }
  try {
    return createPrivateKey(text);
  } catch {
    // The cause would repeat nothing secret, but it says nothing to a person either.
    throw new CustodianError('KEY_UNREADABLE', { problem: 'it is damaged' });
  }
}

const invalid = (problem: string): CustodianError =>
  new CustodianError('INPUT_INVALID', { field: '--client-certificate', problem });
