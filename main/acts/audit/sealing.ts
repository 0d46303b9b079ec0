// Signs the audit chain with the device key after every act, so that an exported chain proves itself. Nothing here holds
// up or fails an act: what was not signed now is covered by the next signature.
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { anchorProblem, DEVICE_KEY_ACTION, type KeychainAnchor, signedHead } from './anchor.ts';
import { auditBatches, hashAt } from '../../ports/audit-entries.ts';
import { rememberedMark } from './memory.ts';
import { wholeOrNone } from './whole-or-none.ts';
import { SEAL_TYPE, sealClaims } from './seal.ts';
import { naming, type Stores, underNotes } from '../custody/custody.ts';
import { compactJws, signJws } from '../custody/jws.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditProblem } from '../../../shared/domain/audit/entry.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { DEVICE_KEY } from '../../ports/secret-name.ts';

export type Sealing = Stores;

export async function readKeychainAnchor({ keys, secrets }: Pick<Ports, 'keys' | 'secrets'>): Promise<KeychainAnchor> {
  return { deviceKey: await deviceKeyIn(keys), remembered: await rememberedMark(secrets) };
}

async function deviceKeyIn(keys: Ports['keys']): Promise<string | null> {
  const spki = await wholeOrNone(keys.publicKey(DEVICE_KEY));
  return spki === null ? null : base64(spki);
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
  await underNotes(ports, [DEVICE_KEY], async (clearNotes) => {
    const order = { alg: 'Ed25519', bits: null, profile: null } as const;
    const { spki } = await naming('the device key', () => ports.keys.create(DEVICE_KEY, order));
    const deviceKey = base64(spki);
    ports.registry.change({ action: DEVICE_KEY_ACTION, subject: 'audit chain', details: { deviceKey } }, (writer) => {
      writer.setDeviceKey(deviceKey);
      clearNotes(writer);
    });
  });
}

/** Signing what is signed already changes nothing. */
async function signHead({ registry, keys }: Sealing): Promise<void> {
  const { head, signed } = registry.read((reader) => ({
    head: reader.auditHead(),
    signed: signedHead(reader.auditAnchor()),
  }));
  if (head === null) {
    throw new CustodianError('INTERNAL', { reference: 'an empty chain to sign' });
  }
  if (signed?.hash !== head.hash) {
    const header = { alg: 'Ed25519', kid: DEVICE_KEY, typ: SEAL_TYPE } as const;
    const seal = compactJws(await signJws(keys, DEVICE_KEY, header, JSON.stringify(sealClaims(head))));
    registry.noteSeal(seal);
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
