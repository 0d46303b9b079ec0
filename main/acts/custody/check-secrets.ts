// Holds every record against its private key: is it there, whole, and the one that belongs to the public key? Repairs
// only what loses nothing: parts of values that never were whole, and private keys recorded as destroyed.
import { type Finding, finding } from '../../../shared/domain/doctor/report.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import { type Lost, orLost } from '../../ports/lost-secret.ts';
import { chainOf, type SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { damagedKey } from './damaged.ts';
import { spkiSha256 } from './make-key.ts';
import type { Ports } from '../../ports/ports.ts';
import { secretName } from '../../ports/secret-name.ts';

type Needed = Pick<Ports, 'registry' | 'keys' | 'formats'>;

/** `sound` is false when anything was found that is not merely left over. */
interface SecretVerdict {
  sound: boolean;
  findings: Finding[];
}

/** One key. Throws VAULT_* when the keychain cannot be asked. */
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
  const found = await look(ports, name);
  if (found === 'missing' || found === 'damaged') {
    const missing = (): Finding => finding('secret-missing', facts);
    return { sound: false, findings: [found === 'missing' ? missing() : damagedKey(tenant, key)] };
  }
  const problem = found === null ? 'secret-of-another-key' : belongs(ports, key, found);
  if (problem !== null) {
    return { sound: false, findings: [finding(problem, facts)] };
  }
  // Beside a whole value only: parts without their head may be all that is left of a key.
  const count = mayRepair ? await ports.keys.tidy(name) : 0;
  if (count === 0) {
    return { sound: true, findings: [] };
  }
  noteRepair(ports, tenant, key, 'parts of a broken-off write removed');
  return { sound: true, findings: [finding('parts-removed', { tenant: tenant.name, kid: key.kid, count })] };
}

/** From the private key everything public follows again; all of it must be what the record says. */
export function belongs(
  { formats }: Pick<Ports, 'formats'>,
  key: SigningKey,
  spki: Uint8Array,
): 'secret-of-another-key' | 'record-altered' | null {
  if (spkiSha256(spki) !== key.spkiSha256) {
    return 'secret-of-another-key';
  }
  try {
    const chain = chainOf(key).map((each) => Buffer.from(each, 'base64'));
    const jwk = formats.publicJwk(spki, Buffer.from(key.certificate, 'base64'), key.jwk.alg, key.kid, chain);
    return canonicalJson(jwk) === canonicalJson(key.jwk) ? null : 'record-altered';
  } catch {
    return 'record-altered';
  }
}

/** The public key of what the store holds under the name; `null` when that is no key of ours. Throws VAULT_*. */
export async function provenKey({ keys }: Pick<Ports, 'keys'>, name: string): Promise<Uint8Array | null> {
  try {
    return await keys.publicKey(name);
  } catch (error) {
    if (isCustodianError(error) && error.code.startsWith('VAULT_')) {
      throw error;
    }
    return null;
  }
}

/** A crash, or a keychain that was put back from a backup, may have kept what was to be erased. */
async function eraseLate(ports: Needed, tenant: Tenant, key: SigningKey): Promise<Finding[]> {
  const name = secretName(key.id);
  if ((await look(ports, name)) === 'missing') {
    return [];
  }
  await ports.keys.destroy(name);
  noteRepair(ports, tenant, key, 'private key of a destroyed key erased');
  return [finding('erased-late', { tenant: tenant.name, kid: key.kid })];
}

const look = (ports: Needed, name: string): Promise<Uint8Array | Lost | null> => orLost(provenKey(ports, name));

function noteRepair({ registry }: Needed, tenant: Tenant, key: SigningKey, repair: string): void {
  registry.change(
    { action: 'custody.repaired', subject: tenant.name, details: { kid: key.kid, repair } },
    () => undefined,
  );
}
