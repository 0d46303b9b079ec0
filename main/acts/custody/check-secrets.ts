// Holds every record against its private half: is it there, whole, and the one that belongs to the public half? Repairs
// only what loses nothing: parts of values that never were whole, and private halves recorded as destroyed.
import { type Finding, finding } from '../../../shared/domain/doctor/report.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { spkiSha256 } from './make-key.ts';
import type { Ports } from '../../ports/ports.ts';
import { secretName } from '../../ports/secret-name.ts';
import { keeping, Secret } from './secret.ts';

type Needed = Pick<Ports, 'registry' | 'vault' | 'workshop'>;

/** `sound` is false when anything was found that is not merely left over. */
interface SecretVerdict {
  sound: boolean;
  findings: Finding[];
}

/** One key. The secret is overwritten after the check. Throws VAULT_* when the keychain cannot be asked. */
export async function checkSecret(
  ports: Needed,
  tenant: Tenant,
  key: SigningKey,
  mayRepair: boolean,
): Promise<SecretVerdict> {
  return key.destroyedAt === null
    ? checkHeld(ports, tenant, key, mayRepair)
    : { sound: false, findings: mayRepair ? await eraseLate(ports, tenant, key) : [] };
}

async function checkHeld(ports: Needed, tenant: Tenant, key: SigningKey, mayRepair: boolean): Promise<SecretVerdict> {
  const facts = { tenant: tenant.name, kid: key.kid, state: key.state };
  const name = secretName(key.id);
  const found = await read(ports, name);
  if (found === 'missing' || found === 'damaged') {
    return { sound: false, findings: [finding(found === 'missing' ? 'secret-missing' : 'secret-damaged', facts)] };
  }
  const secret = new Secret(found);
  const problem = await keeping([secret], () => secret.use((pkcs8) => belongs(ports, key, pkcs8)));
  if (problem !== null) {
    return { sound: false, findings: [finding(problem, facts)] };
  }
  // Beside a whole value only: parts without their head may be all that is left of a key.
  const count = mayRepair ? await ports.vault.tidy(name) : 0;
  if (count === 0) {
    return { sound: true, findings: [] };
  }
  noteRepair(ports, tenant, key, 'parts of a broken-off write removed');
  return { sound: true, findings: [finding('parts-removed', { tenant: tenant.name, kid: key.kid, count })] };
}

/** From the private half everything public follows again; all of it must be what the record says. */
export function belongs(
  { workshop }: Pick<Ports, 'workshop'>,
  key: SigningKey,
  pkcs8: Uint8Array,
): 'secret-of-another-key' | 'record-altered' | null {
  let spki: Uint8Array;
  try {
    spki = workshop.publicHalf(pkcs8);
  } catch {
    return 'secret-of-another-key';
  }
  if (spkiSha256(spki) !== key.spkiSha256) {
    return 'secret-of-another-key';
  }
  try {
    const jwk = workshop.publicJwk(spki, Buffer.from(key.certificate, 'base64'), key.alg, key.kid);
    return canonicalJson(jwk) === canonicalJson(key.jwk) ? null : 'record-altered';
  } catch {
    return 'record-altered';
  }
}

/** A crash, or a keychain that was put back from a backup, may have kept what was to be erased. */
async function eraseLate(ports: Needed, tenant: Tenant, key: SigningKey): Promise<Finding[]> {
  const name = secretName(key.id);
  const found = await read(ports, name);
  if (found === 'missing') {
    return [];
  }
  if (found !== 'damaged') {
    found.fill(0);
  }
  await ports.vault.remove(name);
  noteRepair(ports, tenant, key, 'private half of a destroyed key erased');
  return [finding('erased-late', { tenant: tenant.name, kid: key.kid })];
}

async function read({ vault }: Needed, name: string): Promise<Uint8Array | 'missing' | 'damaged'> {
  return vault.get(name).catch((error: unknown) => {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return 'missing';
    }
    if (isCustodianError(error, 'VAULT_SECRET_DAMAGED')) {
      return 'damaged';
    }
    throw error;
  });
}

function noteRepair({ registry }: Needed, tenant: Tenant, key: SigningKey, repair: string): void {
  registry.change(
    { action: 'custody.repaired', subject: tenant.name, details: { kid: key.kid, repair } },
    () => undefined,
  );
}
