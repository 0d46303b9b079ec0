// Signs the audit chain with the device key after every act, so that an exported chain proves itself. Nothing here holds
// up or fails an act: what was not signed now is covered by the next signature.
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { anchorProblem, DEVICE_KEY_ACTION, type KeychainAnchor, signedHead } from './anchor.ts';
import { auditBatches, hashAt } from '../../ports/audit-entries.ts';
import { getIfThere, rememberedMark } from './memory.ts';
import { SEAL_TYPE, sealClaims } from './seal.ts';
import { keepSecrets, readSecret } from '../custody/custody.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditProblem } from '../../../shared/domain/audit/entry.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { DEVICE_KEY } from '../../ports/secret-name.ts';
import { keeping, Secret } from '../custody/secret.ts';

export type Sealing = Pick<Ports, 'registry' | 'vault' | 'workshop' | 'clock'>;

export async function readKeychainAnchor({
  vault,
  workshop,
}: Pick<Ports, 'vault' | 'workshop'>): Promise<KeychainAnchor> {
  const pkcs8 = await getIfThere(vault, DEVICE_KEY);
  const secret = pkcs8 === null ? null : new Secret(pkcs8);
  const deviceKey =
    secret === null ? null : await keeping([secret], () => secret.use((bytes) => base64(workshop.publicHalf(bytes))));
  return { deviceKey, remembered: await rememberedMark(vault) };
}

/**
 * Signs the newest entry, unless something speaks against the entries that were signed before or came since: a forged
 * chain is never blessed. Answers whether the newest entry is signed now.
 */
export async function sealAudit(ports: Sealing): Promise<boolean> {
  const { registry } = ports;
  const keychain = await readKeychainAnchor(ports);
  if (!registry.read((reader) => mayBeSigned(reader, keychain))) {
    return false;
  }
  if (registry.read((reader) => reader.auditAnchor()) === null) {
    await makeDeviceKey(ports);
  }
  await signHead(ports);
  return true;
}

/** Signs what is there now, with a new device key where the old one is gone: after an officer accepted it. */
export async function signAnew(ports: Sealing): Promise<void> {
  const { deviceKey } = await readKeychainAnchor(ports);
  const anchor = ports.registry.read((reader) => reader.auditAnchor());
  if (anchor === null || deviceKey !== anchor.deviceKey) {
    await makeDeviceKey(ports);
  }
  await signHead(ports);
}

export function chainProblemIn(reader: RegistryReader, keychain: KeychainAnchor | null): AuditProblem | null {
  const entries = reader.auditHead()?.seq ?? 0;
  return anchorProblem({ anchor: reader.auditAnchor(), entries, hashAt: (seq) => hashAt(reader, seq) }, keychain);
}

function mayBeSigned(reader: RegistryReader, keychain: KeychainAnchor): boolean {
  const signed = signedHead(reader.auditAnchor());
  return (
    reader.auditHead() !== null &&
    chainProblemIn(reader, keychain) === null &&
    verifyChain(auditBatches(reader, signed?.seq), signed ?? undefined).ok
  );
}

async function makeDeviceKey(ports: Sealing): Promise<void> {
  const { registry, workshop } = ports;
  const { pkcs8, spki } = await workshop.generate('Ed25519', null);
  const deviceKey = base64(spki);
  await keepSecrets(ports, [{ name: DEVICE_KEY, kid: 'the device key', secret: new Secret(pkcs8) }], (clearNotes) =>
    registry.change({ action: DEVICE_KEY_ACTION, subject: 'audit chain', details: { deviceKey } }, (writer) => {
      writer.setDeviceKey(deviceKey);
      clearNotes(writer);
    }),
  );
}

/** Signing what is signed already changes nothing. */
async function signHead({ registry, vault, workshop }: Sealing): Promise<void> {
  const { head, signed } = registry.read((reader) => ({
    head: reader.auditHead(),
    signed: signedHead(reader.auditAnchor()),
  }));
  if (head === null) {
    throw new CustodianError('INTERNAL', { reference: 'an empty chain to sign' });
  }
  if (signed?.hash !== head.hash) {
    const secret = await readSecret(vault, DEVICE_KEY);
    const seal = await keeping([secret], () =>
      secret.use((pkcs8) => workshop.sign(pkcs8, 'Ed25519', DEVICE_KEY, sealClaims(head), SEAL_TYPE)),
    );
    registry.noteSeal(seal);
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
