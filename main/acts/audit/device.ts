// This device as one that signs documents: with the key that signs its audit chain, so that there is one fingerprint to
// compare (docs/adr/0018). Each document names its type in its header and its purpose in its content, and neither can be
// taken for a seal of the chain.
import { CustodianError } from '../../../shared/errors.ts';
import { deviceKeyFingerprint } from './seal.ts';
import { type Sealing, sealAudit } from './sealing.ts';
import { signJws } from '../custody/jws.ts';
import { DEVICE_KEY } from '../../ports/secret-name.ts';

export interface Device {
  fingerprint: string;
  /** A JWS in flattened JSON form (RFC 7515 §7.2.2) with the public key in its header. */
  sign(type: string, content: string): Promise<string>;
}

/**
 * Makes the key at its first use. Throws VAULT_* before anything is done that a signature must follow, and AUDIT_BROKEN
 * where something speaks against the chain: what was tampered with vouches for nothing. The chain must have an entry.
 */
export async function openDevice(ports: Sealing, what: string): Promise<Device> {
  const { registry, keys } = ports;
  const sealed = await sealAudit(ports);
  const anchor = registry.read((reader) => reader.auditAnchor());
  if (!sealed || anchor === null) {
    throw new CustodianError('AUDIT_BROKEN', { detail: what });
  }
  return {
    fingerprint: deviceKeyFingerprint(anchor.deviceKey),
    async sign(type, content) {
      // RFC 8410 §4: the last 32 octets of its SubjectPublicKeyInfo are the key itself.
      const x = Buffer.from(anchor.deviceKey, 'base64').subarray(-32).toString('base64url');
      const header = { alg: 'Ed25519', typ: type, jwk: { kty: 'OKP', crv: 'Ed25519', x } } as const;
      return JSON.stringify(await signJws(keys, DEVICE_KEY, header, content));
    },
  };
}
