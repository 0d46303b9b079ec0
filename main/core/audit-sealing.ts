// Signs the audit chain with the device key whenever the keychain is open anyway, and tells the keychain now and then how
// far the chain went. Nothing here holds up or fails an act: what was not signed now is covered by the next signature.
import { type ChainHead, verifyChain } from './audit-chain.ts';
import { anchorProblem, DEVICE_KEY_ACTION, type KeychainAnchor, signedHead } from './audit-anchor.ts';
import { auditBatches, hashAt } from './audit-entries.ts';
import { getIfThere, rememberedHead, rememberHead } from './audit-memory.ts';
import { SEAL_TYPE, sealClaims } from './audit-seal.ts';
import { keepSecrets, readSecret } from './custody.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { AuditProblem } from '../../shared/model/audit.ts';
import type { Ports } from './ports.ts';
import type { RegistryReader } from './ports/registry-reader.ts';
import { DEVICE_KEY } from './secret-name.ts';
import { keeping, Secret } from './secret.ts';

export type Sealing = Pick<Ports, 'registry' | 'vault' | 'workshop' | 'clock'>;

/** The keychain is told at the latest after so many entries; in between there is only a signature in the registry. */
const REMEMBER_EVERY = 25;

export async function readKeychainAnchor({
  vault,
  workshop,
}: Pick<Ports, 'vault' | 'workshop'>): Promise<KeychainAnchor> {
  const pkcs8 = await getIfThere(vault, DEVICE_KEY);
  const secret = pkcs8 === null ? null : new Secret(pkcs8);
  const deviceKey =
    secret === null ? null : await keeping([secret], () => secret.use((bytes) => base64(workshop.publicHalf(bytes))));
  return { deviceKey, remembered: await rememberedHead(vault) };
}

/**
 * Signs the newest entry, unless something speaks against the entries that were signed before or came since: a forged
 * chain is never blessed. `closing` tells the keychain in any case. Answers whether the newest entry is signed now.
 */
export async function sealAudit(ports: Sealing, { closing }: { closing: boolean }): Promise<boolean> {
  const { registry, vault } = ports;
  const keychain = await readKeychainAnchor(ports);
  if (!registry.read((reader) => mayBeSigned(reader, keychain))) {
    return false;
  }
  if (registry.read((reader) => reader.auditAnchor()) === null) {
    await makeDeviceKey(ports);
  }
  const head = await signHead(ports);
  const behind = keychain.remembered === null ? REMEMBER_EVERY : head.seq - keychain.remembered.seq;
  if (behind >= (closing ? 1 : REMEMBER_EVERY)) {
    await rememberHead(vault, head);
  }
  return true;
}

/**
 * The officer's way on after an alarm that cannot be repaired, such as a data folder put back from a backup: what is
 * there now is signed and remembered, with a new device key where the old one is gone. The act and its reason stay in
 * the chain for ever. Answers what was accepted, `null` when there was nothing to accept.
 */
export async function acceptAudit(ports: Sealing, reason: string): Promise<AuditProblem | null> {
  const { registry, vault } = ports;
  const keychain = await readKeychainAnchor(ports);
  const { problem, anchor } = registry.read((reader) => ({
    problem: problemIn(reader, keychain),
    anchor: reader.auditAnchor(),
  }));
  if (problem === null) {
    return null;
  }
  const details = { reason, problem, remembered: keychain.remembered?.seq ?? null };
  registry.change({ action: 'audit.accepted', subject: 'audit chain', details }, () => undefined);
  if (anchor === null || keychain.deviceKey !== anchor.deviceKey) {
    await makeDeviceKey(ports);
  }
  await rememberHead(vault, await signHead(ports));
  return problem;
}

function problemIn(reader: RegistryReader, keychain: KeychainAnchor): AuditProblem | null {
  const entries = reader.auditHead()?.seq ?? 0;
  return anchorProblem({ anchor: reader.auditAnchor(), entries, hashAt: (seq) => hashAt(reader, seq) }, keychain);
}

function mayBeSigned(reader: RegistryReader, keychain: KeychainAnchor): boolean {
  const signed = signedHead(reader.auditAnchor());
  return (
    reader.auditHead() !== null &&
    problemIn(reader, keychain) === null &&
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

/** The head that is signed now. Signing what is signed already changes nothing. */
async function signHead({ registry, vault, workshop }: Sealing): Promise<ChainHead> {
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
  return head;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
