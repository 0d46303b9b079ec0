// This device as one that signs documents: with the key that signs its audit chain, so that there is one fingerprint to
// compare (docs/adr/0018). Each document names its type in its header and its purpose in its content, and neither can be
// taken for a seal of the chain.
import type { SignedDocument } from '../../../shared/problems/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { deviceKeyFingerprint } from './seal.ts';
import { type Sealing, sealAudit } from './sealing.ts';
import { readSecret } from '../custody/custody.ts';
import { DEVICE_KEY } from '../../ports/secret-name.ts';
import { keeping } from '../custody/secret.ts';

export interface Device {
  fingerprint: string;
  sign(type: string, content: string): Promise<string>;
}

/**
 * Makes the key at its first use. Throws VAULT_* before anything is done that a signature must follow, and AUDIT_BROKEN
 * where something speaks against the chain: what was tampered with vouches for nothing. The chain must have an entry.
 */
export async function openDevice(ports: Sealing, document: SignedDocument): Promise<Device> {
  const { registry, vault, workshop } = ports;
  const sealed = await sealAudit(ports);
  const anchor = registry.read((reader) => reader.auditAnchor());
  if (!sealed || anchor === null) {
    throw new CustodianError('AUDIT_BROKEN', { unsigned: document });
  }
  return {
    fingerprint: deviceKeyFingerprint(anchor.deviceKey),
    async sign(type, content) {
      const secret = await readSecret(vault, DEVICE_KEY);
      return keeping([secret], () => secret.use((pkcs8) => workshop.signDocument(pkcs8, type, content)));
    },
  };
}
